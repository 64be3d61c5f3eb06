import { readMessage } from '../mail-in/read-message.ts';
import {
  captureProblem,
  earlierWithSameId,
  noteReading,
  type ReadOutcome,
  readingOf,
  storedMessage,
  unreadMessages,
} from '../register/messages.ts';
import type { Register } from '../register/open-register.ts';
import { letterByMailId } from '../register/outbox.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import type { Message } from '../rules/replies/message.ts';
import type { Reading } from '../rules/replies/reading.ts';
import { understandReply } from '../rules/replies/understand-reply.ts';
import { takeEffects } from './take-effects.ts';
import { whatIsKnown } from './what-is-known.ts';

/** Changes when the reader's rules change in a way that makes re-reading worth while. */
export const READER_VERSION = '1';

/** What became of one mail, without its content (for the door to print and log). */
export interface ReadResult {
  messageId: number;
  kind: Reading['kind'];
  conclusion: Reading['conclusion'];
  municipalities: string[];
  campaign: string | null;
  review: boolean;
  outcome: ReadOutcome['state'];
}

/** Reads every stored mail that was not read yet, oldest first; each with its effects in one transaction. */
export async function readStoredMail({ register }: { register: Register }, now: () => Instant): Promise<ReadResult[]> {
  const results: ReadResult[] = [];
  for (const id of unreadMessages(register)) results.push(await readOne(register, id, now));
  return results;
}

async function readOne(register: Register, id: number, now: () => Instant): Promise<ReadResult> {
  const stored = storedMessage(register, id)!;
  const message = await readMessage(stored.bytes);
  const arrived: Message = { ...message, sentOn: message.sentOn ?? stored.arrivedAt };
  const { known, cases } = whatIsKnown(register, arrived, stored.arrivedAt);
  const reading = withProblem(understandReply(arrived, known), captureProblem(register, id));
  const outcome = outcomeOf(register, id, arrived, reading);
  const commit = register.transaction(() => {
    noteReading(register, id, outcome, reading, READER_VERSION, now());
    return outcome.state !== 'duplicate' && takeEffects(register, id, arrived, reading, cases, stored.arrivedAt);
  });
  const review = commit.immediate();
  const { kind, conclusion, municipalities, campaign } = reading;
  return { messageId: id, kind, conclusion, municipalities, campaign, review, outcome: outcome.state };
}

/** A mail that we took only the headers of: its sender is known, its words are not. */
function withProblem(reading: Reading, problem: string | null): Reading {
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
