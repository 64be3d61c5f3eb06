import { acceptClock } from '../register/clock.ts';
import { writeCampaignJournal } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import { holdSending, releaseSending, type SendingHold } from '../register/sending-holds.ts';
import { type Act, byPerson, inOneAct } from './act.ts';
import { holdsNow } from './watch-clock.ts';

/**
 * A person stops everything: nothing is claimed any more; a letter that is being handed over goes.
 * @param reason her own words; may be empty
 * @returns false when it was stopped already
 */
export function stopSending(register: Register, reason: string, act: Act): boolean {
  const why = reason.trim();
  const because = `Sendingen er stoppet av ${act.by}${why === '' ? '.' : `: ${why}.`}`;
  return inOneAct(register, () => {
    const isNew = holdSending(register, { reason: 'person', since: act.at, by: act.by, because });
    if (isNew) writeCampaignJournal(register, null, { event: 'sending-held', because }, byPerson(act));
    return isNew;
  });
}

/** What stopped the sending is looked at: letters may leave again. @returns the holds that are gone */
export function startSendingAgain(register: Register, act: Act): SendingHold[] {
  return inOneAct(register, () => {
    const holds = holdsNow(register, act.at);
    for (const { reason, because } of holds) {
      releaseSending(register, reason);
      if (reason === 'clock') acceptClock(register, act.at);
      writeCampaignJournal(register, null, { event: 'sending-released', reason, because }, byPerson(act));
    }
    return holds;
  });
}
