import type { Instant } from '../../rules/calendar/iso-date.ts';
import { addSeconds } from '../../rules/calendar/oslo-time.ts';

/** Counts what happens under a key within a sliding time; kept in memory, since one process serves all pages. */
export interface RateLimit {
  /** Notes one more; false when it is one too many. */
  take(key: string, at: Instant): boolean;
}

/** @param most how many within `seconds`; the table forgets keys that have gone quiet, so that nobody can fill it */
export function rateLimit(most: number, seconds: number): RateLimit {
  const seen = new Map<string, Instant[]>();
  return {
    take(key, at) {
      const since = addSeconds(at, -seconds);
      if (seen.size > 10_000) for (const [other, times] of seen) if (times.at(-1)! < since) seen.delete(other);
      const recent = (seen.get(key) ?? []).filter(time => time > since);
      if (recent.length >= most) return false;
      seen.set(key, [...recent, at]);
      return true;
    },
  };
}
