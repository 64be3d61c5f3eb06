import { addDays } from '../calendar/add-days.ts';
import type { IsoDate } from '../calendar/iso-date.ts';
import { mondayOf } from '../calendar/weeks.ts';
import { type DateMention, datesIn } from '../text/dates.ts';
import { sentencesOf } from '../text/sentences.ts';
import { words } from '../text/words.ts';
import { hasLeft, isAbsence } from './absence.ts';

/** Before the day of return: «tilbake mandag», «på plass igjen 21.», «ikke før 5/10», «besvares fra» */
const RETURN = words(
  /\b(?:tilbake|attende|på plass|igjen|når meg|treffer meg|treffes|svarer|svare|besvares|besvarer|leser|ikke (?:[^\s]+ ){0,6}?før|åpner|åpent|åpnet|følger opp|tar kontakt|back|return(?:ing)?)\b/gu,
);

/** Before the last day: «til og med», «frem til», «ut» */
const END = words(/\b(?:til|ut|until|till|through)\b/u);

/** Before the first day: not the end of anything. */
const START = words(/\b(?:fra|from|siden|starter|begynner)(?: og med)?(?: \p{L}+dag)?(?: den)? ?$/u);

/** «14.–25. september», «14. til 25. september» are one date, and its last day. */
const IS_RANGE = /\d\.? ?(?:-|til|og) ?\d/;

/** «ut uken», «resten av dagen»: the end of what we are in; the rest datesIn knows. */
const REST = words(/\b(?:resten av|ut) (?:denne )?(uke|dagen)\b(?! \d)/u);

/** A date further away than this in a sentence belongs to something else. */
const NEAR = 60;

/**
 * The last day of an absence or the day of return, when the text says it; null for who has left. `sentOn` is the mail's
 * day in Norway.
 */
export function absentUntil(text: string, sentOn: IsoDate | null): IsoDate | null {
  if (hasLeft(text)) return null;
  const said = sentencesOf(spelledOut(text)).map(({ folded }) => ({
    folded,
    dates: datesIn(folded, sentOn, 'future').filter(({ date }) => sentOn === null || date >= sentOn),
  }));
  for (const { folded, dates } of said) {
    const day = dayOfReturn(folded, dates);
    if (day !== null) return dateOfReturn(day);
  }
  for (const { folded, dates } of said) {
    const day = lastDay(folded, dates, sentOn);
    if (day !== null) return day;
  }
  return null;
}

/** Full stops in the middle of a sentence would end it. */
function spelledOut(text: string): string {
  return text
    .replace(/\bt\. ?o\. ?m\.?|\btom\.?(?= (?:\d|uke|veke|\p{L}+dag))/giu, 'til og med')
    .replace(/\bf\. ?o\. ?m\.?|\bfom\.?(?= (?:\d|uke|veke|\p{L}+dag))/giu, 'fra og med');
}

/** The first day after a word of returning; without one, the day before it: «mandag er jeg tilbake». */
function dayOfReturn(folded: string, dates: readonly DateMention[]): DateMention | null {
  if (dates.length === 0) return null;
  for (const match of folded.matchAll(RETURN)) {
    const end = match.index + match[0].length;
    const after = dates.find(({ at }) => at >= end && at - end < NEAR);
    const before = dates.findLast(date => date.end <= match.index && match.index - date.end < NEAR);
    const day = after ?? (END.test(folded.slice(0, match.index)) ? undefined : before);
    if (day !== undefined) return day;
  }
  return null;
}

/** «Tilbake i uke 40» is its Monday; «i august» says no day. */
function dateOfReturn({ date, vague, text }: DateMention): IsoDate | null {
  if (!vague) return date;
  if (/\buke \d|\bneste uke/.test(text)) return mondayOf(date);
  return /\bom /.test(text) ? date : null;
}

function lastDay(folded: string, dates: readonly DateMention[], sentOn: IsoDate | null): IsoDate | null {
  if (!END.test(folded) && !isAbsence(folded)) return null;
  const rest = REST.exec(folded)?.[1];
  if (rest !== undefined && sentOn !== null) return rest === 'dagen' ? sentOn : addDays(mondayOf(sentOn), 4);
  const ends = dates.filter(({ at, text }) => IS_RANGE.test(text) || !START.test(folded.slice(0, at)));
  return ends.at(-1)?.date ?? null;
}
