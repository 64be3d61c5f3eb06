import type { ReadyAnswer } from '../rules/letters/letter-block.ts';
import { plainSpaces } from '../rules/letters/norwegian-number.ts';

/**
 * A `mailto:` that opens a new mail with the answer in it: one full sentence that can be read alone, then what a person
 * may fill in. Plain spaces only, since some programs show a hard space in an address line as `+` or a box.
 */
export function answerLink(answer: ReadyAnswer, replyTo: string, letterSubject: string): string {
  const body = [answer.line, '', ...answer.fields.map(field => (field === '' ? '' : `${field} `))].join('\r\n');
  const to = encodeURIComponent(replyTo).replaceAll('%40', '@').replaceAll('%2B', '+');
  return `mailto:${to}?subject=${encoded(`SV: ${letterSubject}`)}&body=${encoded(body)}`;
}

function encoded(text: string): string {
  return encodeURIComponent(plainSpaces(text)).replaceAll("'", '%27');
}
