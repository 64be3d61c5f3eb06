import type { Instant } from '../rules/calendar/iso-date.ts';
import { kept, keptPluck } from './kept-statement.ts';
import { insertMessage } from './messages.ts';
import type { Register } from './open-register.ts';

/** One item that a mailbox shows. */
export interface CapturedItem {
  mailbox: string;
  item: string;
  position: string;
  arrivedAt: Instant;
  bytes: Uint8Array;
  sha256: string;
  /** Why only the headers were taken, in Norwegian; null for a whole mail. */
  problem: string | null;
}

/** True when the item was captured before, in this or an earlier run. */
export function itemIsKnown(register: Register, mailbox: string, item: string): boolean {
  return kept(register, 'SELECT 1 FROM mailbox_item WHERE mailbox = ? AND item = ?').get(mailbox, item) !== undefined;
}

/**
 * Raw bytes and position in one transaction, before anything is read (reliability.md §4.6). The same bytes under another
 * item (moved, uploaded again) are linked to the message that is there, and have no effect of their own.
 */
export function captureItem(
  register: Register,
  captured: CapturedItem,
  now: Instant,
): { messageId: number; isNew: boolean } {
  const capture = register.transaction(() => {
    const { bytes, sha256, problem } = captured;
    const known = keptPluck(register, "SELECT id FROM message WHERE direction = 'in' AND sha256 = ?").get(sha256);
    const isNew = known === undefined;
    const messageId = isNew
      ? insertMessage(register, 'in', bytes, sha256, captured.arrivedAt, now, 'stored')
      : (known as number);
    noteItem(register, captured, messageId, problem);
    return { messageId, isNew };
  });
  return capture.immediate();
}

/** Several at a time: a write to the disk for each of 10,000 mails would be most of the work of taking them in. */
export function captureItems(
  register: Register,
  items: readonly CapturedItem[],
  now: Instant,
): { messageId: number; isNew: boolean }[] {
  return register.transaction(() => items.map(one => captureItem(register, one, now))).immediate();
}

/** An item that is nobody's business: nothing of it is kept but that it was seen. The caller opens the transaction. */
export function notePassedItem(register: Register, mailbox: string, item: string, position: string): void {
  noteItem(register, { mailbox, item, position }, null, null);
}

/** Where a mailbox stands, when nothing there was kept. */
export function notePosition(register: Register, mailbox: string, position: string): void {
  kept(
    register,
    `INSERT INTO mailbox_position (mailbox, position) VALUES (?, ?)
     ON CONFLICT (mailbox) DO UPDATE SET position = excluded.position`,
  ).run(mailbox, position);
}

/** An item that we put there ourselves: it is known, wherever the mailbox stands. */
export function noteOwnItem(register: Register, mailbox: string, item: string): void {
  kept(register, 'INSERT INTO mailbox_item (mailbox, item) VALUES (?, ?) ON CONFLICT DO NOTHING').run(mailbox, item);
}

function noteItem(
  register: Register,
  { mailbox, item, position }: Pick<CapturedItem, 'mailbox' | 'item' | 'position'>,
  messageId: number | null,
  problem: string | null,
): void {
  kept(
    register,
    'INSERT INTO mailbox_item (mailbox, item, message_id, problem) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(mailbox, item, messageId, problem);
  notePosition(register, mailbox, position);
}

export interface MailboxPosition {
  mailbox: string;
  position: string;
  readToEndAt: Instant | null;
}

const POSITION = 'SELECT mailbox, position, read_to_end_at AS readToEndAt FROM mailbox_position';

export function mailboxPosition(register: Register, mailbox: string): MailboxPosition | null {
  return (kept(register, `${POSITION} WHERE mailbox = ?`).get(mailbox) as MailboxPosition | undefined) ?? null;
}

/** All mailboxes that were ever looked into. */
export function mailboxPositions(register: Register): MailboxPosition[] {
  return kept(register, `${POSITION} ORDER BY mailbox`).all() as MailboxPosition[];
}

/** Notes that everything the mailbox had at that moment is stored and read: the gate for sending. */
export function noteReadToEnd(register: Register, mailbox: string, position: string, at: Instant): void {
  kept(
    register,
    `INSERT INTO mailbox_position (mailbox, position, read_to_end_at) VALUES (?, ?, ?)
       ON CONFLICT (mailbox) DO UPDATE SET read_to_end_at = excluded.read_to_end_at`,
  ).run(mailbox, position, at);
}

/** The moment at which each of these mailboxes had been read to its end; null when one never was. */
export function readToEndAt(register: Register, mailboxes: readonly string[]): Instant | null {
  const moments = mailboxes.map(name => mailboxPosition(register, name)?.readToEndAt ?? null);
  if (moments.length === 0 || moments.some(at => at === null)) return null;
  return moments.reduce((a, b) => (a! < b! ? a : b));
}

/** Why a message has only its headers; null for a whole one. */
export function captureProblem(register: Register, messageId: number): string | null {
  const problem = keptPluck(
    register,
    'SELECT problem FROM mailbox_item WHERE message_id = ? AND problem IS NOT NULL',
  ).get(messageId);
  return (problem as string | undefined) ?? null;
}

/** Items of a mailbox whose mail arrived since a day or moment, and that we have not moved away ourselves. */
export function itemsArrivedSince(register: Register, mailbox: string, since: string): string[] {
  return keptPluck(
    register,
    `SELECT i.item FROM mailbox_item i JOIN message m ON m.id = i.message_id
       WHERE i.mailbox = ? AND i.moved_at IS NULL AND m.arrived_at >= ?`,
  ).all(mailbox, since) as string[];
}

/** Items of a mailbox that were read, stand in the journal of a case, and lie where they came: oldest first. */
export function registeredItems(register: Register, mailbox: string): { item: string; messageId: number }[] {
  return kept(
    register,
    `SELECT i.item, coalesce(m.duplicate_of, m.id) AS messageId FROM mailbox_item i JOIN message m ON m.id = i.message_id
       WHERE i.mailbox = ? AND i.moved_at IS NULL AND m.state IN ('read', 'duplicate')
         AND EXISTS (SELECT 1 FROM journal j WHERE j.message_id = coalesce(m.duplicate_of, m.id) AND j.case_id IS NOT NULL)
       ORDER BY i.rowid`,
  ).all(mailbox) as { item: string; messageId: number }[];
}

export function noteMoved(register: Register, mailbox: string, items: readonly string[], at: Instant): void {
  kept(
    register,
    'UPDATE mailbox_item SET moved_at = ? WHERE mailbox = ? AND item IN (SELECT value FROM json_each(?))',
  ).run(at, mailbox, JSON.stringify(items));
}
