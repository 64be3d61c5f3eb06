import { kept, keptPluck } from './kept-statement.ts';
import type { Register } from './open-register.ts';

/** The newest line of the journal; 0 before the first. Lines are only ever added, so a later number means news. */
export function newestJournalLine(register: Register): number {
  return (keptPluck(register, 'SELECT max(id) FROM journal').get() as number | null) ?? 0;
}

/** Campaigns on whose cases the journal has grown after a line. */
export function campaignsChangedSince(register: Register, line: number): string[] {
  return keptPluck(
    register,
    'SELECT DISTINCT c.campaign_id FROM journal j JOIN cases c ON c.id = j.case_id WHERE j.id > ?',
  ).all(line) as string[];
}

/** How many cases each campaign has. */
export function caseCounts(register: Register): Map<string, number> {
  const rows = kept(register, 'SELECT campaign_id AS id, count(*) AS count FROM cases GROUP BY campaign_id').all() as {
    id: string;
    count: number;
  }[];
  return new Map(rows.map(row => [row.id, row.count]));
}

/** Another text whenever a letter of a campaign is added, dropped or changes its state. */
export function outboxMark(register: Register, campaignId: string): string {
  return keptPluck(
    register,
    `SELECT group_concat(state || ' ' || n, ', ') FROM
       (SELECT l.state || ' ' || c.state AS state, count(*) AS n FROM letter l JOIN letter_case c ON c.letter_id = l.id
        WHERE l.campaign_id = ? GROUP BY 1 ORDER BY 1)`,
  ).get(campaignId) as string;
}
