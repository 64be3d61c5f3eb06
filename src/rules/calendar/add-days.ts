import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from './iso-date.ts';

/** The day `days` calendar days later (negative: earlier). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** 1 = Monday … 7 = Sunday. */
export function isoWeekday(date: IsoDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** True for a day that exists, written `2014-03-07`; false for `2014-02-30`, `7.3.2014` and everything else. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
