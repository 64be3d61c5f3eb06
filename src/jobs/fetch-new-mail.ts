import { createHash } from 'node:crypto';
import type { Mailbox } from '../mail-in/mailbox.ts';
import { captureItem, itemIsKnown, mailboxPosition, noteReadToEnd } from '../register/messages.ts';
import type { Register } from '../register/open-register.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { type ReadResult, readStoredMail } from './read-stored-mail.ts';

export type { Mailbox } from '../mail-in/mailbox.ts';

export interface FetchResult {
  fetched: number;
  /** The same bytes as a mail that is stored: linked, without effect. */
  known: number;
  /** Too large: only the headers were taken, and a person must look. */
  refused: number;
  read: ReadResult[];
}

/**
 * Takes everything that is new in a mailbox: raw bytes and position first, one transaction a mail, then reading, then
 * effects. A crash anywhere is mended by the next run. Throws when the mailbox cannot be reached (the door says so).
 */
export async function fetchNewMail(
  { register, mailbox, progress }: { register: Register; mailbox: Mailbox; progress?: (done: number) => void },
  now: () => Instant,
): Promise<FetchResult> {
  const result: FetchResult = { fetched: 0, known: 0, refused: 0, read: [] };
  const startedAt = now();
  let position = mailboxPosition(register, mailbox.name)?.position ?? null;
  for await (const mail of mailbox.mailsAfter(position, item => itemIsKnown(register, mailbox.name, item))) {
    position = mail.position;
    const { bytes, problem } = mail.content;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const captured = { mailbox: mailbox.name, item: mail.item, position: mail.position, arrivedAt: mail.arrivedAt };
    const { isNew } = captureItem(register, { ...captured, bytes, sha256, problem }, now());
    if (problem !== null) result.refused += 1;
    else if (isNew) result.fetched += 1;
    else result.known += 1;
    progress?.(result.fetched + result.known);
  }
  result.read = await readStoredMail({ register }, now);
  // The moment the look began: what came during it may not be seen yet.
  noteReadToEnd(register, mailbox.name, position ?? '0', startedAt);
  return result;
}
