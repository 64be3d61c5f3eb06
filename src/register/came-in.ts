import type { Instant } from '../rules/calendar/iso-date.ts';
import type { JournalEntry } from '../rules/standing/journal-entry.ts';
import { kept } from './kept-statement.ts';
import type { Register } from './open-register.ts';

/** Something that a municipality wrote, as the journal has it. */
export interface CameIn {
  caseId: number;
  messageId: number;
  at: Instant;
  event: JournalEntry['event'];
  data: Record<string, unknown>;
}

/** Answers and questions to a person that came within these moments and stand, newest first. */
export function cameInBetween(register: Register, from: Instant, to: Instant, most: number): CameIn[] {
  const rows = kept(
    register,
    `SELECT j.case_id AS caseId, j.message_id AS messageId, m.arrived_at AS at, j.event, j.data
       FROM message m JOIN journal j ON j.message_id = m.id
       WHERE m.direction = 'in' AND m.arrived_at > ? AND m.arrived_at <= ? AND j.case_id IS NOT NULL
         AND j.event IN ('answered', 'review-raised', 'confirmed') AND j.actor_kind = 'robot'
         AND NOT EXISTS (SELECT 1 FROM journal u WHERE u.event = 'undone' AND json_extract(u.data, '$.entry') = j.id)
       ORDER BY m.arrived_at DESC, j.id DESC LIMIT ?`,
  ).all(from, to, most) as (Omit<CameIn, 'data'> & { data: string })[];
  return rows.map(row => ({ ...row, data: JSON.parse(row.data) as Record<string, unknown> }));
}
