import { remembered, rememberedLast } from '../remembered.ts';
import { fold } from '../text/fold.ts';
import type { KnownCampaign } from './known.ts';

/** Words of any letter between KS and a municipality tell nothing of its subject. */
const COMMON = new Set(
  `kommune kommuner kommunene kommunen kommunal kommunale kommunedirektøren kommunestyret formannskapet rådmannen rådmann
felles finansiering finansieringen avtale avtalen ordning ordningen slutter slutte sluttet svar svare frist innen
behandling behandle behandles saken sak vedtak vedtatt vedlagt henvendelse anmodning tilbakemelding bidra bidrar bidrag
innbygger innbyggere innbyggertall folketallet grunnbeløp beløp beløpet årlig kroner januar februar mars april mai juni
juli august september oktober november desember fredag torsdag mandag tirsdag onsdag hilsen vennlig epost e-post email
telefon phone rådgiver spesialrådgiver daglig leder denne dette disse gjerne deres dere oppfordres bidraget behovet behov
andre også eller etter under mellom legges inviterer invitasjon allerede fakturert faktura baseres grunn`.split(/\s+/u),
);

/** A word is known by its first letters: «samhandlingsfunksjon» and «samhandlingsfunksjonen» are one. */
const LETTERS = 8;

/** The requests that run at the same time, with their subjects. */
const REMEMBERED = 400;

/** `topicWords` of a request's own words, which are the same for every mail. */
export const topicOf: (words: string) => ReadonlySet<string> = remembered(topicWords, REMEMBERED);

/** The words of a text that tell what it is about, by their first eight letters. */
export function topicWords(text: string): Set<string> {
  const found = new Set<string>();
  addTopicWords(fold(text), found);
  return found;
}

function addTopicWords(folded: string, found: Set<string>): void {
  for (const word of folded.match(/\p{L}{4,}/gu) ?? []) if (!COMMON.has(word)) found.add(word.slice(0, LETTERS));
}

/** A request with the words that a text shares with it. */
export interface TopicScore {
  campaign: KnownCampaign;
  /** Two points for a word of its subject, one for another of its own words. */
  score: number;
  /** Points for words that no other of these requests has. */
  alone: number;
}

/** How near folded texts are to each request of `among`, nearest first. */
export function topicScores(
  texts: readonly string[],
  campaigns: readonly KnownCampaign[],
  among: readonly KnownCampaign[],
): TopicScore[] {
  const own = new Set<string>();
  for (const text of texts) addTopicWords(text, own);
  const scores = new Map(among.map(campaign => [campaign, { campaign, score: 0, alone: 0 }]));
  const holders = holdersIn(campaigns);
  for (const word of own) {
    const there = (holders.get(word) ?? []).flatMap(({ at, points }) => {
      const score = scores.get(campaigns[at]!);
      return score === undefined ? [] : [{ score, points }];
    });
    for (const { score, points } of there) {
      score.score += points;
      if (there.length === 1) score.alone += points;
    }
  }
  return [...scores.values()].sort((a, b) => b.score - a.score || b.alone - a.alone);
}

/** Which requests have a word, by their places in the list. */
type Holders = ReadonlyMap<string, readonly { at: number; points: number }[]>;

/** The same requests come with every mail, though their letters to its sender differ. */
const holdersIn = rememberedLast(findHolders, sameWords);

function sameWords(some: readonly KnownCampaign[], others: readonly KnownCampaign[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ subject, words }, at) => subject === others[at]?.subject && words === others[at]?.words)
  );
}

function findHolders(campaigns: readonly KnownCampaign[]): Holders {
  const holders = new Map<string, { at: number; points: number }[]>();
  for (const [at, campaign] of campaigns.entries()) {
    const subject = topicOf(campaign.subject);
    for (const word of new Set([...subject, ...topicOf(campaign.words)])) {
      const there = holders.get(word) ?? [];
      there.push({ at, points: subject.has(word) ? 2 : 1 });
      holders.set(word, there);
    }
  }
  return holders;
}
