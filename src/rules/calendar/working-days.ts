import { addDays, isoWeekday } from './add-days.ts';
import { type ExtraDays, NO_EXTRA_DAYS } from './extra-days.ts';
import { closedDayName, publicHolidayName } from './holidays.ts';
import type { IsoDate } from './iso-date.ts';

/** Monday to Friday, no public holiday, and neither 24 nor 31 December. The rest of romjul counts as working days. */
export function isWorkingDay(date: IsoDate, extra: ExtraDays = NO_EXTRA_DAYS): boolean {
  return isoWeekday(date) <= 5 && publicHolidayName(date) === null && closedDayName(date) === null && !extra.has(date);
}

/**
 * The working day that lies `count` working days after the date (negative: before).
 * 0 is the date itself when it is a working day, else the next one.
 */
export function addWorkingDays(date: IsoDate, count: number, extra: ExtraDays = NO_EXTRA_DAYS): IsoDate {
  let day = date;
  if (count === 0) {
    while (!isWorkingDay(day, extra)) day = addDays(day, 1);
    return day;
  }
  const step = count < 0 ? -1 : 1;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step);
    if (isWorkingDay(day, extra)) left -= 1;
  }
  return day;
}

/**
 * How many working days lie after `from` up to and including `to`: `from` is day 0.
 * Backwards it is negative, so that it undoes `addWorkingDays` in both directions.
 */
export function workingDaysBetween(from: IsoDate, to: IsoDate, extra: ExtraDays = NO_EXTRA_DAYS): number {
  if (from === to) return 0;
  const step = to < from ? -1 : 1;
  let count = 0;
  for (let day = from; day !== to; ) {
    day = addDays(day, step);
    if (isWorkingDay(day, extra)) count += step;
  }
  return count;
}

/**
 * A deadline that falls on a day which was made red after it was set: the next working day. Weekends and the holidays of
 * the law were known when it was set, and stand.
 */
export function movedDeadline(deadline: IsoDate, extra: ExtraDays): IsoDate {
  return extra.has(deadline) ? addWorkingDays(deadline, 0, extra) : deadline;
}
