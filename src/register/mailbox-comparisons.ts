import type { Instant, IsoDate } from '../rules/calendar/iso-date.ts';
import { kept } from './kept-statement.ts';
import type { Register } from './open-register.ts';

/** What a comparison of a mailbox with its server found. */
export interface Comparison {
  mailbox: string;
  at: Instant;
  since: IsoDate;
  /** Mails on the server since that day. */
  there: number;
  /** Those of them that were not in the register; they are now. */
  missed: number;
  /** In the register, and moved or deleted on the server by people. */
  gone: number;
}

export function noteComparison(register: Register, { mailbox, at, since, there, missed, gone }: Comparison): void {
  kept(
    register,
    'INSERT OR REPLACE INTO mailbox_comparison (mailbox, compared_at, since, there, missed, gone) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(mailbox, at, since, there, missed, gone);
}

/** The last comparison of each mailbox. */
export function lastComparisons(register: Register): Comparison[] {
  return kept(
    register,
    'SELECT mailbox, compared_at AS at, since, there, missed, gone FROM mailbox_comparison ORDER BY mailbox',
  ).all() as Comparison[];
}
