import type { Instant } from '../rules/calendar/iso-date.ts';
import type { Mode } from '../rules/standing/journal-entry.ts';
import { kept, keptPluck } from './kept-statement.ts';
import type { Register } from './open-register.ts';
import { type Envelope, type Letter, letterById, type NewLetter } from './outbox.ts';

/** The copy of a letter stands in our own mailbox; the first one that came is kept. */
export function noteWitness(register: Register, letterId: number, messageId: number, at: Instant): void {
  kept(
    register,
    `UPDATE letter SET witness_id = @messageId, witnessed_at = @at
       WHERE id = @letterId AND witnessed_at IS NULL`,
  ).run({ letterId, messageId, at });
}

/** Which of these cases have had a letter for this occasion on a track, as far as this register knows. */
export function casesServed(register: Register, caseIds: readonly number[], occasion: string, mode: Mode): number[] {
  return keptPluck(
    register,
    `SELECT case_id FROM letter_case WHERE state IN ('sent', 'rejected') AND occasion = ? AND trial = ?
       AND case_id IN (SELECT value FROM json_each(?))`,
  ).all(occasion, mode === 'live' ? 0 : 1, JSON.stringify(caseIds)) as number[];
}

/** A letter that left from a later state of this register, known by its copy alone. */
export interface FoundLetter extends Omit<NewLetter, 'cases' | 'approval' | 'approvedBy' | 'leavesAt' | 'roundId'> {
  caseIds: readonly number[];
  mailMessageId: string;
  messageId: number;
  envelope: Envelope;
  subject: string;
  text: string;
}

/**
 * Keeps it as sent. Rows that a letter of this register owed for the same occasion move over to it, so that nothing is
 * left there to send. The caller opens the transaction.
 */
export function addFoundLetter(register: Register, found: FoundLetter): Letter {
  const result = kept(
    register,
    `INSERT INTO letter (campaign_id, kind, deadline, new_deadline, collective, roles, mode, approval, state, planned_at,
         due_at, mail_message_id, message_id, envelope, subject, text, quotable, witness_id, witnessed_at, done_at, response)
       VALUES (@campaignId, @kind, @deadline, @newDeadline, @collective, @roles, @mode, 'approved', 'claimed', @dueAt,
         @dueAt, @mailMessageId, @messageId, @envelope, @subject, @text, @text, @messageId, @dueAt, @dueAt, '')`,
  ).run({
    campaignId: found.campaignId,
    kind: found.kind,
    deadline: found.deadline,
    newDeadline: found.newDeadline,
    collective: found.collective ? 1 : 0,
    roles: JSON.stringify(found.roles),
    mode: found.mode,
    dueAt: found.dueAt,
    mailMessageId: found.mailMessageId,
    messageId: found.messageId,
    envelope: JSON.stringify(found.envelope),
    subject: found.subject,
    text: found.text,
  });
  const id = Number(result.lastInsertRowid);
  const add = kept(
    register,
    `INSERT INTO letter_case (letter_id, case_id, occasion, trial, because, state)
       VALUES (?, ?, ?, ?, 'sendt før registeret ble hentet tilbake', 'owed')
     ON CONFLICT (case_id, occasion, trial) DO UPDATE SET letter_id = excluded.letter_id, state = 'owed',
       dropped_because = NULL`,
  );
  for (const caseId of found.caseIds) add.run(id, caseId, found.occasion, found.mode === 'live' ? 0 : 1);
  return letterById(register, id)!;
}
