import type { Instant } from '../rules/calendar/iso-date.ts';
import type { CaseEvent, JournalEntry, Mode } from '../rules/standing/journal-entry.ts';
import { kept, keptPluck } from './kept-statement.ts';
import type { Register } from './open-register.ts';

/** Who did it and in connection with what. */
export interface JournalContext {
  at: Instant;
  actor: { kind: 'robot' | 'person'; name: string };
  messageId?: number | null;
  letterId?: number | null;
  mode?: Mode | null;
}

interface Row {
  id: number;
  at: string;
  actor_kind: 'robot' | 'person';
  actor: string;
  event: string;
  case_id: number | null;
  message_id: number | null;
  letter_id: number | null;
  mode: Mode | null;
  data: string;
}

/** Adds one line to a case's journal. */
export function writeJournal(register: Register, caseId: number, event: CaseEvent, context: JournalContext): number {
  return insert(register, caseId, null, event.event, event, context);
}

/** A line that belongs to a campaign or a message but to no case: an order, a mail from somebody unknown. */
export function writeCampaignJournal(
  register: Register,
  campaignId: string | null,
  event: { event: string } & Record<string, unknown>,
  context: JournalContext,
): number {
  return insert(register, null, campaignId, event.event, event, context);
}

/** All lines of a case, oldest first. */
export function journalOfCase(register: Register, caseId: number): JournalEntry[] {
  const rows = kept(register, 'SELECT * FROM journal WHERE case_id = ? ORDER BY id').all(caseId) as Row[];
  return rows.map(toEntry);
}

/** All lines of all cases of a campaign, by case. */
export function journalOfCampaign(register: Register, campaignId: string): Map<number, JournalEntry[]> {
  const rows = kept(
    register,
    'SELECT j.* FROM journal j JOIN cases c ON c.id = j.case_id WHERE c.campaign_id = ? ORDER BY j.id',
  ).all(campaignId) as Row[];
  const byCase = new Map<number, JournalEntry[]>();
  for (const row of rows) {
    const list = byCase.get(row.case_id!) ?? [];
    list.push(toEntry(row));
    byCase.set(row.case_id!, list);
  }
  return byCase;
}

/** Cases in whose journal a message stands. */
export function casesOfMessage(register: Register, messageId: number): number[] {
  return keptPluck(
    register,
    'SELECT DISTINCT case_id FROM journal WHERE message_id = ? AND case_id IS NOT NULL ORDER BY case_id',
  ).all(messageId) as number[];
}

/** Each case's first reference of the municipality's own («Deres ref.»), from receipts and answers that are not undone. */
export function theirReferences(register: Register, campaignId: string): Map<number, string> {
  const rows = kept(
    register,
    `SELECT j.case_id AS caseId, json_extract(j.data, '$.caseRefs[0]') AS reference
     FROM journal j JOIN cases c ON c.id = j.case_id
     WHERE c.campaign_id = ? AND json_array_length(j.data, '$.caseRefs') > 0
       AND NOT EXISTS (SELECT 1 FROM journal u WHERE u.event = 'undone' AND json_extract(u.data, '$.entry') = j.id)
     ORDER BY j.id DESC`,
  ).all(campaignId) as { caseId: number; reference: string }[];
  // Newest first, so that the first one said stands in the end.
  return new Map(rows.map(({ caseId, reference }) => [caseId, reference]));
}

/** When the last letter of a campaign left to anybody, on whatever track; null before the first. */
export function lastLetterOfCampaign(register: Register, campaignId: string): Instant | null {
  return keptPluck(
    register,
    `SELECT max(j.at) FROM journal j JOIN cases c ON c.id = j.case_id
       WHERE c.campaign_id = ? AND j.event = 'letter-sent'`,
  ).get(campaignId) as Instant | null;
}

