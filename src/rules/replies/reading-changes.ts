import type { Reading } from './reading.ts';

/** The fields by which two readings of a message say different things; the others are how they are put. */
const SAID = [
  'kind',
  'conclusion',
  'stage',
  'municipalities',
  'campaign',
  'amountNok',
  'inhabitants',
  'expectedBy',
  'decidedOn',
  'body',
  'caseRefs',
  'recipients',
  'permanent',
  'absentUntil',
  'review',
  'problem',
] as const satisfies readonly (keyof Reading)[];

/** What the reader gives for it. */
const WORDS = ['evidence', 'reviewReasons'] as const satisfies readonly (keyof Reading)[];

export type SaidField = (typeof SAID)[number];

/** The fields in which a reading says something else than an earlier one, in the order in which they are shown. */
export function readingChanges(before: Reading, after: Reading): SaidField[] {
  return SAID.filter(field => differs(before[field], after[field]));
}

/** Whether it says the same on other words of the message. */
export function wordsChanged(before: Reading, after: Reading): boolean {
  return WORDS.some(field => differs(before[field], after[field]));
}

/** A reading of an older program may lack a field that has come since: that is no more than an empty one. */
function differs(before: unknown, after: unknown): boolean {
  return JSON.stringify(before ?? null) !== JSON.stringify(after ?? null);
}
