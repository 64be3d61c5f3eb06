import { captureProblem } from '../register/mailbox-items.ts';
import { isUnread, noteReading, type ReadOutcome, unreadMessages } from '../register/messages.ts';
import { isOfTheRegister, type Register } from '../register/open-register.ts';

import { forgetAttempts, noteGivenUp } from '../register/read-attempts.ts';
import { noteSenderProof } from '../register/sender-proofs.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import type { Message } from '../rules/replies/message.ts';
import type { Reading } from '../rules/replies/reading.ts';
import { withIdUsedAgain } from '../rules/replies/same-mail.ts';
import { understandReply } from '../rules/replies/understand-reply.ts';
import { writtenAt } from '../rules/replies/written-at.ts';
import { type DomainBook, domainBook } from '../rules/trust/domain-book.ts';
import { NO_TRUSTED_SERVER, type SenderProof, senderProof, type TrustRules } from '../rules/trust/sender-proof.ts';
import { type AddresseesNow, addresseesOf } from './known-addressees.ts';
import { decodeCarefully } from './read-carefully.ts';
import { NOTHING_KNOWN } from './read-known.ts';
import { isOurLetter, repetitionOf } from './repeated-mail.ts';
import { takeEffects } from './take-effects.ts';
import { takeWitness } from './take-witness.ts';
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
  /** Why it is not read as a whole: the program died of it before. */
  problem: string | null;
}

/**
 * Reads every stored mail that was not read yet, oldest first, each with its effects; some of them share a transaction.
 * A mail that the reader fails on is set aside for a person, and the rest go on.
 * @param trust whose word on senders counts; no server's by default
 * @param justStored mails that are being decoded already, by message id; the others were left by a run that ended early
 */
export async function readStoredMail(
  {
    register,
    justStored = new Map(),
    trust = NO_TRUSTED_SERVER,
  }: { register: Register; justStored?: ReadonlyMap<number, Promise<Message>>; trust?: TrustRules },
  now: () => Instant,
): Promise<ReadResult[]> {
  const results: ReadResult[] = [];
  for (const some of readTogetherOrAlone(unreadMessages(register), justStored)) {
    const [{ id, arrivedAt }] = some as [Unread];
    if (!justStored.has(id)) {
      results.push(...(await readAlone(register, id, arrivedAt, trust, now)));
      continue;
    }
    const decoded = some.map(async ({ id, arrivedAt }) => dated(id, await justStored.get(id)!, arrivedAt));
    results.push(...readTogether(register, await Promise.all(decoded), trust, now()));
  }
  return results;
}

type Unread = ReturnType<typeof unreadMessages>[number];

/** In their order: what has just come in groups, what was left behind one at a time. */
function* readTogetherOrAlone(
  waiting: readonly Unread[],
  justStored: ReadonlyMap<number, unknown>,
): Generator<Unread[]> {
  let some: Unread[] = [];
  for (const mail of waiting) {
    const alone = !justStored.has(mail.id);
    if (some.length > 0 && (alone || some.length === TOGETHER)) {
      yield some;
      some = [];
    }
    if (alone) yield [mail];
    else some.push(mail);
  }
  if (some.length > 0) yield some;
}

function dated(id: number, message: Message, arrivedAt: Instant, problem: string | null = null): Decoded {
  return { id, message: { ...message, sentOn: writtenAt(message.sentOn, arrivedAt) }, arrivedAt, problem };
}

/** Left behind by a run that ended: it may have died of this mail. */
async function readAlone(
  register: Register,
  id: number,
  arrivedAt: Instant,
  trust: TrustRules,
  now: () => Instant,
): Promise<ReadResult[]> {
  const { message, problem } = await decodeCarefully(register, id);
  const read = register.transaction(() => {
    const results = readTogether(register, [dated(id, message, arrivedAt, problem)], trust, now());
    // Read meanwhile by a command beside us: then it was not deadly.
    if (problem === null || results.length === 0) forgetAttempts(register, id);
    else noteGivenUp(register, id, now());
    return results;
  });
  const results = read.immediate();
  return problem === null ? results : results.map(one => ({ ...one, fault: new Error('the program died of it') }));
}

