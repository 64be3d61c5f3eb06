import type { Instant } from '../calendar/iso-date.ts';
import { addSeconds } from '../calendar/oslo-time.ts';

/** Seconds that a clock may be put right by (NTP, a slow machine) without anybody being told. */
export const CLOCK_TOLERANCE = 5 * 60;

/** A program that stood still for longer, in seconds, or a clock that says so: a person looks before anything leaves. */
export const LONGEST_ABSENCE = 14 * 24 * 3600;

/**
 * behind: it shows a time at which we have already worked · leapt: it shows that we stood still for weeks · stepped: it
 * was put forward while we ran, which the machine's own count of seconds tells.
 */
export type ClockState = 'believed' | 'behind' | 'leapt' | 'stepped';

export interface ClockEvidence {
  now: Instant;
  /** The latest moment at which we have worked; null before the first. */
  latest: Instant | null;
  /** The last minute that was believed; null before the first. */
  lastBelieved: Instant | null;
  /** What the clock should show by the seconds that have passed; null when nobody has counted. */
  expected: Instant | null;
}

/** Whether the machine's clock can be the time, as far as a program can know. Only a wrong clock that never moves is beyond it. */
export function judgeClock({ now, latest, lastBelieved, expected }: ClockEvidence): ClockState {
  if (latest !== null && now < addSeconds(latest, -CLOCK_TOLERANCE)) return 'behind';
  if (lastBelieved === null) return 'believed';
  if (now > addSeconds(lastBelieved, LONGEST_ABSENCE)) return 'leapt';
  return expected !== null && now > addSeconds(expected, CLOCK_TOLERANCE) ? 'stepped' : 'believed';
}