export interface OpenReview {
  entryId: number;
  messageId: number | null;
  caseId: number | null;
  campaignId: string | null;
  at: Instant;
  data: Record<string, unknown>;
}

/** Readings that wait for a person, oldest first: raised, not undone and not settled for that case (or at all). */
export function openReviews(register: Register): OpenReview[] {
  const rows = kept(
    register,
    `SELECT j.*, coalesce(j.campaign_id, c.campaign_id) AS campaign FROM journal j LEFT JOIN cases c ON c.id = j.case_id
       WHERE j.event = 'review-raised'
         AND NOT EXISTS (SELECT 1 FROM journal u WHERE u.event = 'undone' AND json_extract(u.data, '$.entry') = j.id)
         AND NOT EXISTS (
           SELECT 1 FROM journal s WHERE s.event = 'review-settled' AND s.message_id = j.message_id AND s.id > j.id
             AND (j.case_id IS NULL OR s.case_id IS j.case_id)
             AND NOT EXISTS (SELECT 1 FROM journal u WHERE u.event = 'undone' AND json_extract(u.data, '$.entry') = s.id))
       ORDER BY j.id`,
  ).all() as (Row & { campaign: string | null })[];
  // A re-reading asks once more about what the first reading asked: the newest question has the newest reasons.
  const newest = new Map(
    rows.map(row => [row.message_id === null ? `line ${row.id}` : `${row.message_id} ${row.case_id}`, row.id]),
  );
  const ids = new Set(newest.values());
  return rows
    .filter(row => ids.has(row.id))
    .map(row => ({
      entryId: row.id,
      messageId: row.message_id,
      caseId: row.case_id,
      campaignId: row.campaign,
      at: row.at,
      data: JSON.parse(row.data) as Record<string, unknown>,
    }));
}

/** Mails that wait behind the review of a message, since their sender sends too many. */
export function mailsBehind(register: Register, messageId: number): number[] {
  return keptPluck(
    register,
    `SELECT DISTINCT message_id FROM journal WHERE event = 'mail-braked' AND json_extract(data, '$.behind') = ? ORDER BY 1`,
  ).all(messageId) as number[];
}

/** A person's last act on a case, or the robot's last answer or bounce: what merely came in is no act, a sent letter stands. */
export function lastUndoable(register: Register, caseId: number): JournalEntry | null {
  const row = kept(
    register,
    `SELECT j.* FROM journal j WHERE j.case_id = ? AND j.event NOT IN ('undone', 'letter-sent', 'opened', 'rung-spared', 'deadline-moved')
         AND (j.actor_kind = 'person' OR j.event IN ('answered', 'bounced'))
         AND NOT EXISTS (SELECT 1 FROM journal u WHERE u.event = 'undone' AND json_extract(u.data, '$.entry') = j.id)
       ORDER BY j.id DESC LIMIT 1`,
  ).get(caseId) as Row | undefined;
  return row === undefined ? null : toEntry(row);
}

/** The lines that one person's act wrote together (same moment, actor and message) on a case. */
export function linesOfSameAct(register: Register, caseId: number, entry: JournalEntry): JournalEntry[] {
  const rows = kept(
    register,
    'SELECT * FROM journal WHERE case_id = ? AND at = ? AND actor = ? AND message_id IS ? ORDER BY id',
  ).all(caseId, entry.at, entry.actor, entry.messageId) as Row[];
  return rows.map(toEntry).filter(line => line.event !== 'letter-sent' && line.event !== 'undone');
}

/** Lines that persons wrote about one message and that are not undone, on whatever case or none; newest first. */
export function personsLinesOfMessage(
  register: Register,
  messageId: number,
): { entry: JournalEntry; caseId: number | null; campaignId: string | null }[] {
  const rows = kept(
    register,
    `SELECT j.* FROM journal j WHERE j.message_id = ? AND j.actor_kind = 'person' AND j.event <> 'undone'
         AND NOT EXISTS (SELECT 1 FROM journal u WHERE u.event = 'undone' AND json_extract(u.data, '$.entry') = j.id)
       ORDER BY j.id DESC`,
  ).all(messageId) as (Row & { campaign_id: string | null })[];
  return rows.map(row => ({ entry: toEntry(row), caseId: row.case_id, campaignId: row.campaign_id }));
}

