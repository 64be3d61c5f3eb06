import type { IsoDate } from '../calendar/iso-date.ts';
import { amountsIn, inhabitantsIn } from '../text/amounts.ts';
import { bodiesIn, bodyRank, isElected } from '../text/bodies.ts';
import { type DateMention, datesIn } from '../text/dates.ts';
import { ADOPTED, DECIDES, PAST_ACT, REJECTED, WAS_TREATED } from '../text/phrases-decision.ts';
import { words } from '../text/words.ts';
import type { KnownCampaign } from './known.ts';
import type { Body } from './reading.ts';
import type { PlacedSentence } from './sections.ts';
import { ownWordsOf } from './speakers.ts';

/** A fact and the sentence that says it. */
export interface Fact<T> {
  value: T;
  sentence: PlacedSentence;
}

/** «fristen 7. mars», «svarfrist 1. oktober»: our day, unless they ask for a later one. */
const OUR_DEADLINE = words(
  /\b(?:(?:svar)?frist(?:en)?|purring(?:en)?|påminnelse(?:n)?|brev|henvendelse(?:n)?|e-post|anmodning(?:en)?)(?: (?:dere|ks) har satt| av| på| er| var| den| fra| datert)*(?: \p{L}+dag)?(?: den)? $/u,
);
const ASKED_DEADLINE = words(/\b(?:utsatt|ny|forlenget|utsettelse|utvidet|lengre)\b[^.]{0,30}$/u);

/** «fra 1. januar 2027», «flyttet fra 13. mars», «pr 1.1.2014», «gjelder fra» */
const NOT_A_MEETING = words(
  /\b(?:fra|fra og med|f\.o\.m\.?|pr\.?|per|siden|etter|datert|budsjettet for|gjeldende)(?: den)?(?: \p{L}+dag)? $/u,
);

/** The day on which the answer or decision is said to come, of sentences that promise it. */
export function expectedDay(
  sentences: readonly PlacedSentence[],
  sentOn: IsoDate | null,
  campaign: KnownCampaign | null,
): (Fact<IsoDate> & { at: number }) | null {
  const found = sentences.flatMap(sentence => {
    const folded = ownWordsOf(sentence);
    return datesIn(folded, sentOn, 'future')
      .filter(date => isAhead(date, sentOn) && !isOurs(date, folded, campaign))
      .map(date => ({ value: date.date, sentence, at: date.at, vague: date.vague, score: scoreOf(date, folded) }));
  });
  found.sort((a, b) => b.score - a.score);
  return found[0] ?? null;
}

function isAhead(date: DateMention, sentOn: IsoDate | null): boolean {
  return sentOn === null || date.date >= sentOn;
}

function isOurs(date: DateMention, folded: string, campaign: KnownCampaign | null): boolean {
  const before = folded.slice(0, date.at);
  if (ASKED_DEADLINE.test(before)) return false;
  if (OUR_DEADLINE.test(before) || NOT_A_MEETING.test(before)) return true;
  return (campaign?.deadlines.includes(date.date) ?? false) && /frist/.test(folded) && bodiesIn(folded).length === 0;
}

/** A day beside a meeting is better than another, an exact one better than a week or month. */
function scoreOf(date: DateMention, folded: string): number {
  const before = folded.slice(Math.max(0, date.at - 45), date.at);
  const elected = bodiesIn(before).filter(found => isElected(found.body));
  const rank = bodyRank(elected.at(-1)?.body ?? 'other') / 2;
  const body = elected.length > 0 || /\b(?:møte|budsjettet|behandling)/.test(before);
  return (date.vague ? 0 : 2) + (body ? 2 : 0) + rank + (/\b(?:til|innen|den)\s(?:\p{L}+dag )?$/u.test(before) ? 1 : 0);
}

/** «i møte 05.12.2013», «vedtok i går»: the day of the decision. */
export function decisionDay(sentences: readonly PlacedSentence[], sentOn: IsoDate | null): Fact<IsoDate> | null {
  for (const sentence of sentences) {
    const folded = ownWordsOf(sentence);
    if (!DECIDES.test(folded) && !WAS_TREATED.test(folded) && !bodyActed(folded) && sentence.section !== 'decision')
      continue;
    for (const date of datesIn(folded, sentOn, 'past')) {
      const before = folded.slice(0, date.at);
      if (
        (sentOn !== null && date.date > sentOn) ||
        date.vague ||
        OUR_DEADLINE.test(before) ||
        NOT_A_MEETING.test(before)
      )
        continue;
      if (/\b(?:datert|brev av|folketall\S*(?: pr\.?)?) ?$/u.test(before)) continue;
      return { value: date.date, sentence };
    }
  }
  return null;
}

/** «Kommunestyret sa i går ja», «forslaget falt i formannskapet 10. september» */
function bodyActed(folded: string): boolean {
  return (
    bodiesIn(folded).some(({ body }) => isElected(body)) &&
    (PAST_ACT.test(folded) || REJECTED.test(folded) || ADOPTED.test(folded))
  );
}

/** The body nearest before (else after) a place in the sentence. */
export function bodyNear(folded: string, at: number): Body | null {
  const elected = bodiesIn(folded).filter(({ body }) => isElected(body));
  const before = elected.filter(mention => mention.at <= at);
  return before.at(-1)?.body ?? elected[0]?.body ?? null;
}

/** The yearly sum of sentences that speak of the answer; sums of proposals that fell are skipped. */
export function yearlyAmount(sentences: readonly PlacedSentence[]): Fact<number> | null {
  for (const sentence of sentences) {
    if (REJECTED.test(sentence.folded) && !ADOPTED.test(sentence.folded)) continue;
    const total = amountsIn(ownWordsOf(sentence)).find(({ kind, kroner }) => kind === 'total' && kroner >= 100);
    if (total !== undefined) return { value: total.kroner, sentence };
  }
  return null;
}

export function population(sentences: readonly PlacedSentence[]): Fact<number> | null {
  for (const sentence of sentences) {
    if (REJECTED.test(sentence.folded)) continue;
    const [count] = inhabitantsIn(ownWordsOf(sentence));
    if (count !== undefined) return { value: count, sentence };
  }
  return null;
}

/** What the terms come to for that many inhabitants. */
export function askedAmount(campaign: KnownCampaign, inhabitants: number): number {
  return campaign.terms.baseNok + campaign.terms.perInhabitantNok * inhabitants;
}
