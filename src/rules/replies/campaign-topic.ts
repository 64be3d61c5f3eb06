import { remembered } from '../remembered.ts';
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

/** How near folded texts are to each of the requests, nearest first. */
export function topicScores(texts: readonly string[], campaigns: readonly KnownCampaign[]): TopicScore[] {
  const own = new Set<string>();
  for (const text of texts) addTopicWords(text, own);
  const topics = campaigns.map(campaign => ({
    campaign,
    subject: topicOf(campaign.subject),
    letters: topicOf(campaign.words),
  }));
  const scores = topics.map(({ campaign }): TopicScore => ({ campaign, score: 0, alone: 0 }));
  for (const word of own) {
    const holders = topics.map(({ subject, letters }) => (subject.has(word) ? 2 : letters.has(word) ? 1 : 0));
    const count = holders.filter(points => points > 0).length;
    if (count === 0) continue;
    for (const [at, points] of holders.entries()) {
      const score = scores[at];
      if (points === 0 || score === undefined) continue;
      score.score += points;
      if (count === 1) score.alone += points;
    }
  }
  return scores.sort((a, b) => b.score - a.score || b.alone - a.alone);
}
