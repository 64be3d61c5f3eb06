import type { RefusedAddress, SendResult } from '../mail-out/transport.ts';
import { writeJournal } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import { casesOfLetter, type Letter, letterById, markCase, moveLetter } from '../register/outbox.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { addSeconds, osloDate } from '../rules/calendar/oslo-time.ts';
import { type CaseNow, casesWithStanding } from './gather-cases.ts';
import { contactsWrittenTo } from './letter-recipients.ts';
import { ROBOT } from './take-effects.ts';

export interface Delivery {
  letterId: number;
  outcome: 'sent' | 'retry' | 'rejected' | 'uncertain' | 'cancelled' | 'waiting';
  /** The file, or the server's answer, or why not (Norwegian). */
  detail: string;
  /** Our own mailbox did not take its copy: should the next letter be in doubt, nobody can tell whether it went. */
  unwitnessed?: boolean;
  /** It could not be written, or has nobody that it may go to: a person must put something right. */
  unwritten?: { campaignId: string; fault?: unknown };
}

/** Waiting before the next attempt after a temporary failure, in seconds: grows with each attempt up to two hours. */
const retryAfter = (attempt: number): number => Math.min(60 * 2 ** attempt, 7200);

/** Noted before the final dot: from here on the letter may have been taken. Throws when it was not ours to end. */
export function noteEnd(register: Register, letterId: number, refused: readonly RefusedAddress[], now: Instant): void {
  if (!moveLetter(register, letterId, 'claimed', 'eod', { eodAt: now, refused }))
    throw new Error(`letter ${letterId}: expected it claimed before its final dot`);
}

/** Writes down what became of a claimed letter, in one transaction. */
export function settleDelivery(
  register: Register,
  letter: Letter,
  cases: readonly CaseNow[],
  result: SendResult,
  now: Instant,
): Delivery {
  const settle = register.transaction((): Delivery => {
    const { id } = letter;
    const { state, witnessedAt } = letterById(register, id)!;
    if (result.sent) {
      moveLetter(register, id, state, 'sent', {
        doneAt: now,
        response: result.response,
        refused: result.refused ?? [],
      });
      markEach(register, letter, cases, result.refused ?? [], now);
      return { letterId: id, outcome: 'sent', detail: result.file ?? result.response };
    }
    const { why: detail } = result;
    if (result.of === 'unknown') {
      if (witnessedAt !== null) {
        markSent(register, letterById(register, id)!, cases, now);
        return { letterId: id, outcome: 'sent', detail: WITNESSED };
      }
      moveLetter(register, id, state, 'uncertain', { doneAt: now, response: detail });
      return { letterId: id, outcome: 'uncertain', detail };
    }
    if (result.temporary) {
      // A server that takes nothing says nothing of this letter: it waits for the server, not for itself.
      const nextTryAt = result.of === 'server' ? now : addSeconds(now, retryAfter(letter.attempt));
      moveLetter(register, id, state, 'retry', { response: detail, nextTryAt });
      moveLetter(register, id, 'retry', 'rendered', { uncounted: result.of === 'server' });
      return { letterId: id, outcome: result.of === 'server' ? 'waiting' : 'retry', detail };
    }
    moveLetter(register, id, state, 'rejected', { doneAt: now, response: detail });
    const context = { at: now, actor: ROBOT, letterId: id, mode: letter.mode };
    for (const { caseId } of casesOfLetter(register, id).filter(row => row.state === 'owed')) {
      markCase(register, id, caseId, 'rejected');
      if (result.noAddress !== true) continue;
      const recipients = addressesOf(register, letter, cases, caseId, now);
      writeJournal(register, caseId, { event: 'bounced', recipients, permanent: true }, context);
    }
    return { letterId: id, outcome: 'rejected', detail };
  });
  return settle.immediate();
}

const WITNESSED = 'Kopien av brevet er kommet til vår egen postkasse.';

/**
 * Its copy has come, so it left: a letter that nobody knew of, or one that an older backup had not sent yet.
 * @param cases those of its campaign, when they are at hand
 * @param at when it left
 */
export function markSent(register: Register, letter: Letter, cases: readonly CaseNow[] | null, at: Instant): void {
  const mark = register.transaction(() => {
    let { state } = letter;
    if (state === 'retry' && moveLetter(register, letter.id, 'retry', 'rendered')) state = 'rendered';
    if (state === 'rendered' && moveLetter(register, letter.id, 'rendered', 'claimed', { claimedAt: at }))
      state = 'claimed';
    if (!moveLetter(register, letter.id, state, 'sent', { doneAt: at, response: WITNESSED })) return;
    markEach(register, letter, cases ?? casesWithStanding(register, letter.campaignId), letter.refused, at);
  });
  mark.immediate();
}

/** A refused address rejects the rows of its own municipality only, and only when it had no other. */
function markEach(
  register: Register,
  letter: Letter,
  cases: readonly CaseNow[],
  refused: readonly RefusedAddress[],
  now: Instant,
): void {
  const context = { at: now, actor: ROBOT, letterId: letter.id, mode: letter.mode };
  for (const row of casesOfLetter(register, letter.id).filter(one => one.state === 'owed')) {
    const written = addressesOf(register, letter, cases, row.caseId, now);
    const returned = refused.filter(one => written.includes(one.address));
    const addresses = written.filter(address => !returned.some(one => one.address === address));
    // In a trial the letter went to somebody else altogether, and nobody of theirs was refused.
    const went = returned.length === 0 || addresses.length > 0;
    if (went) {
      const event = { event: 'letter-sent', letter: letter.kind, occasion: row.occasion, byHand: false } as const;
      writeJournal(register, row.caseId, { ...event, addresses: written }, context);
    }
    markCase(register, letter.id, row.caseId, went ? 'sent' : 'rejected');
    for (const { address, permanent } of returned)
      writeJournal(register, row.caseId, { event: 'bounced', recipients: [address], permanent }, context);
  }
}

/** The addresses of one case that a letter goes to. */
function addressesOf(
  register: Register,
  letter: Letter,
  cases: readonly CaseNow[],
  caseId: number,
  now: Instant,
): string[] {
  const { municipalityId } = cases.find(({ one }) => one.id === caseId)!.one;
  return contactsWrittenTo(register, municipalityId, letter.roles, osloDate(now)).map(one => one.address);
}
