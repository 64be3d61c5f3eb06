import { deniesSomething } from '../text/negation.ts';
import { HEDGE } from '../text/phrases-condition.ts';
import { ASKS, BEFORE_ANSWER, MUST_KNOW, NOT_RECEIVED } from '../text/phrases-question.ts';
import { ANSWERED_EARLIER, AS_AGREED, DISMISSED, NOTED } from '../text/phrases-unclear.ts';
import { words } from '../text/words.ts';
import type { Add } from './claim.ts';

/** «Kommunen tar ikke stilling til spørsmålet», with no «nå» and no «før» */
const TAKES_NO_STAND = words(/\btar (?:[^\s]+ )?ikke stilling\b(?!.*\b(?:nå|før|ennå|enda|i dag|denne gang)\b)/u);

/** Adds what a sentence asks, notes, hedges or refers to. */
export function addOthers(said: string, add: Add): void {
  if (MUST_KNOW.test(said)) add('question-first', 'må vite');
  else if (NOT_RECEIVED.test(said)) add('question-first', 'ikke mottatt');
  else if (ASKS.test(said)) add(BEFORE_ANSWER.test(said) ? 'question-first' : 'question', 'spør');
  if (NOTED.test(said) && !/\boversende/.test(said)) add('noted', 'tatt til orientering');
  if (TAKES_NO_STAND.test(said)) add('noted', 'tar ikke stilling');
  if (DISMISSED.test(said)) add('noted', 'avvist');
  if (HEDGE.test(said)) add('hedge', 'positiv uten standpunkt');
  if (ANSWERED_EARLIER.test(said) && !deniesSomething(said)) add('earlier', 'har svart før');
  if (AS_AGREED.test(said)) add('agreed', 'som avtalt');
}
