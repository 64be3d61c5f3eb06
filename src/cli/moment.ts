import { isIsoDate } from '../rules/calendar/add-days.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { instantFrom, osloInstant } from '../rules/calendar/oslo-time.ts';
import { Explained } from './door.ts';

/**
 * `--at`: a date (2014-03-17 or 17.03.2014) or a moment (2014-03-17T08:52, Norwegian time unless it has an offset).
 * @param clock what time of the day a bare date means, `HH:MM:SS`
 */
export function momentFrom(text: string, clock: string): Instant {
  const norwegian = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const written =
    norwegian === null ? text : `${norwegian[3]}-${norwegian[2]!.padStart(2, '0')}-${norwegian[1]!.padStart(2, '0')}`;
  const [day = '', time] = written.split(/[T ]/);
  if (isIsoDate(day)) {
    if (time === undefined) return osloInstant(day, clock);
    if (/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(time)) return osloInstant(day, time);
    const hasOffset = /^\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/.test(time);
    if (hasOffset && !Number.isNaN(Date.parse(written))) return instantFrom(written);
  }
  throw new Explained(`Dato: ventet f.eks. 2014-03-17, 17.03.2014 eller 2014-03-17T08:52, fant «${text}».`, 2);
}
