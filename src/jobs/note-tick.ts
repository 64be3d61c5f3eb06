import type { Register } from '../register/open-register.ts';
import { lastRun, noteRun } from '../register/schedule-runs.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';

const JOB = 'tick';

/** That the worker is alive: `status` and `doctor` show it. */
export function noteTick(register: Register, at: Instant): void {
  noteRun(register, JOB, at);
}

/** When the worker was last alive; null = never. */
export function lastTick(register: Register): Instant | null {
  return lastRun(register, JOB);
}
