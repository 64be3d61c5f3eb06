import type { CaseEvent } from './journal-entry.ts';

/** No office answers so often: whoever does is a robot, a mail program gone wrong, or somebody who forwards a whole pile. */
export const MOST_ANSWERS_AN_HOUR = 20;

/**
 * What becomes of an answer of somebody who has sent more than that within the hour: one review on each case that it
 * concerns, and the rest waits behind it. What says nothing new, and what is no answer (receipts of a shared archive
 * system, bounces), goes its way.
 * @param behind the message of this sender that waits for a person there already; null when there is none
 */
export function braked(event: CaseEvent, sender: string, behind: number | null): CaseEvent {
  if (event.event !== 'answered' && event.event !== 'review-raised') return event;
  if (behind !== null) return { event: 'mail-braked', behind };
  const raised = event.event === 'review-raised' ? event : null;
  const suggestion = event.event === 'answered' ? event.answer : event.suggestion;
  const reasons = [BRAKED, ...(raised?.reasons ?? [])];
  return { event: 'review-raised', reasons, suggestion, senderKnown: raised?.senderKnown ?? true, brakes: sender };
}

/** A line of a mail that was held back by this. */
export function isBraked(event: CaseEvent): boolean {
  return event.event === 'mail-braked' || (event.event === 'review-raised' && event.brakes !== undefined);
}

const BRAKED = `Avsenderen har sendt mer enn ${MOST_ANSWERS_AN_HOUR} svar på en time. De som kommer nå, leses, men registreres ikke før du har sett på dem.`;
