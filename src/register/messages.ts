import { createHash } from 'node:crypto';
import type { Instant } from '../rules/calendar/iso-date.ts';
import type { Reading } from '../rules/replies/reading.ts';
import { kept, keptPluck } from './kept-statement.ts';
import type { Register } from './open-register.ts';

export type MessageState = 'stored' | 'read' | 'duplicate' | 'quarantined';

export interface StoredMessage {
  id: number;
  bytes: Uint8Array;
  arrivedAt: Instant;
  state: MessageState;
}

export interface MessageHeader {
  id: number;
  direction: 'in' | 'out';
  arrivedAt: Instant;
  state: MessageState;
  messageId: string | null;
  from: string | null;
  subject: string | null;
}

/** Stored but not read yet, oldest arrival first. */
export function unreadMessages(register: Register): { id: number; arrivedAt: Instant }[] {
  return kept(
    register,
    `SELECT id, arrived_at AS arrivedAt FROM message WHERE direction = 'in' AND state = 'stored' ORDER BY arrived_at, id`,
  ).all() as { id: number; arrivedAt: Instant }[];
}

/** Read or set aside, oldest first; not the repetitions, which have no effect of their own, nor what the program died of. */
export function readMessages(register: Register): { id: number; arrivedAt: Instant }[] {
  return kept(
    register,
    `SELECT id, arrived_at AS arrivedAt FROM message WHERE direction = 'in' AND state IN ('read', 'quarantined')
         AND id NOT IN (SELECT message_id FROM read_attempt WHERE given_up_at IS NOT NULL)
       ORDER BY arrived_at, id`,
  ).all() as { id: number; arrivedAt: Instant }[];
}

/** False when somebody has read it since it was listed. */
export function isUnread(register: Register, id: number): boolean {
  return kept(register, "SELECT 1 FROM message WHERE id = ? AND state = 'stored'").get(id) !== undefined;
}

export function storedMessage(register: Register, id: number): StoredMessage | null {
  const row = kept(
    register,
    `SELECT id, bytes, arrived_at AS arrivedAt, state FROM message JOIN message_bytes ON message_id = id WHERE id = ?`,
  ).get(id);
  return (row as StoredMessage | undefined) ?? null;
}

/** Whether a message's bytes are still those that were stored. */
export function isAsStored(register: Register, id: number): boolean {
  const sha256 = keptPluck(register, 'SELECT sha256 FROM message WHERE id = ?').get(id);
  return createHash('sha256').update(storedMessage(register, id)!.bytes).digest('hex') === sha256;
}

/** The incoming message of these very bytes; null when there is none. */
export function messageBySha(register: Register, sha256: string): number | null {
  const id = keptPluck(register, "SELECT id FROM message WHERE direction = 'in' AND sha256 = ?").get(sha256);
  return (id as number | undefined) ?? null;
}

export function messageHeader(register: Register, id: number): MessageHeader | null {
  const row = kept(
    register,
    `SELECT id, direction, arrived_at AS arrivedAt, state, mail_message_id AS messageId, from_address AS "from", subject
       FROM message WHERE id = ?`,
  ).get(id);
  return (row as MessageHeader | undefined) ?? null;
}

/** Incoming mails with that Message-ID; more than one when an id was used again. */
export function incomingByMailId(register: Register, mailMessageId: string): number[] {
  return keptPluck(register, "SELECT id FROM message WHERE direction = 'in' AND mail_message_id = ? ORDER BY id").all(
    mailMessageId,
  ) as number[];
}

/** Other incoming mails under that Message-ID that were read before, whoever sent them; not those that are linked to one. */
export function othersWithSameId(
  register: Register,
  mailMessageId: string,
  except: number,
): { id: number; from: string | null; state: MessageState }[] {
  return kept(
    register,
    `SELECT id, from_address AS "from", state FROM message WHERE direction = 'in' AND mail_message_id = ? AND id <> ?
         AND state IN ('read', 'quarantined') ORDER BY id`,
  ).all(mailMessageId, except) as ReturnType<typeof othersWithSameId>;
}

