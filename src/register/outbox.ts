import type { Instant, IsoDate } from '../rules/calendar/iso-date.ts';
import type { LetterKind, Role } from '../rules/campaign/campaign.ts';
import type { Mode } from '../rules/standing/journal-entry.ts';
import { kept, keptPluck } from './kept-statement.ts';
import type { Register } from './open-register.ts';

export type LetterState =
  | 'planned'
  | 'rendered'
  | 'claimed'
  | 'eod'
  | 'sent'
  | 'retry'
  | 'rejected'
  | 'uncertain'
  | 'cancelled'
  | 'expired';

export interface Envelope {
  from: string;
  to: string[];
  /** Our own mailbox, which gets a copy in the same transaction; missing in letters from before there was one. */
  witness?: string | null;
}

/** An address that the server did not take while others were. */
export interface RefusedRecipient {
  address: string;
  permanent: boolean;
  why: string;
}

/** An outgoing letter with its delivery state; its cases are in letter_case. */
export interface Letter {
  id: number;
  campaignId: string;
  kind: LetterKind;
  roundId: number | null;
  deadline: IsoDate | null;
  newDeadline: IsoDate | null;
  collective: boolean;
  roles: Role[];
  mode: Mode;
  approval: 'waiting' | 'approved';
  approvedBy: string | null;
  leavesAt: Instant | null;
  state: LetterState;
  plannedAt: Instant;
  dueAt: Instant;
  mailMessageId: string | null;
  messageId: number | null;
  envelope: Envelope | null;
  subject: string | null;
  /** The plain text as it left. */
  text: string | null;
  quotable: string | null;
  attempt: number;
  doneAt: Instant | null;
  response: string | null;
  eodAt: Instant | null;
  /** When our own copy of it was seen. */
  witnessedAt: Instant | null;
  /** Known before the final dot. */
  refused: RefusedRecipient[];
}

export interface LetterCase {
  letterId: number;
  caseId: number;
  occasion: string;
  because: string;
  state: 'owed' | 'sent' | 'dropped' | 'rejected';
  droppedBecause: string | null;
}

export interface NewLetter {
  campaignId: string;
  kind: LetterKind;
  roundId: number | null;
  deadline: IsoDate | null;
  newDeadline: IsoDate | null;
  collective: boolean;
  roles: Role[];
  mode: Mode;
  approval: 'waiting' | 'approved';
  approvedBy: string | null;
  leavesAt: Instant | null;
  plannedAt: Instant;
  dueAt: Instant;
  occasion: string;
  cases: { caseId: number; because: string }[];
}

const COLUMNS = `id, campaign_id AS campaignId, kind, round_id AS roundId, deadline, new_deadline AS newDeadline, collective,
  roles, mode, approval, approved_by AS approvedBy, leaves_at AS leavesAt, state, planned_at AS plannedAt, due_at AS dueAt,
  mail_message_id AS mailMessageId, message_id AS messageId, envelope, subject, text, quotable, attempt, done_at AS doneAt, response,
  eod_at AS eodAt, witnessed_at AS witnessedAt, refused`;

/**
 * Plans a letter. The database prevents doubles: a case that has a letter for this occasion (in its track) is left out.
 * @returns the letter's id, or null when every case had one already. The caller opens the transaction.
 */
export function planLetter(register: Register, letter: NewLetter): number | null {
  const trial = letter.mode === 'live' ? 0 : 1;
  const taken = kept(register, 'SELECT 1 FROM letter_case WHERE case_id = ? AND occasion = ? AND trial = ?');
  const fresh = letter.cases.filter(one => taken.get(one.caseId, letter.occasion, trial) === undefined);
  if (fresh.length === 0) return null;
  const result = kept(
    register,
    `INSERT INTO letter (campaign_id, kind, round_id, deadline, new_deadline, collective, roles, mode, approval, approved_by,
         leaves_at, state, planned_at, due_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned', ?, ?)`,
  ).run(
    letter.campaignId,
    letter.kind,
    letter.roundId,
    letter.deadline,
    letter.newDeadline,
    letter.collective ? 1 : 0,
    JSON.stringify(letter.roles),
    letter.mode,
    letter.approval,
    letter.approvedBy,
    letter.leavesAt,
    letter.plannedAt,
    letter.dueAt,
  );
  const id = Number(result.lastInsertRowid);
  const add = kept(
    register,
    "INSERT INTO letter_case (letter_id, case_id, occasion, trial, because, state) VALUES (?, ?, ?, ?, ?, 'owed')",
  );
  for (const one of fresh) add.run(id, one.caseId, letter.occasion, trial, one.because);
  return id;
}

