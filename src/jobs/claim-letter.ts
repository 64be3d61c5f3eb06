import type { RegisteredCampaign } from '../register/campaigns.ts';
import { type OpenReview, openReviews } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import {
  casesOfLetter,
  dropCase,
  type Letter,
  type LetterCase,
  letterById,
  lettersInState,
  moveLetter,
} from '../register/outbox.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { type CaseNow, casesWithStanding } from './gather-cases.ts';
import { type SendingGate, whyHeld } from './sending-gate.ts';
import { markSent } from './settle-delivery.ts';
import { TIME_IS_OVER, whyNotLeave, whyWait } from './why-not-leave.ts';

/**
 * Cases that have closed since the letter was planned leave it; a letter without cases is cancelled. One that a person
 * must look at first leaves a collective letter, and a letter of its own waits for her.
 * @returns left: it may go · waits: why it waits (Norwegian) · gone: nothing is left of it
 */
export function lookAgain(
  register: Register,
  letter: Letter,
  campaign: RegisteredCampaign,
  cases: readonly CaseNow[],
  now: Instant,
): { left: true } | { waits: string } | { gone: true } {
  const look = register.transaction(() => {
    const rows = casesOfLetter(register, letter.id).filter(row => row.state === 'owed');
    const reviews = openReviews(register);
    const found = rows.map(row => ({ row, ...whyNow(register, letter, row, campaign, cases, reviews, now) }));
    const dropped = found.filter(({ drop, wait }) => drop !== null || (letter.collective && wait !== null));
    for (const { row, drop, wait } of dropped) dropCase(register, letter.id, row.caseId, drop ?? wait!);
    if (dropped.length > 0 && letter.state === 'rendered') moveLetter(register, letter.id, 'rendered', 'planned');
    if (dropped.length === rows.length) {
      const over = dropped.length > 0 && dropped.every(({ drop }) => drop === TIME_IS_OVER);
      const { state } = letterById(register, letter.id)!;
      moveLetter(register, letter.id, state, over ? 'expired' : 'cancelled', { doneAt: now });
      return { gone: true } as const;
    }
    const waits = found.find(one => !dropped.includes(one) && one.wait !== null)?.wait ?? null;
    return waits === null ? ({ left: true } as const) : { waits };
  });
  return look.immediate();
}

/**
 * The claim looks at everything in its own transaction: an answer read while the letter was written stops it, and so do a
 * hold, another sender, a mail that is not read yet, a mailbox that was read too long ago.
 * @returns why the letter was not claimed, in Norwegian; null = it is claimed
 */
export function claim(
  register: Register,
  letter: Letter,
  campaign: RegisteredCampaign,
  gate: SendingGate,
  now: Instant,
): string | null {
  const take = register.transaction(() => {
    const held = whyHeld(register, gate, now);
    if (held !== null) return held;
    const cases = casesWithStanding(register, campaign.id);
    const rows = casesOfLetter(register, letter.id).filter(row => row.state === 'owed');
    const reviews = openReviews(register);
    const stopped = rows.some(row => {
      const { drop, wait } = whyNow(register, letter, row, campaign, cases, reviews, now);
      return drop !== null || wait !== null;
    });
    const claimed = !stopped && moveLetter(register, letter.id, 'rendered', 'claimed', { claimedAt: now });
    return claimed ? null : 'Noe skjedde med saken i siste liten; brevet ses på igjen.';
  });
  return take.immediate();
}

/**
 * What a process that died left behind; called by whoever has just become the only sender. Before the final dot nothing
 * can have been accepted, so the same bytes may go; after it only the copy in our own mailbox knows, or a person decides
 * (reliability.md §4.2).
 * @returns ids of the letters that are uncertain now
 */
export function settleClaims(register: Register, now: Instant): number[] {
  const settle = register.transaction(() => {
    for (const letter of lettersInState(register, 'claimed')) moveLetter(register, letter.id, 'claimed', 'rendered');
    const doubtful: number[] = [];
    for (const letter of lettersInState(register, 'eod')) {
      if (letter.witnessedAt !== null) {
        markSent(register, letter, null, letter.eodAt ?? now);
        continue;
      }
      const response = 'Programmet stoppet mens brevet ble overlevert. Ingen vet om det gikk.';
      moveLetter(register, letter.id, 'eod', 'uncertain', { doneAt: now, response });
      doubtful.push(letter.id);
    }
    return doubtful;
  });
  return settle.immediate();
}

function whyNow(
  register: Register,
  letter: Letter,
  row: LetterCase,
  campaign: RegisteredCampaign,
  cases: readonly CaseNow[],
  reviews: readonly OpenReview[],
  now: Instant,
): { drop: string | null; wait: string | null } {
  const one = cases.find(found => found.one.id === row.caseId);
  const drop = whyNotLeave(register, letter, row.occasion, campaign, one, now);
  return { drop, wait: drop === null && one !== undefined ? whyWait(register, letter, one, reviews) : null };
}
