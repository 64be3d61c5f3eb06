import { readApart } from '../mail-in/read-apart.ts';
import { captureProblem } from '../register/mailbox-items.ts';
import { noteReading, readingOf, readMessages, storedMessage } from '../register/messages.ts';
import type { Register } from '../register/open-register.ts';
import { senderProofOf } from '../register/sender-proofs.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import type { Message } from '../rules/replies/message.ts';
import type { Reading } from '../rules/replies/reading.ts';
import { readingChanges, type SaidField, wordsChanged } from '../rules/replies/reading-changes.ts';
import { ID_USED_AGAIN, withIdUsedAgain } from '../rules/replies/same-mail.ts';
import { understandReply } from '../rules/replies/understand-reply.ts';
import { writtenAt } from '../rules/replies/written-at.ts';
import { draftBook, registersBook } from './journal-book.ts';
import { addresseesOf } from './known-addressees.ts';
import { knownAtArrival } from './known-at-arrival.ts';
import { READER_VERSION, withProblem } from './read-stored-mail.ts';
import { type FollowedLine, followMail, type MailReadAgain } from './reread-journal.ts';
import { returnedBy } from './take-effects.ts';

/** A mail that today's reader understands otherwise, or whose line must follow another's. */
export interface RereadMail {
  messageId: number;
  arrivedAt: Instant;
  from: string | null;
  subject: string;
  before: Reading;
  after: Reading;
  /** Empty: the reading is the same, and the journal follows an earlier message. */
  changes: SaidField[];
  /** What becomes of it on each case it concerns or concerned. */
  lines: FollowedLine[];
}

export interface Rereading {
  reader: string;
  read: number;
  /** In the order in which they arrived. */
  changed: RereadMail[];
  /** Says the same, by another sentence or with other reasons for a review. */
  otherWords: number;
  unchanged: number;
  /** Today's reader failed on these; what was read before stands. */
  failed: number[];
}

/** Mails that are decoded ahead. */
const TOGETHER = 64;

/**
 * Runs today's reader over every stored mail, each with what was known when it arrived.
 * @param apply false: nothing is written, the changes are tried on a copy of the journals
 */
export async function rereadMail(
  { register, apply, progress }: { register: Register; apply: boolean; progress?: (done: number) => void },
  now: () => Instant,
): Promise<Rereading> {
  const result: Rereading = { reader: READER_VERSION, read: 0, changed: [], otherWords: 0, unchanged: 0, failed: [] };
  const book = draftBook(register);
  const knownThen = knownAtArrival(register);
  const touched = new Set<number>();
  const kept: Kept[] = [];
  for await (const { id, message, arrivedAt } of decoded(register)) {
    result.read += 1;
    progress?.(result.read);
    const before = readingOf(register, id);
    const { known, addressees } = knownThen.of(message, arrivedAt);
    const after = readAgain(register, id, before, () => understandReply(message, known));
    if (before === null || after === null) {
      result.failed.push(id);
      continue;
    }
    const changes = readingChanges(before, after);
    const differs = changes.length > 0 || wordsChanged(before, after);
    const ofCases = book.ofMessage(id).flatMap(({ caseId }) => caseId ?? []);
    const follows = !differs && ofCases.some(caseId => touched.has(caseId));
    // The server's word is of the day on which the mail came; another setting since does not change what it said.
    const provenance = { proof: senderProofOf(register, id), returned: returnedBy(register, message, after) };
    const mail: MailReadAgain = { messageId: id, message: inBrief(message), arrivedAt, before, after, provenance };
    const lines = differs || follows ? followMail(register, book, mail, addressees, now()) : [];
    const moved = lines.filter(({ following }) => following.what === 'follows');
    for (const { caseId } of moved) if (caseId !== null) touched.add(caseId);
    if (moved.length > 0) knownThen.note(id, book.ofMessage(id));
    const isNews = changes.length > 0 || (follows && lines.some(({ following }) => following.what !== 'same'));
    if (isNews) result.changed.push(shown(mail, changes, lines));
    else if (differs) result.otherWords += 1;
    else result.unchanged += 1;
    if (isNews || JSON.stringify(before) !== JSON.stringify(after)) {
      kept.push({ nth: result.read, mail, lines });
    }
  }
  if (apply) for (const mails of chained(kept)) writeDown(register, mails, now());
  return result;
}

