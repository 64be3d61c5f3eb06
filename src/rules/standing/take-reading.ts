import type { Instant } from '../calendar/iso-date.ts';
import type { Reading } from '../replies/reading.ts';
import { contradiction, otherValue } from './contradiction.ts';
import type { Answer, CaseEvent } from './journal-entry.ts';
import { closes, type Standing } from './standing.ts';

/**
 * Decides what one reading does to one case that it concerns.
 * A person's word is never overwritten by the robot; a message that changes a closed answer goes to a person.
 * What comes from somebody who is not proved to be the municipality changes nothing: neither an answer nor a delivery.
 * @param senderKnown the sender's own mail domain is the municipality's, or it answers on behalf with one that is
 * @param doubts why the sender is not proved, in Norwegian; empty when it may change the case
 */
export function takeReading(
  reading: Reading,
  standing: Standing,
  senderKnown: boolean,
  doubts: readonly string[],
  arrivedAt: Instant,
): CaseEvent {
  switch (reading.kind) {
    case 'receipt':
      if (doubts.length > 0) return doubted(reading.kind, doubts);
      return { event: 'receipt-seen', caseRefs: reading.caseRefs };
    case 'out-of-office':
      if (doubts.length > 0) return doubted(reading.kind, doubts);
      return { event: 'absence-seen', until: reading.absentUntil };
    case 'bounce':
      // A failure that names nobody may be of any address, or made up: a person looks.
      if (reading.permanent === true && reading.review) break;
      return { event: 'bounced', recipients: reading.recipients, permanent: reading.permanent === true };
    default:
  }
  const reasons = [...reading.reviewReasons];
  const suggestion = answerOf(reading);
  reasons.push(...doubts);
  if (reading.review && reasons.length === 0) reasons.push('Roboten er usikker på hva svaret betyr.');
  if (suggestion === null) {
    if (reasons.length === 0) reasons.push('Meldingen er et svar, men uten konklusjon.');
    return { event: 'review-raised', reasons, suggestion: null, senderKnown: senderKnown && doubts.length === 0 };
  }
  // Taken from the bottom of the pile: what came later stands.
  const isOlder = standing.answeredAt !== null && arrivedAt < standing.answeredAt;
  const change = changes(standing, suggestion, isOlder);
  if (change !== null) reasons.push(change);
  if (reasons.length > 0) {
    return { event: 'review-raised', reasons, suggestion, senderKnown: senderKnown && doubts.length === 0 };
  }
  const stands = standing.closed ? !strengthens(standing, suggestion) : isOlder && !closes(suggestion);
  return {
    event: stands || standing.source === 'person' ? 'confirmed' : 'answered',
    answer: suggestion,
    caseRefs: reading.caseRefs,
  };
}

/** Seen and kept, and no more: a review would hold the reminders, which is what a false receipt may be sent for. */
export function doubted(kind: 'receipt' | 'out-of-office' | 'bounce', reasons: readonly string[]): CaseEvent {
  return { event: 'doubted', kind, reasons: [...reasons] };
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
