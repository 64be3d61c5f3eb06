import type { RegisteredCampaign } from '../register/campaigns.ts';
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
import { whyNotLeave } from './why-not-leave.ts';

/** Cases that have closed since the letter was planned leave it; a letter without cases is cancelled. False: nothing is left. */
export function lookAgain(
  register: Register,
  letter: Letter,
  campaign: RegisteredCampaign,
  cases: readonly CaseNow[],
  now: Instant,
): boolean {
  const look = register.transaction(() => {
    const rows = casesOfLetter(register, letter.id).filter(row => row.state === 'owed');
    let left = rows.length;
    for (const row of rows) {
      const why = whyNow(register, letter, row, campaign, cases, now);
      if (why === null) continue;
      dropCase(register, letter.id, row.caseId, why);
      left -= 1;
    }
    if (left < rows.length && letter.state === 'rendered') moveLetter(register, letter.id, 'rendered', 'planned');
    if (left === 0)
      moveLetter(register, letter.id, letterById(register, letter.id)!.state, 'cancelled', { doneAt: now });
    return left > 0;
  });
  return look.immediate();
}

/** The claim looks at every case in its own transaction: an answer read while the letter was written stops it. */
export function claim(register: Register, letter: Letter, campaign: RegisteredCampaign, now: Instant): boolean {
  const take = register.transaction(() => {
    const cases = casesWithStanding(register, campaign.id);
    const rows = casesOfLetter(register, letter.id).filter(row => row.state === 'owed');
    const stopped = rows.some(row => whyNow(register, letter, row, campaign, cases, now) !== null);
    return !stopped && moveLetter(register, letter.id, 'rendered', 'claimed', { claimedAt: now });
  });
  return take.immediate();
}

/**
 * What a process that died left behind; called by whoever has just become the only sender. Before the final dot nothing
 * can have been accepted, so the same bytes may go; after it nobody knows, and a person decides (reliability.md §4.2).
 * @returns ids of the letters that are uncertain now
 */
export function settleClaims(register: Register, now: Instant): number[] {
  const settle = register.transaction(() => {
    for (const letter of lettersInState(register, 'claimed')) moveLetter(register, letter.id, 'claimed', 'rendered');
    const doubtful = lettersInState(register, 'eod').map(letter => letter.id);
    const response = 'Programmet stoppet mens brevet ble overlevert. Ingen vet om det gikk.';
    for (const id of doubtful) moveLetter(register, id, 'eod', 'uncertain', { doneAt: now, response });
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
  now: Instant,
): string | null {
  const one = cases.find(found => found.one.id === row.caseId);
  return whyNotLeave(register, letter, row.occasion, campaign, one, now);
}