/** A mail whose new reading is written down, with the cases that it concerns or concerned. */
interface Kept {
  /** Its place in the order of arrival. */
  nth: number;
  mail: MailReadAgain;
  lines: FollowedLine[];
}

interface Decoded {
  id: number;
  message: Message;
  arrivedAt: Instant;
}

async function* decoded(register: Register): AsyncGenerator<Decoded> {
  const all = readMessages(register);
  for (let at = 0; at < all.length; at += TOGETHER) {
    const some = all.slice(at, at + TOGETHER).map(async ({ id, arrivedAt }): Promise<Decoded> => {
      const message = await readApart(storedMessage(register, id)!.bytes);
      return { id, message: { ...message, sentOn: writtenAt(message.sentOn, arrivedAt) }, arrivedAt };
    });
    yield* await Promise.all(some);
  }
}

/** Null when today's reader fails on it: then what was read before stands. */
function readAgain(register: Register, id: number, before: Reading | null, read: () => Reading): Reading | null {
  try {
    const after = withProblem(read(), captureProblem(register, id));
    // Seen when it came, from the mails beside it.
    return before?.reviewReasons.includes(ID_USED_AGAIN) ? withIdUsedAgain(after) : after;
  } catch {
    return null;
  }
}

/** What its effects ask of a mail: thousands of them are kept until all are read. */
function inBrief(message: Message): Message {
  const attachments = message.attachments.map(one => ({
    ...one,
    text: one.text === null ? null : one.text.trim().slice(0, 1),
  }));
  return { ...message, headers: [], text: null, htmlText: null, attachedMessages: [], attachments };
}

function shown(
  { messageId, message, arrivedAt, before, after }: MailReadAgain,
  changes: SaidField[],
  lines: FollowedLine[],
): RereadMail {
  const from = message.from?.address ?? null;
  return { messageId, arrivedAt, from, subject: message.subject, before, after, changes, lines };
}

/**
 * Mails that share a case are written together: an answer that is taken from one of them and given to a later one must
 * never be seen halfway, or a reminder would cross it.
 */
function chained(mails: readonly Kept[]): Kept[][] {
  const chainOf = new Map<number, Kept[]>();
  const chains = new Set<Kept[]>();
  const casesOf = ({ lines }: Kept) => lines.flatMap(({ caseId }) => caseId ?? []);
  for (const one of mails) {
    const earlier = new Set(
      casesOf(one)
        .map(id => chainOf.get(id))
        .filter(chain => chain !== undefined),
    );
    const chain = [...[...earlier].flat(), one].sort((a, b) => a.nth - b.nth);
    for (const old of earlier) chains.delete(old);
    chains.add(chain);
    for (const id of chain.flatMap(casesOf)) chainOf.set(id, chain);
  }
  return [...chains];
}

/** In one transaction: the newer readings, and what the journals make of them. */
function writeDown(register: Register, mails: readonly Kept[], now: Instant): void {
  const write = register.transaction(() => {
    const book = registersBook(register);
    const addressees = addresseesOf(register);
    for (const { mail, lines } of mails) {
      const { messageId, message, arrivedAt, after } = mail;
      if (lines.length > 0) followMail(register, book, mail, addressees(arrivedAt), now);
      const state = after.problem === null ? 'read' : 'quarantined';
      const header = { messageId: message.messageId, from: message.from?.address ?? null, subject: message.subject };
      noteReading(register, messageId, { ...header, state, duplicateOf: null }, after, READER_VERSION, now);
    }
  });
  write.immediate();
}
