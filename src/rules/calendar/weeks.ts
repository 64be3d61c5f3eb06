import { addDays, isoWeekday } from './add-days.ts';
import type { IsoDate } from './iso-date.ts';

/** The Monday of the week that the day lies in. */
export function mondayOf(date: IsoDate): IsoDate {
  return addDays(date, 1 - isoWeekday(date));
}

/** The Monday of a week by ISO 8601, as Norwegian calendars count: week 1 holds 4 January. Null when the year has no such week. */
export function mondayOfWeek(year: number, week: number): IsoDate | null {
  const monday = addDays(mondayOf(`${year}-01-04`), 7 * (week - 1));
  return week >= 1 && monday < mondayOf(`${year + 1}-01-04`) ? monday : null;
}

/** The next such weekday (1 = Monday) after the day; the same weekday is a week ahead. */
export function weekdayAfter(date: IsoDate, weekday: number): IsoDate {
  return addDays(date, ((weekday - isoWeekday(date) + 6) % 7) + 1);
}

/** The last such weekday (1 = Monday) before the day; the same weekday is a week behind. */
export function weekdayBefore(date: IsoDate, weekday: number): IsoDate {
  return addDays(date, -(((isoWeekday(date) - weekday + 6) % 7) + 1));
}
