import { Temporal } from 'temporal-polyfill';
import { remembered } from '../remembered.ts';
import type { IsoDate } from './iso-date.ts';

/** The day `days` calendar days later (negative: earlier). */
export function addDays(date: IsoDate, days: number): IsoDate {
  // A day that exists needs no calendar: Temporal takes ten times as long, and a year of ladders asks a million times.
  if (isIsoDate(date)) return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** 1 = Monday … 7 = Sunday. The few days around a mail's own are asked for again and again. */
export const isoWeekday: (date: IsoDate) => number = remembered(date => Temporal.PlainDate.from(date).dayOfWeek, 400);

/** True for a day that exists, written `2014-03-07`; false for `2014-02-30`, `7.3.2014` and everything else. */
export function isIsoDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month));
}

/** 0 for what is no month. Reckoned here: a text full of numbers asks for thousands, and an exception each is too slow. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
