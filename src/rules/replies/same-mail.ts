import type { Reading } from './reading.ts';
import { readingChanges, type SaidField } from './reading-changes.ts';

/** By these it is the same answer; the others depend on what was known when it came. */
const ANSWER: ReadonlySet<SaidField> = new Set([
  'kind',
  'conclusion',
  'stage',
  'amountNok',
  'inhabitants',
  'expectedBy',
  'decidedOn',
  'body',
]);

/** Longer than any list's footer. */
const FOOTER_LENGTH = 1500;

/** Under the line that mailing lists draw stands whose list it was. */
const FOOTER = /^(?:_{5,}|-{2,}|={5,}|\*{5,})/;

/**
 * Whether two mails with one Message-ID are one mail: the same words, but for the footer of a mailing list, and papers that
 * say the same.
 * @param isListCopy the later one came by a list, which may have put its own address for the sender's: then it says nothing
 */
export function isSameMail(earlier: Reading, later: Reading, isListCopy: boolean): boolean {
  if (!sameWords(earlier.newText, later.newText)) return false;
  // Nothing could be read of either: the papers may be two.
  if (later.newText === '' && later.conclusion === null) return false;
  if (isListCopy && later.conclusion === null) return true;
  return !readingChanges(earlier, later).some(field => ANSWER.has(field));
}

/** The same words, whoever is said to have sent them. */
export function sameWords(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short === long) return true;
  const rest = long.length - short.length;
  return (
    short !== '' && rest <= FOOTER_LENGTH && long.startsWith(short) && FOOTER.test(long.slice(short.length).trim())
  );
}

/** What a person is told of an answer whose Message-ID is not its own. */
export const ID_USED_AGAIN = 'Meldingens id er brukt på nytt: en annen melding med annet innhold har den samme.';

/** An answer under an id that another mail has goes to a person; whatever answers nothing may bear what name it will. */
export function withIdUsedAgain(reading: Reading): Reading {
  if (reading.kind !== 'answer' || reading.reviewReasons.includes(ID_USED_AGAIN)) return reading;
  return { ...reading, review: true, reviewReasons: [...reading.reviewReasons, ID_USED_AGAIN] };
}
