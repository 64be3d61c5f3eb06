import type { Instant } from '../rules/calendar/iso-date.ts';
import { kept } from './kept-statement.ts';
import type { Register } from './open-register.ts';

/** When letters of a campaign left: the moment of each, its kind and how many cases it went to; oldest first. */
export function letterDays(register: Register, campaignId: string): { at: Instant; kind: string; cases: number }[] {
  return kept(
    register,
    `SELECT l.done_at AS at, l.kind, count(*) AS cases FROM letter l JOIN letter_case c ON c.letter_id = l.id
       WHERE l.campaign_id = ? AND l.state = 'sent' AND c.state = 'sent' GROUP BY l.id ORDER BY l.done_at, l.id`,
  ).all(campaignId) as { at: Instant; kind: string; cases: number }[];
}
