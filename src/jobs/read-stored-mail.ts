import { readApart } from '../mail-in/read-apart.ts';
import { captureProblem } from '../register/mailbox-items.ts';
import {
  earlierWithSameId,
  isUnread,
  noteReading,
  type ReadOutcome,
  readingOf,
  storedMessage,
  unreadMessages,
} from '../register/messages.ts';
import { isOfTheRegister, type Register } from '../register/open-register.ts';
import { letterByMailId } from '../register/outbox.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import type { Message } from '../rules/replies/message.ts';
import type { Reading } from '../rules/replies/reading.ts';
import { understandReply } from '../rules/replies/understand-reply.ts';
import { type AddresseesNow, addresseesOf } from './known-addressees.ts';
import { NOTHING_KNOWN } from './read-known.ts';
import { takeEffects } from './take-effects.ts';
import { type CommonlyKnown, commonlyKnown, whatIsKnown } from './what-is-known.ts';

/** Changes when the reader's rules change in a way that makes re-reading worth while. */
export const READER_VERSION = '3';

/** What became of one mail, without its content (for the door to print and log). */
export interface ReadResult {
  messageId: number;
  kind: Reading['kind'];
  conclusion: Reading['conclusion'];
  municipalities: string[];
  campaign: string | null;
  review: boolean;
  outcome: ReadOutcome['state'];
  /** What the reader threw, for the door to report. */
  fault?: unknown;
}

/** Mails whose effects are written to the disk together. */
const TOGETHER = 128;

interface Decoded {
  id: number;
  message: Message;
  arrivedAt: Instant;
}

/**
 * Reads every stored mail that was not read yet, oldest first, each with its effects; some of them share a transaction.
 * A mail that the reader fails on is set aside for a person, and the rest go on.
 * @param justStored mails that are being decoded already, by message id
 */
export async function readStoredMail(
  { register, justStored = new Map() }: { register: Register; justStored?: ReadonlyMap<number, Promise<Message>> },
  now: () => Instant,
): Promise<ReadResult[]> {
  const results: ReadResult[] = [];
  const waiting = unreadMessages(register);
  for (let at = 0; at < waiting.length; at += TOGETHER) {
    const some = waiting.slice(at, at + TOGETHER).map(async ({ id, arrivedAt }): Promise<Decoded> => {
      const message = await (justStored.get(id) ?? readApart(storedMessage(register, id)!.bytes));
      return { id, message: { ...message, sentOn: message.sentOn ?? arrivedAt }, arrivedAt };
    });
    results.push(...readTogether(register, await Promise.all(some), now()));
  }
  return results;
}

/** In one transaction, or, when the reader fails on one of them, each in its own. */
function readTogether(register: Register, mails: readonly Decoded[], now: Instant): ReadResult[] {
  const read = (some: readonly Decoded[]) =>
    register
      .transaction(() => {
        const addressees = addresseesOf(register);
        const common = new Map<AddresseesNow, CommonlyKnown>();
        return some.flatMap(mail => readOne(register, addressees(mail.arrivedAt), common, mail, now));
      })
      .immediate();
  try {
    return read(mails);
  } catch (error) {
    // A full disk or a locked register is no fault of a mail.
    if (isOfTheRegister(error)) throw error;
    if (mails.length > 1) return mails.flatMap(mail => readTogether(register, [mail], now));
    return register.transaction(() => mails.map(mail => setAside(register, mail, error, now))).immediate();
  }
}

function readOne(
  register: Register,
  addressees: AddresseesNow,
  common: Map<AddresseesNow, CommonlyKnown>,
  { id, message, arrivedAt }: Decoded,
  now: Instant,
): ReadResult[] {
  // A command beside the worker may have read it meanwhile; its effects come once.
  if (!isUnread(register, id)) return [];
  const shared = common.get(addressees) ?? commonlyKnown(register, addressees);
  common.set(addressees, shared);
  const known = whatIsKnown(register, shared, message, arrivedAt);
  const reading = withProblem(understandReply(message, known), captureProblem(register, id));
  const outcome = outcomeOf(register, id, message, reading);
  noteReading(register, id, outcome, reading, READER_VERSION, now);
  // It may be a case number that the next mail is known by.
  if (reading.caseRefs.length > 0) common.clear();
  const isNew = outcome.state !== 'duplicate';
  const review = isNew && takeEffects(register, id, message, reading, addressees, arrivedAt);
  return [resultOf(id, reading, review, outcome.state)];
}

/** The reader's own fault: the mail is kept, its sender's case waits, a person reads it. */
function setAside(register: Register, { id, message, arrivedAt }: Decoded, error: unknown, now: Instant): ReadResult {
  const problem = 'Leseren feilet på denne meldingen. Les den selv og registrer svaret; meld fra om feilen.';
  const reading = understandReply({ ...message, text: null, htmlText: null, attachments: [], problem }, NOTHING_KNOWN);
  const addressees = addresseesOf(register)(arrivedAt);
  noteReading(register, id, outcomeOf(register, id, message, reading), reading, READER_VERSION, now);
  const review = takeEffects(register, id, { ...message, attachments: [] }, reading, addressees, arrivedAt);
  return { ...resultOf(id, reading, review, 'quarantined'), fault: error };
}

function resultOf(
  messageId: number,
  { kind, conclusion, municipalities, campaign }: Reading,
  review: boolean,
  outcome: ReadOutcome['state'],
): ReadResult {
  return { messageId, kind, conclusion, municipalities, campaign, review, outcome };
}

/** A mail that we took only the headers of: its sender is known, its words are not. */
export function withProblem(reading: Reading, problem: string | null): Reading {
  return problem === null
    ? reading
    : { ...reading, kind: 'other', conclusion: null, review: true, reviewReasons: [problem], problem };
}

function outcomeOf(register: Register, id: number, message: Message, reading: Reading): ReadOutcome {
  const header = { messageId: message.messageId, from: message.from?.address ?? null, subject: message.subject };
  if (reading.problem !== null) return { ...header, state: 'quarantined', duplicateOf: null };
  // Our own letter come back to us (an alias, a list): kept, and no answer.
  if (message.messageId !== null && letterByMailId(register, message.messageId) !== null) {
    return { ...header, state: 'duplicate', duplicateOf: null };
  }
  // Uploaded again with other transport headers: same id, sender and words. Other words under the same id are a mail of their own.
  const earlier =
    header.messageId === null || header.from === null
      ? undefined
      : earlierWithSameId(register, header.messageId, header.from, id).find(
          one => readingOf(register, one)?.newText === reading.newText,
        );
  return { ...header, state: earlier === undefined ? 'read' : 'duplicate', duplicateOf: earlier ?? null };
}
