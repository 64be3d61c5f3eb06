import { journalOfCase, writeJournal } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import { standingOf } from '../rules/standing/standing.ts';
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
    const standing = standingOf(journalOfCase(register, caseId));
    if (standing.withdrawn !== null) return { refused: withdrawnWords(standing.withdrawn) };
    const expected = reply === 'question-answered' ? 'question' : 'conditional';
    if (standing.answer !== expected) {
      const wanted = expected === 'question' ? 'noe åpent spørsmål' : 'noe forbehold';
      return { refused: `Saken har ikke ${wanted}: den står som «${answerWords(standing)}». Ingenting er registrert.` };
    }
    if (reply === 'question-answered' && standing.ball === 'theirs') {
      return { refused: 'Spørsmålet er registrert som besvart fra før.' };
    }
    writeJournal(register, caseId, { event: reply }, byPerson(act));
    return { done: reply };
  });
}
