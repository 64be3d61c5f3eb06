import type { Instant } from '../rules/calendar/iso-date.ts';
import { kept } from './kept-statement.ts';
import type { Register } from './open-register.ts';

/** A letter that left through a mail server and has no copy in the Sent folder yet. */
export interface UncopiedLetter {
  letterId: number;
  messageId: number;
  mailMessageId: string;
  sentAt: Instant;
}

/** Letters of ours without a copy, oldest first; those that the adviser sent by hand lie in her own folder. */
export function lettersWithoutCopy(register: Register): UncopiedLetter[] {
  return kept(
    register,
    `SELECT id AS letterId, message_id AS messageId, mail_message_id AS mailMessageId, done_at AS sentAt FROM letter
       WHERE state = 'sent' AND mode <> 'dry' AND copied_at IS NULL AND eod_at IS NOT NULL ORDER BY id`,
  ).all() as UncopiedLetter[];
}

export function noteCopied(register: Register, letterId: number, at: Instant): void {
  kept(register, 'UPDATE letter SET copied_at = ? WHERE id = ?').run(at, letterId);
}
