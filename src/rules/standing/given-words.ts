import { shortDate } from '../calendar/written-date.ts';
import { grouped, plainSpaces } from '../letters/norwegian-number.ts';
import type { Answer } from './journal-entry.ts';
import { conclusionWords } from './standing-words.ts';

/** «slutter seg til (vedtatt 08.04.2014), kr 14 133»: an answer with what was given along with it. */
export function givenWords(answer: Answer): string {
  const stage =
    answer.stage === 'recommended' ? 'innstilling, ikke vedtatt' : answer.stage === 'decided' ? 'vedtatt' : '';
  const decided = [stage, answer.decidedOn === null ? '' : shortDate(answer.decidedOn)].filter(Boolean).join(' ');
  const parts = [`${conclusionWords(answer.conclusion)}${decided === '' ? '' : ` (${decided})`}`];
  if (answer.expectedBy !== null) parts.push(`behandles ${shortDate(answer.expectedBy)}`);
  if (answer.amountNok !== null) parts.push(`kr ${plainSpaces(grouped(answer.amountNok))}`);
  return parts.join(', ');
}