export function letterById(register: Register, id: number): Letter | null {
  const row = kept(register, `SELECT ${COLUMNS} FROM letter WHERE id = ?`).get(id);
  return row === undefined ? null : toLetter(row);
}

/** Letters of a campaign (or of all), oldest first. */
export function lettersOf(register: Register, campaignId: string | null = null): Letter[] {
  const rows =
    campaignId === null
      ? kept(register, `SELECT ${COLUMNS} FROM letter ORDER BY id`).all()
      : kept(register, `SELECT ${COLUMNS} FROM letter WHERE campaign_id = ? ORDER BY id`).all(campaignId);
  return rows.map(toLetter);
}

export function casesOfLetter(register: Register, letterId: number): LetterCase[] {
  return kept(
    register,
    `SELECT letter_id AS letterId, case_id AS caseId, occasion, because, state, dropped_because AS droppedBecause
       FROM letter_case WHERE letter_id = ? ORDER BY case_id`,
  ).all(letterId) as LetterCase[];
}

/** Occasions for which a case has a letter in the outbox or behind it, dropped ones included: each comes once; as of a moment. */
export function occasionsOf(register: Register, caseId: number, trial: boolean, until: Instant): string[] {
  return keptPluck(
    register,
    'SELECT occasion FROM letter_case c JOIN letter l ON l.id = c.letter_id WHERE case_id = ? AND trial = ? AND planned_at <= ?',
  ).all(caseId, trial ? 1 : 0, until) as string[];
}

/** True when a letter to the case was handed over and nobody knows whether it was taken. */
export function isInDoubt(register: Register, caseId: number, trial: boolean): boolean {
  return (
    kept(
      register,
      `SELECT 1 FROM letter_case c JOIN letter l ON l.id = c.letter_id
       WHERE case_id = ? AND trial = ? AND l.state IN ('eod', 'uncertain')`,
    ).get(caseId, trial ? 1 : 0) !== undefined
  );
}

/** Letters that may leave now: due, and approved or past the hour until which they could be stopped. */
export function lettersToDeliver(register: Register, now: Instant): Letter[] {
  const rows = kept(
    register,
    `SELECT ${COLUMNS} FROM letter
       WHERE state IN ('planned', 'rendered', 'retry') AND due_at <= @now AND coalesce(next_try_at, '') <= @now
         AND (approval = 'approved' OR (leaves_at IS NOT NULL AND leaves_at <= @now))
       ORDER BY due_at, id`,
  ).all({ now });
  return rows.map(toLetter);
}

export function approveLetter(register: Register, id: number, by: string): boolean {
  return (
    kept(
      register,
      `UPDATE letter SET approval = 'approved', approved_by = ?
         WHERE id = ? AND approval = 'waiting' AND state IN ('planned', 'rendered', 'retry')`,
    ).run(by, id).changes === 1
  );
}

/** Takes a case out of a letter that has not left. */
export function dropCase(register: Register, letterId: number, caseId: number, because: string): void {
  kept(
    register, // A request that did not leave may be sent later after all; a rung or a round comes once.
    `UPDATE letter_case SET state = 'dropped', dropped_because = ?,
         occasion = CASE occasion WHEN 'request' THEN 'request, dropped from ' || letter_id ELSE occasion END
       WHERE letter_id = ? AND case_id = ? AND state = 'owed'`,
  ).run(because, letterId, caseId);
}

/** Only what the state's trigger allows; `fields` are set along with the state. `uncounted`: the attempt was none. */
export function moveLetter(
  register: Register,
  id: number,
  from: LetterState,
  to: LetterState,
  fields: Partial<{
    claimedAt: Instant;
    eodAt: Instant;
    doneAt: Instant;
    response: string;
    nextTryAt: Instant;
    uncounted: boolean;
    refused: readonly RefusedRecipient[];
  }> = {},
): boolean {
  const result = kept(
    register,
    `UPDATE letter SET state = @to, claimed_at = coalesce(@claimedAt, claimed_at), done_at = coalesce(@doneAt, done_at),
         response = coalesce(@response, response), next_try_at = coalesce(@nextTryAt, next_try_at),
         eod_at = coalesce(@eodAt, eod_at), refused = coalesce(@refused, refused), attempt = attempt + (CASE WHEN @to = 'claimed' THEN 1 ELSE 0 END) - @uncounted
       WHERE id = @id AND state = @from`,
  ).run({
    id,
    from,
    to,
    claimedAt: fields.claimedAt ?? null,
    eodAt: fields.eodAt ?? null,
    refused: fields.refused === undefined ? null : JSON.stringify(fields.refused),
    uncounted: fields.uncounted === true ? 1 : 0,
    doneAt: fields.doneAt ?? null,
    response: fields.response ?? null,
    nextTryAt: fields.nextTryAt ?? null,
  });
  return result.changes === 1;
}

