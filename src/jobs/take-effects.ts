import { journalOfCase, writeCampaignJournal, writeJournal } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import type { Message } from '../rules/replies/message.ts';
import type { Reading } from '../rules/replies/reading.ts';
import type { SenderProof } from '../rules/trust/sender-proof.ts';
import { brakeSender } from './brake-sender.ts';
import { effectsOfReading } from './effects-of-reading.ts';
import type { AddresseesNow } from './known-addressees.ts';
import { casesReturned } from './returned-letter.ts';

/** The name under which the program writes in the journal. */
export const ROBOT = { kind: 'robot', name: 'roboten' } as const;

/**
 * Writes down what a reading does to the register: one journal line a case it concerns, or a review without a case when
 * nobody can tell whom it concerns. Runs inside the reader's transaction.
 * @returns whether a person must settle it
 */
export function takeEffects(
  register: Register,
  messageId: number,
  message: Message,
  reading: Reading,
  proof: SenderProof,
  now: AddresseesNow,
  arrivedAt: Instant,
): boolean {
  const context = { at: arrivedAt, actor: ROBOT, messageId };
  const provenance = { proof, returned: returnedBy(register, message, reading) };
  const says = effectsOfReading(register, message, reading, provenance, now, arrivedAt, id =>
    journalOfCase(register, id),
  );
  const effects = brakeSender(register, messageId, message, reading, says, arrivedAt);
  for (const effect of effects) {
    if (effect.caseId === null) writeCampaignJournal(register, effect.campaignId, effect.event, context);
    else writeJournal(register, effect.caseId, effect.event, context);
  }
  return effects.some(({ event }) => event.event === 'review-raised');
}

/** Of a bounce: the cases whose letter it brings back. */
export function returnedBy(register: Register, message: Message, { kind }: Reading): ReadonlySet<number> {
  return kind === 'bounce' ? casesReturned(register, message) : new Set();
}