/** In one transaction, or, when the reader fails on one of them, each in its own. */
function readTogether(register: Register, mails: readonly Decoded[], trust: TrustRules, now: Instant): ReadResult[] {
  const read = (some: readonly Decoded[]) =>
    register
      .transaction(() => {
        const addressees = addresseesOf(register);
        const common = new Map<AddresseesNow, CommonlyKnown>();
        const proofOf = proving(trust);
        return some.flatMap(mail => readOne(register, addressees(mail.arrivedAt), common, proofOf, mail, now));
      })
      .immediate();
  try {
    return read(mails);
  } catch (error) {
    // A full disk or a locked register is no fault of a mail.
    if (isOfTheRegister(error)) throw error;
    if (mails.length > 1) return mails.flatMap(mail => readTogether(register, [mail], trust, now));
    return register
      .transaction(() => mails.map(mail => setAside(register, mail, proving(trust), error, now)))
      .immediate();
  }
}

type Proving = (message: Message, addressees: AddresseesNow) => SenderProof;

/** The book of domains is made once for the mails of a transaction. */
function proving(trust: TrustRules): Proving {
  const books = new Map<AddresseesNow, DomainBook>();
  return (message, now) => {
    const book = books.get(now) ?? domainBook(now.addressees.flatMap(({ domains }) => domains));
    books.set(now, book);
    return senderProof(message, trust, book);
  };
}

function readOne(
  register: Register,
  addressees: AddresseesNow,
  common: Map<AddresseesNow, CommonlyKnown>,
  proofOf: Proving,
  { id, message, arrivedAt, problem }: Decoded,
  now: Instant,
): ReadResult[] {
  // A command beside the worker may have read it meanwhile; its effects come once.
  if (!isUnread(register, id)) return [];
  if (isOurLetter(register, message)) return [takeOwnLetter(register, id, message, arrivedAt, now)];
  const shared = common.get(addressees) ?? commonlyKnown(register, addressees);
  common.set(addressees, shared);
  const known = whatIsKnown(register, shared, message, arrivedAt);
  const read = withProblem(understandReply(message, known), problem ?? captureProblem(register, id));
  const repetition = repetitionOf(register, id, message, read);
  const reading = repetition.idUsedAgain ? withIdUsedAgain(read) : read;
  const outcome = outcomeOf(message, reading, repetition.of === null ? 'read' : 'duplicate', repetition.of);
  noteReading(register, id, outcome, reading, READER_VERSION, now);
  // It may be a case number that the next mail is known by.
  if (reading.caseRefs.length > 0) common.clear();
  const proof = proofOf(message, addressees);
  noteSenderProof(register, id, proof);
  const isNew = outcome.state !== 'duplicate';
  const review = isNew && takeEffects(register, id, message, reading, proof, addressees, arrivedAt);
  return [resultOf(id, reading, review, outcome.state)];
}

/** Our own letter come back, or its copy: nothing in it is read, it only tells that the letter left. */
function takeOwnLetter(register: Register, id: number, message: Message, arrivedAt: Instant, now: Instant): ReadResult {
  const wordless = { ...message, text: null, htmlText: null, attachments: [], attachedMessages: [] };
  const reading = understandReply(wordless, NOTHING_KNOWN);
  // Kept, and no answer.
  const outcome = outcomeOf(message, reading, 'duplicate');
  noteReading(register, id, outcome, reading, READER_VERSION, now);
  if (outcome.state === 'duplicate') takeWitness(register, id, message, arrivedAt);
  return resultOf(id, reading, false, outcome.state);
}

/** The reader's own fault: the mail is kept, its sender's case waits, a person reads it. */
function setAside(
  register: Register,
  { id, message, arrivedAt }: Decoded,
  proofOf: Proving,
  error: unknown,
  now: Instant,
): ReadResult {
  const problem = 'Leseren feilet på denne meldingen. Les den selv og registrer svaret; meld fra om feilen.';
  const reading = understandReply({ ...message, text: null, htmlText: null, attachments: [], problem }, NOTHING_KNOWN);
  const addressees = addresseesOf(register)(arrivedAt);
  noteReading(register, id, outcomeOf(message, reading, 'read'), reading, READER_VERSION, now);
  const proof = proofOf(message, addressees);
  noteSenderProof(register, id, proof);
  const review = takeEffects(register, id, { ...message, attachments: [] }, reading, proof, addressees, arrivedAt);
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

/** What could not be read is set aside, whatever else it is. */
function outcomeOf(
  message: Message,
  reading: Reading,
  state: 'read' | 'duplicate',
  duplicateOf: number | null = null,
): ReadOutcome {
  const header = { messageId: message.messageId, from: message.from?.address ?? null, subject: message.subject };
  if (reading.problem !== null) return { ...header, state: 'quarantined', duplicateOf: null };
  return { ...header, state, duplicateOf };
}
