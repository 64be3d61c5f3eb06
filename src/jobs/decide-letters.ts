import { writeCampaignJournal } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import {
  approveLetter,
  casesOfLetter,
  dropCase,
  type Letter,
  letterById,
  lettersInState,
  moveLetter,
} from '../register/outbox.ts';
import { postponeLetter } from '../register/outbox-postpone.ts';
import type { IsoDate } from '../rules/calendar/iso-date.ts';
import { osloDate, osloInstant } from '../rules/calendar/oslo-time.ts';
import { maySendAt } from '../rules/calendar/sending-window.ts';
import { shortDate } from '../rules/calendar/written-date.ts';
import { type Act, byPerson, inOneAct, type Refused } from './act.ts';

/** Letters in these states have not left and can be stopped. */
const CAN_BE_STOPPED: readonly Letter['state'][] = ['planned', 'rendered', 'retry'];

export function lettersThatCanBeStopped(register: Register): Letter[] {
  return CAN_BE_STOPPED.flatMap(state => lettersInState(register, state)).sort((a, b) => a.id - b.id);
}

/** Those of them that wait for somebody's approval. */
export function lettersToApprove(register: Register): Letter[] {
  return lettersThatCanBeStopped(register).filter(one => one.approval === 'waiting');
}

/** They leave when their time comes. All or none. */
export function approveLetters(register: Register, ids: readonly number[], act: Act): { approved: number } | Refused {
  return inOneAct(register, () => {
    const waiting = lettersToApprove(register);
    const unknown = ids.filter(id => !waiting.some(one => one.id === id));
    if (unknown.length > 0)
      return { refused: `Ikke blant dem som venter: ${unknown.join(', ')}. Ingenting er godkjent.` };
    for (const id of ids) {
      approveLetter(register, id, act.by);
      const { campaignId } = waiting.find(one => one.id === id)!;
      writeCampaignJournal(register, campaignId, { event: 'letter-approved' }, { ...byPerson(act), letterId: id });
    }
    return { approved: ids.length };
  });
}

/** They shall not leave; a rung or a round that is dropped does not come back. All or none. */
export function dropLetters(register: Register, ids: readonly number[], act: Act): { dropped: number } | Refused {
  return inOneAct(register, () => {
    const open = lettersThatCanBeStopped(register);
    const unknown = ids.filter(id => !open.some(one => one.id === id));
    if (unknown.length > 0) return { refused: `Ikke i utboksen: ${unknown.join(', ')}. Ingenting er stoppet.` };
    for (const id of ids) {
      const letter = letterById(register, id)!;
      for (const row of casesOfLetter(register, id)) dropCase(register, id, row.caseId, `stoppet av ${act.by}`);
      moveLetter(register, id, letter.state, 'cancelled', { doneAt: act.at });
      writeCampaignJournal(
        register,
        letter.campaignId,
        { event: 'letter-dropped' },
        { ...byPerson(act), letterId: id },
      );
    }
    return { dropped: ids.length };
  });
}

/** One case leaves a collective letter; the others get it. An individual letter has nobody left, and is dropped. */
export function dropFromLetter(register: Register, id: number, caseId: number, act: Act): { left: number } | Refused {
  return inOneAct(register, () => {
    const letter = lettersThatCanBeStopped(register).find(one => one.id === id);
    const owed = letter === undefined ? [] : casesOfLetter(register, id).filter(row => row.state === 'owed');
    if (letter === undefined || !owed.some(row => row.caseId === caseId))
      return { refused: 'Brevet er ikke i utboksen lenger, eller kommunen er tatt ut av det. Ingenting er endret.' };
    dropCase(register, id, caseId, `tatt ut av ${act.by}`);
    // Bytes that were frozen name the one who left: the letter is written again.
    if (owed.length === 1) moveLetter(register, id, letter.state, 'cancelled', { doneAt: act.at });
    else if (letter.state !== 'planned') moveLetter(register, id, letter.state, 'planned');
    writeCampaignJournal(
      register,
      letter.campaignId,
      { event: 'letter-case-dropped', caseId },
      { ...byPerson(act), letterId: id },
    );
    return { left: owed.length - 1 };
  });
}

/** They wait until a day (its first hour of sending), whatever was approved. A rung whose time goes by meanwhile does not leave. */
export function postponeLetters(
  register: Register,
  ids: readonly number[],
  until: IsoDate,
  act: Act,
): { postponed: number } | Refused {
  if (until <= osloDate(act.at))
    return {
      refused: `Hold tilbake til: ventet en dag etter ${shortDate(osloDate(act.at))}, fant ${shortDate(until)}. Ingenting er endret.`,
    };
  return inOneAct(register, () => {
    const open = lettersThatCanBeStopped(register);
    const unknown = ids.filter(id => !open.some(one => one.id === id));
    if (unknown.length > 0) return { refused: `Ikke i utboksen: ${unknown.join(', ')}. Ingenting er endret.` };
    const morning = osloInstant(until, '08:00');
    const may = maySendAt(morning);
    const due = may.may ? morning : may.next;
    for (const id of ids) {
      postponeLetter(register, id, due);
      const { campaignId } = open.find(one => one.id === id)!;
      writeCampaignJournal(
        register,
        campaignId,
        { event: 'letter-postponed', until },
        { ...byPerson(act), letterId: id },
      );
    }
    return { postponed: ids.length };
  });
}
