import type { Instant, IsoDate } from '../../rules/calendar/iso-date.ts';
import { osloClock, osloDate } from '../../rules/calendar/oslo-time.ts';
import { weekdayName } from '../../rules/calendar/written-date.ts';
import { dayMonth, dayMonthYear } from '../../rules/letters/norwegian-date.ts';

/** «07.03», for tables of one year. */
export function tableDay(date: IsoDate): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}`;
}

/** «08.15», as the pages write the clock. */
export function clock(at: Instant): string {
  return osloClock(at).replace(':', '.');
}

/** «mandag 17. mars kl. 08.44» */
export function dayAndClock(at: Instant): string {
  const day = osloDate(at);
  return `${weekdayName(day)} ${dayMonth(day)} kl. ${clock(at)}`;
}

/** «Mandag 17. mars 2014 kl. 08.15» */
export function fullMoment(at: Instant): string {
  const day = osloDate(at);
  const words = `${weekdayName(day)} ${dayMonthYear(day)} kl. ${clock(at)}`;
  return `${words[0]!.toUpperCase()}${words.slice(1)}`;
}
