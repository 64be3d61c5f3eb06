import type { Answer } from './journal-entry.ts';
import { closes } from './standing.ts';

/**
 * Why a person must look when one mail of a municipality says the later of two answers and another said the earlier, in
 * Norwegian; null when the later one only goes on from there. Which of the two was read first does not matter.
 * @param isOpen the earlier one still waits for the adviser: a question not answered, a condition not accepted or refused
 */
export function contradiction(earlier: Answer, later: Answer, isOpen: boolean): string | null {
  const same = earlier.conclusion === later.conclusion;
  if (closes(earlier)) {
    if (!same) return 'Kommunen har svart før; dette ser ut til å endre svaret.';
    if (otherValue(earlier.amountNok, later.amountNok)) return 'Kommunen oppgir et annet beløp enn før.';
    return otherValue(earlier.decidedOn, later.decidedOn) ? 'Kommunen oppgir en annen vedtaksdato enn før.' : null;
  }
  if (!isOpen || same || earlier.stage === 'recommended') return null;
  // «Ja» after «ja, dersom …» may mean the condition still: only she who has to accept it can tell.
  if (earlier.conclusion === 'conditional')
    return 'Kommunen har svart med forbehold som ikke er avklart; dette ser ut til å endre svaret.';
  // A date of theirs gives the ball back, and their question would be forgotten; a condition is ours to look at as it is.
  return earlier.conclusion === 'question' && !closes(later) && later.conclusion !== 'conditional'
    ? 'Kommunen har også spurt om noe som vi ikke har svart på.'
    : null;
}

/** Both are said, and they are not the same; what only one of them says fills in. */
export function otherValue(before: string | number | null, now: string | number | null): boolean {
  return before !== null && now !== null && before !== now;
}
