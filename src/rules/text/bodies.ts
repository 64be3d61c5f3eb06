import type { Body } from '../replies/reading.ts';
import { words } from './words.ts';

export interface BodyMention {
  body: Body;
  /** Where in the folded text. */
  at: number;
  end: number;
}

/** The bodies and persons that decide in a municipality or county; «bystyret» and «herredsstyret» are its kommunestyre. */
const BODIES: readonly [Body, RegExp][] = [
  ['kommunestyret', words(/\b(?:\p{L}+ )?(?:kommunestyre|bystyre|herredsstyre)(?:t|ts|s|møte|møtet)?\b/gu)],
  ['formannskapet', words(/\b(?:formannskap)(?:et|ets|s|smøte|smøtet)?\b/gu)],
  ['fylkestinget', words(/\bfylkesting(?:et|ets|s|smøte|smøtet)?\b/gu)],
  ['rådmannen', words(/\brådmann(?:en|ens)?\b/gu)],
  ['kommunedirektøren', words(/\bkommunedirektør(?:en|ens)?\b/gu)],
  [
    'other',
    words(
      /\b(?:\p{L}+utvalg(?:et|ets)?|utvalget|\p{L}*komit[eé](?:en|ens)?|byråd(?:et|ets)?|fylkesråd(?:et|ets)?|regionråd(?:et|ets)?|kommunalsjef(?:en)?|ordfører(?:en)?s? (?=har i medhold|har etter fullmakt)|\p{L}+styret(?<!kommunestyret|bystyret|herredsstyret|fylkesstyret))\b/gu,
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
const ANY_BODY = /styre|formannskap|fylkesting|råd|kommunedirektør|utvalg|komit|kommunalsjef|ordfører/;

/** Every deciding body named in folded text, in order. */
export function bodiesIn(folded: string): BodyMention[] {
  if (!ANY_BODY.test(folded)) return [];
  const found = BODIES.flatMap(([body, pattern]) =>
    [...folded.matchAll(pattern)].map(match => ({ body, at: match.index, end: match.index + match[0].length })),
  );
  return found.sort((a, b) => a.at - b.at);
}

/** Elected bodies, not persons. */
export function isElected(body: Body): boolean {
  return RANK[body] > 0;
}

export function bodyRank(body: Body): number {
  return RANK[body];
}
