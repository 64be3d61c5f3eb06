import { shortDate } from '../rules/calendar/written-date.ts';
import type { Kind, Reading } from '../rules/replies/reading.ts';
import { givenWords } from '../rules/standing/given-words.ts';
import { answerOf } from '../rules/standing/take-reading.ts';

const KINDS: Record<Kind, string> = {
  answer: 'svar',
  receipt: 'kvittering',
  'out-of-office': 'fravær',
  bounce: 'ikke levert',
  other: 'annet',
};

export function kindWords(kind: Kind): string {
  return KINDS[kind];
}

/** «svar: slutter seg til (vedtatt 08.04.2014), kr 14 133», «fravær til 10.03.2014»; a review after it. */
export function saidWords(reading: Reading): string {
  const answer = answerOf(reading);
  const said = answer === null ? withoutAnswer(reading) : `svar: ${givenWords(answer)}`;
  return reading.review ? `${said} (må avklares)` : said;
}

function withoutAnswer({ kind, absentUntil, recipients, permanent }: Reading): string {
  if (kind === 'out-of-office' && absentUntil !== null) return `fravær til ${shortDate(absentUntil)}`;
  if (kind !== 'bounce') return kindWords(kind);
  return [permanent === false ? 'forsinket' : kindWords(kind), recipients.join(', ')].filter(Boolean).join(': ');
}

/** «e-posten», or the attachment's name. */
export function partWords(part: string): string {
  return part === 'body' ? 'e-posten' : part;
}
