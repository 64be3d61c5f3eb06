import type { Instant } from '../calendar/iso-date.ts';
import { addSeconds } from '../calendar/oslo-time.ts';

/** The longest wait before a server is tried again, in seconds. */
export const LONGEST_WAIT = 600;

/** A refused login is not tried again sooner than this, in seconds: servers lock an account that insists
 * (twelve logins an hour at most, reliability.md F13). */
const WAIT_AFTER_REFUSAL = 300;

/**
 * Seconds to wait after that many failures in a row: 5, 10, 20 … up to ten minutes, a quarter more or less by chance, so
 * that many programs do not come back at the same moment.
 * @param chance from 0 up to 1
 */
export function backOff(failures: number, refused: boolean, chance: number): number {
  const wait = Math.min(5 * 2 ** (Math.min(failures, 12) - 1), LONGEST_WAIT);
  return Math.round(Math.max(wait, refused ? WAIT_AFTER_REFUSAL : 0) * (0.75 + chance / 2));
}

/** False also when the moment lies further ahead than any wait: the clock was set back since, and the wait is over. */
export function isStillWaiting(notBefore: Instant | null, now: Instant): boolean {
  return notBefore !== null && now < notBefore && notBefore <= addSeconds(now, 2 * LONGEST_WAIT);
}
