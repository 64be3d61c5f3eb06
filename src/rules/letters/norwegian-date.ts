import { Temporal } from 'temporal-polyfill';
import type { Instant, IsoDate } from '../calendar/iso-date.ts';
import { osloClock, osloDate } from '../calendar/oslo-time.ts';
import { WEEKDAYS as BOKMÅL, MONTHS } from '../calendar/written-date.ts';
import type { WrittenForm } from './letter-facts.ts';
import { HARD_SPACE } from './norwegian-number.ts';

const WEEKDAYS: Record<WrittenForm, readonly string[]> = {
  bokmål: BOKMÅL,
  nynorsk: ['måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag', 'sundag'],
};

/** «7. mars 2014», the day and its month never torn apart by a line break. */
export function dayMonthYear(date: IsoDate): string {
  return `${dayMonth(date)} ${plain(date).year}`;
}

/** «7. mars» */
export function dayMonth(date: IsoDate): string {
  const day = plain(date);
  return `${day.day}.${HARD_SPACE}${MONTHS[day.month - 1]!}`;
}

/** «fredag 7. mars 2014» */
export function longDate(date: IsoDate, form: WrittenForm): string {
  return `${weekday(date, form)} ${dayMonthYear(date)}`;
}

/** «onsdag 19. mars»: the year only when it is not that of the letter. */
export function nearDate(date: IsoDate, letterDay: IsoDate, form: WrittenForm): string {
  return plain(date).year === plain(letterDay).year ? `${weekday(date, form)} ${dayMonth(date)}` : longDate(date, form);
}

/** «27. februar 2014 09:46», Norwegian time. */
export function dayAndTime(at: Instant): string {
  return `${dayMonthYear(osloDate(at))} ${osloClock(at)}`;
}

/** Whole days from one day to a later one; negative when it is earlier. */
export function daysUntil(from: IsoDate, to: IsoDate): number {
  return plain(from).until(plain(to), { largestUnit: 'day' }).days;
}

function weekday(date: IsoDate, form: WrittenForm): string {
  return WEEKDAYS[form][plain(date).dayOfWeek - 1]!;
}

function plain(date: IsoDate): Temporal.PlainDate {
  return Temporal.PlainDate.from(date);
}
