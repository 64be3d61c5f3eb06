import type { Instant } from '../calendar/iso-date.ts';
import type { Reading } from '../replies/reading.ts';
import { contradiction, otherValue } from './contradiction.ts';
import type { Answer, CaseEvent } from './journal-entry.ts';
import { closes, type Standing } from './standing.ts';

/** aligned DKIM or DMARC of the trusted server · none such is set or seen · that server says otherwise. */
export type Trust = 'pass' | 'unknown' | 'fail';

/**
 * Decides what one reading does to one case that it concerns.
 * A person's word is never overwritten by the robot; a message that changes a closed answer goes to a person.
 * @param senderKnown the sender's own mail domain is the municipality's, or it answers on behalf with one that is
 */
export function takeReading(
  reading: Reading,
  standing: Standing,
  senderKnown: boolean,
  trust: Trust,
  arrivedAt: Instant,
): CaseEvent {
  switch (reading.kind) {
    case 'receipt':
      return { event: 'receipt-seen', caseRefs: reading.caseRefs };
    case 'out-of-office':
      return { event: 'absence-seen', until: reading.absentUntil };
    case 'bounce':
      return { event: 'bounced', recipients: reading.recipients, permanent: reading.permanent === true };
    default:
  }
  const reasons = [...reading.reviewReasons];
  const suggestion = answerOf(reading);
  if (trust === 'fail') reasons.push('Avsenderen er ikke bekreftet av e-posttjeneren.');
  if (reading.review && reasons.length === 0) reasons.push('Roboten er usikker på hva svaret betyr.');
  if (suggestion === null) {
    if (reasons.length === 0) reasons.push('Meldingen er et svar, men uten konklusjon.');
    return { event: 'review-raised', reasons, suggestion: null, senderKnown };
  }
  // Taken from the bottom of the pile: what came later stands.
  const isOlder = standing.answeredAt !== null && arrivedAt < standing.answeredAt;
  const change = changes(standing, suggestion, isOlder);
  if (change !== null) reasons.push(change);
  if (reasons.length > 0) {
    return { event: 'review-raised', reasons, suggestion, senderKnown: senderKnown && trust !== 'fail' };
  }
  const stands = standing.closed ? !strengthens(standing, suggestion) : isOlder && !closes(suggestion);
  return {
    event: stands || standing.source === 'person' ? 'confirmed' : 'answered',
    answer: suggestion,
    caseRefs: reading.caseRefs,
  };
}

/** The part of a reading that becomes a case's answer; null when it has no conclusion. */
export function answerOf(reading: Reading): Answer | null {
  if (reading.conclusion === null) return null;
  const { conclusion, stage, amountNok, inhabitants, expectedBy, decidedOn, body, evidence } = reading;
  return { conclusion, stage, amountNok, inhabitants, expectedBy, decidedOn, body, evidence };
}

/** Says why a person must see the change, or null when the new answer only fills in what was open, or goes on from there. */
function changes(standing: Standing, next: Answer, isOlder: boolean): string | null {
  if (standing.source === 'person') {
    const isSettled = isOlder && !closes(next);
    return !isSettled && differs(standing, next) ? 'Svaret er et annet enn det som er registrert av en person.' : null;
  }
  const { registered, isOurTurn } = standing;
  if (registered === null) return null;
  // What nobody has seen yet cannot have been answered.
  return isOlder ? contradiction(next, registered, true) : contradiction(registered, next, isOurTurn);
}

/** A new question or condition of theirs is never a repetition once we have answered the last one. */
function differs(standing: Standing, next: Answer): boolean {
  const now = standing.details;
  if (now === null || now.conclusion !== next.conclusion) return true;
  if ((next.stage === 'recommended') !== (now.stage === 'recommended')) return true;
  if (next.conclusion === 'question' || (next.conclusion === 'conditional' && standing.ball === 'theirs')) return true;
  if (next.expectedBy !== null && next.expectedBy !== now.expectedBy) return true;
  return otherValue(now.amountNok, next.amountNok);
}

/** A decision after a mere statement is worth writing over it: it brings stage, date and sum. */
function strengthens(standing: Standing, next: Answer): boolean {
  return closes(next) && next.stage === 'decided' && standing.details?.stage !== 'decided';
}
