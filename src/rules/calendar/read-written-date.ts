import { isIsoDate } from './add-days.ts';
import type { IsoDate } from './iso-date.ts';
import { MONTHS, WEEKDAYS, weekdayName } from './written-date.ts';

/** no-form: not written as a day with its year · no-day: no such day · weekday: the day is another weekday. */
export type WrittenDateAnswer =
  | { date: IsoDate }
  | { fault: 'no-form' | 'no-day' }
  | { fault: 'weekday'; date: IsoDate; weekday: string };

/** A weekday may stand before: it is checked, since it is how a wrong date is most often seen. */
const WEEKDAY = new RegExp(`^(${WEEKDAYS.join('|')})\\s+(?:den\\s+)?`, 'iu');
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
/** `7.3.2014`, never month first. */
const NUMBERS = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/;
/** «7. mars 2014». */
const WORDS = new RegExp(`^(\\d{1,2})\\.?\\s*(${MONTHS.join('|')})\\s+(\\d{4})$`, 'iu');

/** Reads one day that a person wrote into a file: `2014-03-07`, `7.3.2014`, «7. mars 2014», «fredag 7. mars 2014». */
export function readWrittenDate(written: string): WrittenDateAnswer {
  const text = written.normalize('NFC').trim();
  const weekday = WEEKDAY.exec(text)?.[1]?.toLowerCase() ?? null;
  const date = isoFrom(text.replace(WEEKDAY, ''));
  if (date === null) return { fault: 'no-form' };
  if (!isIsoDate(date)) return { fault: 'no-day' };
  if (weekday !== null && weekday !== weekdayName(date)) return { fault: 'weekday', date, weekday };
  return { date };
}

function isoFrom(text: string): string | null {
  const iso = ISO.exec(text);
  if (iso) return joined(iso[1], iso[2], iso[3]);
  const numbers = NUMBERS.exec(text);
  if (numbers) return joined(numbers[3], numbers[2], numbers[1]);
  const words = WORDS.exec(text);
  if (words === null) return null;
  const month = (MONTHS as readonly string[]).indexOf(words[2]?.toLowerCase() ?? '') + 1;
  return joined(words[3], String(month), words[1]);
}

function joined(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