/** How many mails of a sender that arrived within these moments were answers, or wait for a person; repetitions do not count. */
export function answersSince(
  register: Register,
  from: string,
  within: { from: Instant; to: Instant },
  except: number,
): number {
  return keptPluck(
    register,
    `SELECT count(*) FROM message m WHERE from_address = ? AND arrived_at > ? AND arrived_at <= ? AND direction = 'in'
         AND id <> ? AND state IN ('read', 'quarantined')
         AND (SELECT json_extract(reading, '$.kind') = 'answer' OR json_extract(reading, '$.review') = 1
              FROM reading WHERE message_id = m.id ORDER BY id DESC LIMIT 1)`,
  ).get(from, within.from, within.to, except) as number;
}

export interface ReadOutcome {
  state: Exclude<MessageState, 'stored'>;
  duplicateOf: number | null;
  messageId: string | null;
  from: string | null;
  subject: string;
}

/** Marks a message as read (or linked, or quarantined) and keeps its reading. The caller opens the transaction. */
export function noteReading(
  register: Register,
  id: number,
  outcome: ReadOutcome,
  reading: Reading,
  readerVersion: string,
  at: Instant,
): void {
  kept(
    register,
    'UPDATE message SET state = ?, duplicate_of = ?, mail_message_id = ?, from_address = ?, subject = ? WHERE id = ?',
  ).run(outcome.state, outcome.duplicateOf, outcome.messageId, outcome.from, outcome.subject, id);
  kept(
    register,
    `INSERT INTO reading (message_id, reader_version, reading, read_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (message_id, reader_version) DO UPDATE SET reading = excluded.reading, read_at = excluded.read_at`,
  ).run(id, readerVersion, JSON.stringify(reading), at);
}

/** The newest reading of a message, null before it was read. */
export function readingOf(register: Register, messageId: number): Reading | null {
  const text = keptPluck(register, 'SELECT reading FROM reading WHERE message_id = ? ORDER BY id DESC LIMIT 1').get(
    messageId,
  );
  return text === undefined ? null : (JSON.parse(text as string) as Reading);
}

/** Every reading of a message with the reader that made it, oldest first. */
export function readingsOf(register: Register, messageId: number): { reader: string; reading: Reading; at: Instant }[] {
  const rows = kept(
    register,
    'SELECT reader_version AS reader, reading, read_at AS at FROM reading WHERE message_id = ? ORDER BY id',
  ).all(messageId) as { reader: string; reading: string; at: Instant }[];
  return rows.map(row => ({ ...row, reading: JSON.parse(row.reading) as Reading }));
}

/** Keeps the bytes of a mail that we send (or that the adviser sent by hand). */
export function addOutgoing(
  register: Register,
  mail: { bytes: Uint8Array; sha256: string; messageId: string; from: string; subject: string },
  at: Instant,
): number {
  const known = keptPluck(register, "SELECT id FROM message WHERE direction = 'out' AND sha256 = ?").get(mail.sha256);
  if (known !== undefined) return known as number;
  const id = insertMessage(register, 'out', mail.bytes, mail.sha256, at, at, 'read');
  kept(register, 'UPDATE message SET mail_message_id = ?, from_address = ?, subject = ? WHERE id = ?').run(
    mail.messageId,
    mail.from,
    mail.subject,
    id,
  );
  return id;
}

export function countMessages(register: Register): {
  stored: number;
  unread: number;
  quarantined: number;
  refused: number;
} {
  return kept(
    register,
    `SELECT count(*) AS stored, count(*) FILTER (WHERE state = 'stored') AS unread,
         count(*) FILTER (WHERE state = 'quarantined') AS quarantined,
         (SELECT count(*) FROM mailbox_item WHERE problem IS NOT NULL) AS refused
       FROM message WHERE direction = 'in'`,
  ).get() as { stored: number; unread: number; quarantined: number; refused: number };
}

/** A new row; the caller opens the transaction and has seen that the bytes are not there. */
export function insertMessage(
  register: Register,
  direction: 'in' | 'out',
  bytes: Uint8Array,
  sha256: string,
  arrivedAt: Instant,
  now: Instant,
  state: MessageState,
): number {
  const result = kept(
    register,
    'INSERT INTO message (direction, sha256, size, arrived_at, stored_at, state) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(direction, sha256, bytes.byteLength, arrivedAt, now, state);
  const id = Number(result.lastInsertRowid);
  kept(register, 'INSERT INTO message_bytes (message_id, bytes) VALUES (?, ?)').run(id, bytes);
  return id;
}
