import { createHash } from 'node:crypto';
import { addresseesOf } from '../../src/jobs/known-addressees.ts';
import { takeEffects } from '../../src/jobs/take-effects.ts';
import { commonlyKnown, whatIsKnown } from '../../src/jobs/what-is-known.ts';
import { readMessage } from '../../src/mail-in/read-message.ts';
import { captureItem } from '../../src/register/mailbox-items.ts';
import { noteReading } from '../../src/register/messages.ts';
import type { Register } from '../../src/register/open-register.ts';
import type { Reading } from '../../src/rules/replies/reading.ts';
import { understandReply } from '../../src/rules/replies/understand-reply.ts';
import { NEVER_LOOKED_AT } from '../../src/rules/trust/sender-proof.ts';

/** A mail of a municipality on the story's thread. */
export function mailFrom(name: string, text: string, on: string): Buffer {
  return Buffer.from(
    [
      `From: Postmottak ${name} <postmottak@${name.toLowerCase()}.kommune.example>`,
      'To: svar@ks.example',
      'Subject: SV: Felles kommunal ressurs, samhandling med St. Olav',
      `Date: ${new Date(on).toUTCString()}`,
      `Message-ID: <${on}@${name.toLowerCase()}.kommune.example>`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
      '',
    ].join('\r\n'),
  );
}

/**
 * A mail that an older reader took in on the day it came, with what it made of it where that was something else than
 * today's reader would.
 */
export async function mailReadLongAgo(
  register: Register,
  bytes: Uint8Array,
  arrivedAt: string,
  was: Partial<Reading> = {},
): Promise<number> {
  const item = createHash('sha256').update(bytes).digest('hex');
  const captured = { mailbox: 'innboks', item, position: item, arrivedAt, bytes, sha256: item, problem: null };
  const { messageId } = captureItem(register, captured, arrivedAt);
  const message = await readMessage(bytes);
  register.transaction(() => {
    const addressees = addresseesOf(register)(arrivedAt);
    const known = whatIsKnown(register, commonlyKnown(register, addressees), message, arrivedAt);
    const reading = { ...understandReply(message, known), ...was };
    const header = { messageId: message.messageId, from: message.from?.address ?? null, subject: message.subject };
    noteReading(register, messageId, { ...header, state: 'read', duplicateOf: null }, reading, '0', arrivedAt);
    takeEffects(register, messageId, message, reading, NEVER_LOOKED_AT, addressees, arrivedAt);
  })();
  return messageId;
}

/** What an older reader made of a mail that it did not understand. */
export const TAKEN_FOR_OTHER: Partial<Reading> = {
  kind: 'other',
  conclusion: null,
  stage: null,
  municipalities: [],
  review: false,
  reviewReasons: [],
  evidence: [],
};

export function takenFor(conclusion: Reading['conclusion'], more: Partial<Reading> = {}): Partial<Reading> {
  const stage = conclusion === 'joined' || conclusion === 'declined' || conclusion === 'conditional' ? 'stated' : null;
  return { kind: 'answer', conclusion, stage, review: false, reviewReasons: [], evidence: [], ...more };
}
