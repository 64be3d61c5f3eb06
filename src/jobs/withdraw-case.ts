import { journalOfCase, writeJournal } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import { standingOf } from '../rules/standing/standing.ts';
import { type Act, byPerson, inOneAct, type Refused } from './act.ts';

/** Takes a municipality out of a campaign; its case and journal stay. Letters that wait for it do not leave. */
export function withdrawCase(
  register: Register,
  caseId: number,
  because: string,
  act: Act,
): { withdrawn: string } | Refused {
  return inOneAct(register, () => {
    const { withdrawn } = standingOf(journalOfCase(register, caseId));
    if (withdrawn !== null) return { refused: `Kommunen er tatt ut fra før (${withdrawn}).` };
    writeJournal(register, caseId, { event: 'withdrawn', because }, byPerson(act));
    return { withdrawn: because };
  });
}
