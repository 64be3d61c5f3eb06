import type { Instant } from '../rules/calendar/iso-date.ts';
import { kept, keptPluck } from './kept-statement.ts';
import type { Register } from './open-register.ts';

/** What the machine's clock is held against. */
export interface ClockRow {
  /** The latest minute of the worker that was believed; null before the first. */
  believedAt: Instant | null;
  /** Goes up when a person says that the clock is right. */
  accepted: number;
}

export function clockRow(register: Register): ClockRow {
  return kept(register, 'SELECT believed_at AS believedAt, accepted FROM clock').get() as ClockRow;
}

export function noteBelieved(register: Register, at: Instant): void {
  kept(register, 'UPDATE clock SET believed_at = ?').run(at);
}

/**
 * The latest moment at which this program or a person has worked, as the machine's clock showed it; null before the first.
 * Of the journal the newest lines that no mail dates: their time is ours, not another server's.
 */
export function latestWork(register: Register): Instant | null {
  return keptPluck(
    register,
    `SELECT max(at) FROM (
       SELECT believed_at AS at FROM clock
       UNION ALL
       SELECT max(at) FROM (SELECT id, at, case_id, message_id FROM journal ORDER BY id DESC LIMIT 50)
         WHERE case_id IS NOT NULL AND message_id IS NULL AND id > (SELECT forgiven_journal_id FROM clock))`,
  ).get() as Instant | null;
}

/**
 * A person has looked: it is now. What a wrong clock wrote ahead of that holds nothing back any more, also not the letters
 * that it would have let leave only then.
 */
export function acceptClock(register: Register, now: Instant): void {
  kept(
    register,
    `UPDATE clock SET believed_at = ?, accepted = accepted + 1,
       forgiven_journal_id = (SELECT coalesce(max(id), 0) FROM journal)`,
  ).run(now);
  kept(
    register,
    `UPDATE letter SET due_at = min(due_at, @now), next_try_at = min(next_try_at, @now)
     WHERE state IN ('planned', 'rendered', 'retry') AND (due_at > @now OR next_try_at > @now)`,
  ).run({ now });
}