/** Letters that stand in one state, oldest first. */
export function lettersInState(register: Register, state: LetterState): Letter[] {
  return kept(register, `SELECT ${COLUMNS} FROM letter WHERE state = ? ORDER BY id`).all(state).map(toLetter);
}

/** Freezes the bytes of a planned letter. */
export function freezeLetter(
  register: Register,
  id: number,
  frozen: {
    mailMessageId: string;
    messageId: number;
    envelope: Envelope;
    subject: string;
    text: string;
    quotable: string;
  },
): void {
  kept(
    register,
    `UPDATE letter SET state = 'rendered', mail_message_id = ?, message_id = ?, envelope = ?, subject = ?, text = ?, quotable = ?
       WHERE id = ? AND state = 'planned'`,
  ).run(
    frozen.mailMessageId,
    frozen.messageId,
    JSON.stringify(frozen.envelope),
    frozen.subject,
    frozen.text,
    frozen.quotable,
    id,
  );
}

/** A row of the letter that went along, or came back. */
export function markCase(register: Register, letterId: number, caseId: number, state: 'sent' | 'rejected'): void {
  kept(register, "UPDATE letter_case SET state = ? WHERE letter_id = ? AND case_id = ? AND state = 'owed'").run(
    state,
    letterId,
    caseId,
  );
}

/** All rows that are still owed went along. */
export function markCases(register: Register, letterId: number, state: 'sent' | 'rejected'): void {
  for (const row of casesOfLetter(register, letterId)) markCase(register, letterId, row.caseId, state);
}

/** Letters of a case that have left, oldest first: the thread that a new letter continues. */
export function sentLettersOfCase(register: Register, caseId: number, trial: boolean): Letter[] {
  const rows = kept(
    register,
    `SELECT ${COLUMNS} FROM letter WHERE state = 'sent' AND id IN
         (SELECT letter_id FROM letter_case WHERE case_id = ? AND trial = ? AND state = 'sent') ORDER BY done_at, id`,
  ).all(caseId, trial ? 1 : 0);
  return rows.map(toLetter);
}

function toLetter(row: unknown): Letter {
  const raw = row as Omit<Letter, 'collective' | 'roles' | 'envelope' | 'refused'> & {
    collective: number;
    roles: string;
    envelope: string | null;
    refused: string | null;
  };
  return {
    ...raw,
    collective: raw.collective === 1,
    roles: JSON.parse(raw.roles) as Role[],
    envelope: raw.envelope === null ? null : (JSON.parse(raw.envelope) as Envelope),
    refused: raw.refused === null ? [] : (JSON.parse(raw.refused) as RefusedRecipient[]),
  };
}

/** What we sent in a campaign to these cases, or under these Message-IDs: a reply quotes it. Newest first. */
export function sentTexts(
  register: Register,
  campaignId: string,
  caseIds: number[],
  mailMessageIds: string[],
): { messageId: string; sentOn: Instant; subject: string; text: string }[] {
  return kept(
    register,
    `SELECT mail_message_id AS messageId, done_at AS sentOn, subject, text FROM letter
     WHERE id IN (
         SELECT id FROM letter WHERE mail_message_id IN (SELECT value FROM json_each(@ids))
         UNION SELECT letter_id FROM letter_case WHERE case_id IN (SELECT value FROM json_each(@cases)))
       AND campaign_id = @campaignId AND state = 'sent' AND text IS NOT NULL
     ORDER BY done_at DESC`,
  ).all({ campaignId, ids: JSON.stringify(mailMessageIds), cases: JSON.stringify(caseIds) }) as {
    messageId: string;
    sentOn: Instant;
    subject: string;
    text: string;
  }[];
}

/** The campaign and cases of a letter of ours, by its Message-ID; null when it is not ours. */
export function letterByMailId(register: Register, mailMessageId: string): Letter | null {
  const row = kept(register, `SELECT ${COLUMNS} FROM letter WHERE mail_message_id = ?`).get(mailMessageId);
  return row === undefined ? null : toLetter(row);
}
