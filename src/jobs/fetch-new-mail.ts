import { createHash } from 'node:crypto';
import type { Mailbox, MailItem, Passed } from '../mail-in/mailbox.ts';
import { readApart } from '../mail-in/read-apart.ts';
import { captureItems, itemIsKnown, mailboxPosition, notePosition, noteReadToEnd } from '../register/mailbox-items.ts';
import type { Register } from '../register/open-register.ts';
import type { Instant, IsoDate } from '../rules/calendar/iso-date.ts';
import type { Message } from '../rules/replies/message.ts';
import { NO_TRUSTED_SERVER, type TrustRules } from '../rules/trust/sender-proof.ts';
import { type ReadResult, readStoredMail } from './read-stored-mail.ts';

export type { Mailbox } from '../mail-in/mailbox.ts';

/** Mails written to the disk together: enough that its slowness is shared, few enough to be there soon. */
const TOGETHER = 128;
const BYTES_TOGETHER = 6 * 1024 * 1024;

export interface FetchResult {
  fetched: number;
  /** The same bytes as a mail that is stored: linked, without effect. */
  known: number;
  /** Too large: only the headers were taken, and a person must look. */
  refused: number;
  read: ReadResult[];
}

/**
 * Takes everything that is new in a mailbox: raw bytes and position first, some mails a transaction, then reading, then
 * effects. A crash anywhere is mended by the next run. Throws when the mailbox cannot be reached (the door says so).
 */
export async function fetchNewMail(
  {
    register,
    mailbox,
    progress,
    trust = NO_TRUSTED_SERVER,
  }: { register: Register; mailbox: Mailbox; progress?: (done: number) => void; trust?: TrustRules },
  now: () => Instant,
): Promise<FetchResult> {
  const startedAt = now();
  // What a run that died had stored and not read, before anything new is on its way.
  const left = await readStoredMail({ register, trust }, now);
  const position = mailboxPosition(register, mailbox.name)?.position ?? null;
  const mails = mailbox.mailsAfter(position, item => itemIsKnown(register, mailbox.name, item));
  const { result, end } = await takeAll({ register, mailbox, mails, position, moves: true, progress, trust }, now);
  // The moment the look began: what came during it may not be seen yet.
  noteReadToEnd(register, mailbox.name, end ?? '0', startedAt);
  return { ...result, read: [...left, ...result.read] };
}

/** Takes what lies in a mailbox since a day and was never stored, wherever it lies; the position stays where it is. */
export async function fetchMissed(
  {
    register,
    mailbox,
    since,
    trust = NO_TRUSTED_SERVER,
  }: { register: Register; mailbox: Mailbox; since: IsoDate; trust?: TrustRules },
  now: () => Instant,
): Promise<FetchResult> {
  const position = mailboxPosition(register, mailbox.name)?.position ?? null;
  const mails = mailbox.mailsAfter(null, item => itemIsKnown(register, mailbox.name, item), since);
  return (await takeAll({ register, mailbox, mails, position, moves: false, progress: undefined, trust }, now)).result;
}

interface Taking {
  register: Register;
  mailbox: Mailbox;
  mails: AsyncIterable<MailItem | Passed>;
  position: string | null;
  /** Whether the mailbox stands behind these mails afterwards. */
  moves: boolean;
  progress: ((done: number) => void) | undefined;
  trust: TrustRules;
}

async function takeAll(
  { register, mailbox, mails: given, position, moves, progress, trust }: Taking,
  now: () => Instant,
): Promise<{ result: FetchResult; end: string | null }> {
  const result: FetchResult = { fetched: 0, known: 0, refused: 0, read: [] };
  let end = position;
  for await (const mails of together(given)) {
    if ('passedTo' in mails) {
      if (!moves) continue;
      end = mails.passedTo;
      notePosition(register, mailbox.name, end);
      continue;
    }
    const captured = mails.map(({ mail: { item, position: after, arrivedAt, content } }) => {
      const sha256 = createHash('sha256').update(content.bytes).digest('hex');
      if (moves) end = after;
      return { mailbox: mailbox.name, item, position: end ?? '0', arrivedAt, ...content, sha256 };
    });
    const justStored = new Map<number, Promise<Message>>();
    for (const [i, { messageId, isNew }] of captureItems(register, captured, now()).entries()) {
      justStored.set(messageId, mails[i]!.decoded);
      if (captured[i]!.problem !== null) result.refused += 1;
      else if (isNew) result.fetched += 1;
      else result.known += 1;
      progress?.(result.fetched + result.known);
    }
    // Read as they come: a long first look does not keep the first answers waiting for the last.
    result.read.push(...(await readStoredMail({ register, justStored, trust }, now)));
  }
  return { result, end };
}

interface Arrived {
  mail: MailItem;
  /** Begun when it comes: meanwhile the next ones are on their way, and then these are written to the disk. */
  decoded: Promise<Message>;
}

async function* together(mails: AsyncIterable<MailItem | Passed>): AsyncIterable<Arrived[] | Passed> {
  let some: Arrived[] = [];
  let bytes = 0;
  for await (const mail of mails) {
    if ('passedTo' in mail) {
      if (some.length > 0) yield some;
      some = [];
      bytes = 0;
      yield mail;
      continue;
    }
    some.push({ mail, decoded: readApart(mail.content.bytes) });
    bytes += mail.content.bytes.byteLength;
    if (some.length < TOGETHER && bytes < BYTES_TOGETHER) continue;
    yield some;
    some = [];
    bytes = 0;
  }
  if (some.length > 0) yield some;
}
