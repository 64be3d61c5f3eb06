import { Temporal } from 'temporal-polyfill';
import { remembered } from '../remembered.ts';
import type { Instant, IsoDate } from './iso-date.ts';

const OSLO = 'Europe/Oslo';

/** The day it is in Norway at that moment. */
export function osloDate(instant: Instant): IsoDate {
  return inOslo(instant).toPlainDate().toString();
}

/** The whole hour on the Norwegian clock, 0–23. */
export function osloHour(instant: Instant): number {
  return inOslo(instant).hour;
}

/** `08:30` on the Norwegian clock. */
export function osloClock(instant: Instant): string {
  return inOslo(instant).toPlainTime().toString({ smallestUnit: 'minute' });
}

/**
 * The moment when the Norwegian clock shows `HH:MM` (or `HH:MM:SS`) on that day. In the hour that summer time skips it
 * is the moment an hour later; in the hour that comes twice it is the first.
 */
export function osloInstant(date: IsoDate, clock: string): Instant {
  return toInstant(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: OSLO, plainTime: clock }).toInstant());
}

/** ISO 8601 with the Norwegian offset of that moment: `2014-02-27T09:46:00+01:00`. */
export function osloIso(instant: Instant): string {
  return inOslo(instant).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** Norwegian time as files are named after it: `2014-03-17-093350`. */
export function osloStamp(instant: Instant): string {
  return osloIso(instant).slice(0, 19).replace('T', '-').replaceAll(':', '');
}

/** Any ISO 8601 text with an offset, or milliseconds since 1970, as an `Instant` of whole seconds (fractions dropped). */
export function instantFrom(moment: string | number): Instant {
  return toInstant(
    typeof moment === 'number' ? Temporal.Instant.fromEpochMilliseconds(moment) : Temporal.Instant.from(moment),
  );
}

/** The moment that many seconds later (negative: earlier). */
export function addSeconds(instant: Instant, seconds: number): Instant {
  // Asked for each minute and each letter: Temporal takes ten times as long for a sum without zones.
  return `${new Date(Date.parse(instant) + seconds * 1000).toISOString().slice(0, 19)}Z`;
}

/** Day, hour and minute of the same moment are asked for one after the other. */
const inOslo = remembered(
  (instant: Instant): Temporal.ZonedDateTime => Temporal.Instant.from(instant).toZonedDateTimeISO(OSLO),
  100,
);

function toInstant(instant: Temporal.Instant): Instant {
  return instant.toString({ smallestUnit: 'second', roundingMode: 'floor' });
}
