import type { Instant } from '../rules/calendar/iso-date.ts';
import { kept, keptPluck } from './kept-statement.ts';
import type { Register } from './open-register.ts';

/** A letter that a person must look at, and since when. */
export interface TroubledLetter {
  id: number;
  campaignId: string;
  since: Instant;
}

/** Letters that may or may not have been taken, oldest first. */
export function uncertainLetters(register: Register): TroubledLetter[] {
  return kept(
    register,
    `SELECT id, campaign_id AS campaignId, coalesce(done_at, eod_at, planned_at) AS since FROM letter
       WHERE state = 'uncertain' ORDER BY since, id`,
  ).all() as TroubledLetter[];
}

/** Letters of running campaigns that the server refused for good, as long as one of their cases has had none since. */
export function rejectedLetters(register: Register): TroubledLetter[] {
  return kept(
    register,
    `SELECT id, campaign_id AS campaignId, coalesce(done_at, planned_at) AS since FROM letter l
       WHERE state = 'rejected' AND campaign_id IN (SELECT id FROM campaign WHERE state = 'running')
         AND EXISTS (SELECT 1 FROM letter_case c WHERE c.letter_id = l.id AND c.state = 'rejected'
           AND NOT EXISTS (SELECT 1 FROM letter_case d WHERE d.case_id = c.case_id AND d.trial = c.trial AND d.letter_id > l.id
             AND d.state IN ('owed', 'sent')))
       ORDER BY since, id`,
  ).all() as TroubledLetter[];
}

/** Letters of ours that came back to our own mailbox more often than that since a moment, their witness not counted. */
export function lettersComeBack(register: Register, oftener: number, since: Instant): TroubledLetter[] {
  return kept(
    register,
    `SELECT l.id, l.campaign_id AS campaignId, max(m.arrived_at) AS since
       FROM message m JOIN letter l ON l.mail_message_id = m.mail_message_id
       WHERE m.direction = 'in' AND m.arrived_at > @since AND m.id IS NOT l.witness_id
       GROUP BY l.id HAVING count(*) > @oftener ORDER BY since, l.id`,
  ).all({ oftener, since }) as TroubledLetter[];
}

/** The youngest letter that left on a track; null = none. */
export function lastSentOn(register: Register, mode: string): Instant | null {
  return (
    (keptPluck(register, "SELECT max(done_at) FROM letter WHERE state = 'sent' AND mode = ?").get(mode) as Instant) ??
    null
  );
}
