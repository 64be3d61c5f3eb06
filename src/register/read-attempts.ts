import type { Instant } from '../rules/calendar/iso-date.ts';
import { kept, keptPluck } from './kept-statement.ts';
import type { Register } from './open-register.ts';

/** Written before a mail is read that an earlier run left unread. @returns how often it has been begun, this time included */
export function noteAttempt(register: Register, messageId: number): number {
  return keptPluck(
    register,
    `INSERT INTO read_attempt (message_id, attempts) VALUES (?, 1)
       ON CONFLICT (message_id) DO UPDATE SET attempts = attempts + 1 RETURNING attempts`,
  ).get(messageId) as number;
}

/** It was read, or it was no fault of the mail's that it was not. */
export function forgetAttempts(register: Register, messageId: number): void {
  kept(register, 'DELETE FROM read_attempt WHERE message_id = ?').run(messageId);
}

export function noteGivenUp(register: Register, messageId: number, at: Instant): void {
  kept(register, 'UPDATE read_attempt SET given_up_at = ? WHERE message_id = ?').run(at, messageId);
}

/** Mails that nobody opens any more, since the program died of them. */
export function givenUpMails(register: Register): number[] {
  return keptPluck(
    register,
    'SELECT message_id FROM read_attempt WHERE given_up_at IS NOT NULL ORDER BY 1',
  ).all() as number[];
}
