import { journalOfCase, writeJournal } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import { effective, standingOf } from '../rules/standing/standing.ts';
import { answerWords } from '../rules/standing/standing-words.ts';
import { type Act, byPerson, inOneAct, type Refused } from './act.ts';
import { withdrawnWords } from './record-answer.ts';

/** What we did with a ball that was ours. */
export type OurReply = 'question-answered' | 'condition-accepted' | 'condition-refused';

/** The ball goes back: their question is answered, or we have taken a stand on their condition. */
export function replyToThem(
  register: Register,
  caseId: number,
  reply: OurReply,
  act: Act,
): { done: OurReply } | Refused {
  return inOneAct(register, () => {
    const journal = journalOfCase(register, caseId);
    const standing = standingOf(journal);
    if (standing.withdrawn !== null) return { refused: withdrawnWords(standing.withdrawn) };
    // From the journal: a later message that waits for a person hides the question, it does not answer it.
    const history = effective(journal);
    const said = history.findLast(one => one.event === 'answered');
    const expected = reply === 'question-answered' ? 'question' : 'conditional';
    const open = said?.answer.conclusion === expected && said.answer.stage !== 'recommended' && !standing.closed;
    if (!open) {
      const wanted = expected === 'question' ? 'noe åpent spørsmål' : 'noe forbehold';
      return { refused: `Saken har ikke ${wanted}: den står som «${answerWords(standing)}». Ingenting er registrert.` };
    }
    const since = history.filter(one => one.id > said.id);
    if (reply === 'question-answered' && since.some(one => one.event === 'question-answered')) {
      return { refused: 'Spørsmålet er registrert som besvart fra før.' };
    }
    writeJournal(register, caseId, { event: reply }, byPerson(act));
    return { done: reply };
  });
}