/** A line with where it stands: on a case, or on a campaign or nothing. */
export interface PlacedLine {
  entry: JournalEntry;
  caseId: number | null;
  campaignId: string | null;
}

/** All lines about a message, on whatever case or none, also those that are undone; oldest first. */
export function linesOfMessage(register: Register, messageId: number): PlacedLine[] {
  const rows = kept(register, 'SELECT * FROM journal WHERE message_id = ? ORDER BY id').all(messageId) as (Row & {
    campaign_id: string | null;
  })[];
  return rows.map(row => ({ entry: toEntry(row), caseId: row.case_id, campaignId: row.campaign_id }));
}

/** What people did last, newest first; the cases that a new campaign opened are left out, its first line speaks for them. */
export function lastLinesOfPeople(register: Register, most: number): PlacedLine[] {
  const rows = kept(
    register,
    "SELECT * FROM journal WHERE actor_kind = 'person' AND event <> 'opened' ORDER BY id DESC LIMIT ?",
  ).all(most) as (Row & { campaign_id: string | null })[];
  return rows.map(row => ({ entry: toEntry(row), caseId: row.case_id, campaignId: row.campaign_id }));
}

/** Where a municipality's own case number was first seen, per case: lines that are not undone, in the order written. */
export function referencesSeen(
  register: Register,
): { caseId: number; messageId: number | null; at: Instant; reference: string }[] {
  return kept(
    register,
    `SELECT j.case_id AS caseId, j.message_id AS messageId, j.at, json_extract(j.data, '$.caseRefs[0]') AS reference
     FROM journal j
     WHERE j.case_id IS NOT NULL AND json_array_length(j.data, '$.caseRefs') > 0
       AND NOT EXISTS (SELECT 1 FROM journal u WHERE u.event = 'undone' AND json_extract(u.data, '$.entry') = j.id)
     ORDER BY j.id`,
  ).all() as ReturnType<typeof referencesSeen>;
}

/** The same event of the same act on all cases that it touched: one new address stands on each of a municipality's cases. */
export function sameActOnAllCases(register: Register, entry: JournalEntry): { entry: JournalEntry; caseId: number }[] {
  const rows = kept(
    register,
    'SELECT * FROM journal WHERE at = ? AND actor = ? AND event = ? AND case_id IS NOT NULL AND message_id IS ? ORDER BY id',
  ).all(entry.at, entry.actor, entry.event, entry.messageId) as Row[];
  return rows.map(row => ({ entry: toEntry(row), caseId: row.case_id! }));
}

function insert(
  register: Register,
  caseId: number | null,
  campaignId: string | null,
  name: string,
  event: { event: string },
  context: JournalContext,
): number {
  const { event: _, ...data } = event as { event: string } & Record<string, unknown>;
  const result = kept(
    register,
    `INSERT INTO journal (at, actor_kind, actor, event, case_id, campaign_id, message_id, letter_id, mode, data)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    context.at,
    context.actor.kind,
    context.actor.name,
    name,
    caseId,
    campaignId,
    context.messageId ?? null,
    context.letterId ?? null,
    context.mode ?? null,
    JSON.stringify(data),
  );
  return Number(result.lastInsertRowid);
}

function toEntry(row: Row): JournalEntry {
  return {
    ...(JSON.parse(row.data) as object),
    event: row.event,
    id: row.id,
    at: row.at,
    actorKind: row.actor_kind,
    actor: row.actor,
    messageId: row.message_id,
    letterId: row.letter_id,
    mode: row.mode,
  } as JournalEntry;
}
