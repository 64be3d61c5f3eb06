import { writeJournal } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import { type Act, byPerson, inOneAct, type Refused } from './act.ts';

/** Characters of a note: it is a remark, not a document. */
const LONGEST_NOTE = 4000;

/** A person's note on a case, for our own eyes. */
export function noteOnCase(register: Register, caseId: number, written: string, act: Act): { note: string } | Refused {
  const note = written.trim();
  if (note === '') return { refused: 'Notatet er tomt. Ingenting er lagret.' };
  if (note.length > LONGEST_NOTE)
    return { refused: `Notatet: ventet høyst ${LONGEST_NOTE} tegn, fant ${note.length}. Kort det ned.` };
  return inOneAct(register, () => {
    writeJournal(register, caseId, { event: 'noted', note }, byPerson(act));
    return { note };
  });
}
