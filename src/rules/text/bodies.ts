import { remembered } from '../remembered.ts';
import type { Body } from '../replies/reading.ts';
import { words } from './words.ts';

export interface BodyMention {
  body: Body;
  /** Where in the folded text. */
  at: number;
  end: number;
}

/** Any form of the elected bodies' names, as the source of a pattern over folded text. */
export const ELECTED_BODY =
  '(?:formannskap\\p{L}*|kommunestyre\\p{L}*|bystyre\\p{L}*|herredsstyre\\p{L}*|fylkesting\\p{L}*)';

/** Endings and compounds: «-ets», «-møtet», «-sak 14/23». */
const ENDING =
  '(?:s?(?:møte(?:t|ts|r|ne)?|sak(?:en|snr)?|behandling(?:en)?|vedtak(?:et)?|samling(?:en)?|ets|et|ts|t|s)|(?:ets|ts) \\p{L}+møte)?';

/**
 * The bodies and persons that decide in a municipality or county; «bystyret» and «heradsstyret» are its kommunestyre.
 * «Rådmannsutvalget», «fylkesstyret» and «samarbeidsutvalget» are ours or the hospital's.
 */
const BODIES: readonly [Body, RegExp][] = [
  [
    'kommunestyret',
    words(
      new RegExp(
        `\\b(?:(?:kommune|by|herred|herreds|herads)styre${ENDING}|(?:komm?\\.?|k\\.) ?styret|(?:k|kst|ks|ksty|bs|bst|hst)-?\\.?sak(?:snr)?\\b|(?:municipal|city|town) council)\\b`,
        'gu',
      ),
    ),
  ],
  [
    'formannskapet',
    words(
      new RegExp(`\\b(?:formann?s?skap${ENDING}|formannss?skap${ENDING}|(?:f|fs|fsk|fsk)-?\\.?sak(?:snr)?)\\b`, 'gu'),
    ),
  ],
  ['fylkestinget', words(new RegExp(`\\b(?:fylkesting${ENDING}|ft-?\\.?sak)\\b`, 'gu'))],
  ['rådmannen', words(/\brådmann(?:en|ens|s)?\b/gu)],
  ['kommunedirektøren', words(/\bkommunedirektør(?:en|ens|s)?\b/gu)],
  [
    'other',
    words(
      /\b(?:(?!rådmanns|samarbeids|samhandlings|fag|råds|brukar|bruker|ks-)\p{L}+(?:utvalg|utval)(?:et|ets|smøte|smøtet)?|(?:utvalget|utvalet) (?:for|har|vedtok|behandlet|sa)|utvalg (?:for|i) (?!å)\p{L}+|\p{L}*komit[eé](?:en|ens)?|byråd(?:et|ets)?|fylkesråd(?:et|ets)?|regionråd(?:et|ets)?|(?:drifts|kommunal|helse|omsorgs|teknisk|levekårs|velferds|område|sektor|hoved|ungdoms|oppvekst)\p{L}*styret)\b/gu,
    ),
  ],
];

/** Higher decides after lower: a formannskap prepares for its kommunestyre. */
const RANK: Record<Body, number> = {
  other: 1,
  rådmannen: 0,
  kommunedirektøren: 0,
  formannskapet: 2,
  kommunestyret: 3,
  fylkestinget: 3,
};

/** What all their names have in common; most sentences name none. */
const ANY_BODY = /styre|skap|fylkesting|råd|kommunedirektør|utval|komit|sak|council/;

/** More are a list of members or an attack; each is compared with those found before it. */
const MAX_BODIES = 300;

/** Every deciding body named in folded text, in order; of two that share words, the more exact. A sentence is asked for often. */
export const bodiesIn: (folded: string) => readonly BodyMention[] = remembered(find, 200);

function find(folded: string): BodyMention[] {
  if (!ANY_BODY.test(folded)) return [];
  const found: BodyMention[] = [];
  for (const [body, pattern] of BODIES) {
    for (const match of folded.matchAll(pattern)) {
      if (found.length >= MAX_BODIES) break;
      const mention = { body, at: match.index, end: match.index + match[0].length };
      if (!found.some(other => mention.at < other.end && mention.end > other.at)) found.push(mention);
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

const OFFICER = words(
  /\b(?:kommunalsjef|administrasjonssjef|\p{L}*(?:- og \p{L}+)?(?:sjef|leder|leiar|lege|overlege|direktør)|ordfører|varaordfører)(?:en|ens|n|ns)?\b(?<!kommunedirektør(?:en|ens)?)/gu,
);

/** Where a head of department or the mayor is named: they decide only by delegation, and mostly they only write. */
export function officersIn(folded: string): BodyMention[] {
  return [...folded.matchAll(OFFICER)].map(match => ({
    body: 'other',
    at: match.index,
    end: match.index + match[0].length,
  }));
}

/** Elected bodies, not persons. */
export function isElected(body: Body): boolean {
  return RANK[body] > 0;
}

export function bodyRank(body: Body): number {
  return RANK[body];
}
