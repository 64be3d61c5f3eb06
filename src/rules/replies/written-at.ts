import type { Instant } from '../calendar/iso-date.ts';
import { addSeconds } from '../calendar/oslo-time.ts';

const DAY = 24 * 60 * 60;

/** Mail from an old mailbox may come months later; a clock that stands at 1970 is further off. */
const OLDEST = 400 * DAY;

/**
 * When a mail was written: by its Date header, unless that is missing or cannot be (after its arrival, or long before it).
 * «Møtet er 30. januar» would be a year of the future by a clock that is wrong.
 * @param arrivedAt when our own server got it
 */
export function writtenAt(date: Instant | null, arrivedAt: Instant): Instant {
  if (date === null) return arrivedAt;
  return date > addSeconds(arrivedAt, DAY) || date < addSeconds(arrivedAt, -OLDEST) ? arrivedAt : date;
}
