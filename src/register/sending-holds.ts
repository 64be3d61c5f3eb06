import type { Instant } from '../rules/calendar/iso-date.ts';
import { kept, keptPluck } from './kept-statement.ts';
import type { Register } from './open-register.ts';

/**
 * person: somebody pressed stop · login-refused: the mail server does not take our password · restored: an older backup
 * was put back, and the mailbox must tell first what has left since · unknown-letter: a letter of ours has left that this
 * register cannot place · clock: the machine's clock cannot be the time.
 */
export type HoldReason = 'person' | 'login-refused' | 'restored' | 'unknown-letter' | 'clock';

/** Nothing leaves while there is one. */
export interface SendingHold {
  reason: HoldReason;
  since: Instant;
  /** null = the program. */
  by: string | null;
  /** In Norwegian. */
  because: string;
}

/** Oldest first. */
export function sendingHolds(register: Register): SendingHold[] {
  return kept(
    register,
    'SELECT reason, since, by, because FROM sending_hold ORDER BY since, reason',
  ).all() as SendingHold[];
}

/** @returns false when it stood already; the older one keeps its time and its words */
export function holdSending(register: Register, hold: SendingHold): boolean {
  const result = kept(
    register,
    'INSERT INTO sending_hold (reason, since, by, because) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(hold.reason, hold.since, hold.by, hold.because);
  return result.changes === 1;
}

export function releaseSending(register: Register, reason: HoldReason): boolean {
  return kept(register, 'DELETE FROM sending_hold WHERE reason = ?').run(reason).changes === 1;
}

/** Letters that left on a track since a moment: what the daily cap counts. */
export function sentSince(register: Register, mode: string, since: Instant): number {
  return keptPluck(register, "SELECT count(*) FROM letter WHERE state = 'sent' AND mode = ? AND done_at > ?").get(
    mode,
    since,
  ) as number;
}
