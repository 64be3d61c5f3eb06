import { journalOfCase, writeJournal } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import { extraDaysOf } from '../register/red-days.ts';
import { deadlineWarnings } from '../rules/calendar/deadline-warnings.ts';
import type { IsoDate } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import { shortDate } from '../rules/calendar/written-date.ts';
import { standingOf } from '../rules/standing/standing.ts';
import { answerWords } from '../rules/standing/standing-words.ts';
import { type Act, byPerson, inOneAct, type Refused } from './act.ts';
import { withdrawnWords } from './record-answer.ts';

/** Gives one case its own, later deadline. Badly placed days are warned of, days that have passed refused. */
export function extendDeadline(
  register: Register,
  caseId: number,
  until: IsoDate,
  act: Act,
): { warnings: string[] } | Refused {
  const today = osloDate(act.at);
  if (until < today)
    return { refused: `${shortDate(until)} er passert (i dag er ${shortDate(today)}). Velg en senere dag.` };
  return inOneAct(register, () => {
    const standing = standingOf(journalOfCase(register, caseId));
    if (standing.withdrawn !== null) return { refused: withdrawnWords(standing.withdrawn) };
    if (standing.closed) {
      return {
        refused: `Kommunen har svart: ${answerWords(standing)}. Da trengs ingen ny frist. Er svaret feil, angre det med «purrebot undo».`,
      };
    }
    writeJournal(register, caseId, { event: 'extended', until }, byPerson(act));
    return { warnings: deadlineWarnings(until, extraDaysOf(register)) };
  });
}
