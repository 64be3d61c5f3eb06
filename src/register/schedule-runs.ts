import type { Instant } from '../rules/calendar/iso-date.ts';
import { kept, keptPluck } from './kept-statement.ts';
import type { Register } from './open-register.ts';

/** When a job of the schedule ran last; null = never. */
export function lastRun(register: Register, job: string): Instant | null {
  const at = keptPluck(register, 'SELECT last_at FROM schedule_run WHERE job = ?').get(job);
  return (at as Instant | undefined) ?? null;
}

/** Also backwards, when the clock was set back: what was noted by a wrong clock must not stand for as long as it was wrong. */
export function noteRun(register: Register, job: string, at: Instant): void {
  kept(
    register,
    `INSERT INTO schedule_run (job, last_at) VALUES (?, ?)
       ON CONFLICT (job) DO UPDATE SET last_at = excluded.last_at`,
  ).run(job, at);
}
