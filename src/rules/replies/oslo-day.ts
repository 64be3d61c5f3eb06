import type { Instant, IsoDate } from '../calendar/iso-date.ts';
import { osloDate } from '../calendar/oslo-time.ts';

/** The days of our letters and of the mail that is being read. */
const REMEMBERED = 200;

const days = new Map<Instant, IsoDate>();

/** The day it is in Norway at that moment; asked for the same moments with every mail, it is reckoned once. */
export function osloDay(instant: Instant): IsoDate {
  const known = days.get(instant);
  if (known !== undefined) return known;
  const day = osloDate(instant);
  if (days.size >= REMEMBERED) days.clear();
  days.set(instant, day);
  return day;
}
