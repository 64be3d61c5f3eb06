import {
  CHANGED_TERMS,
  CONDITION,
  COUNTER_OFFER,
  FORMALITY,
  IF_CLAUSE,
  LIMITED,
  NO_CONDITION,
} from '../text/phrases-condition.ts';
import type { Add } from './claim.ts';

/** Adds conditions and limits. */
export function addConditions(said: string, hypothetical: boolean, add: Add): void {
  const denied = NO_CONDITION.test(said) || FORMALITY.test(said);
  if (!denied && CONDITION.test(said)) add('condition', 'forutsetning');
  else if (!denied && hypothetical) add('if', IF_CLAUSE.test(said) ? 'dersom' : 'verb først');
  if (LIMITED.test(said)) add('limit', 'avgrenset');
  if (CHANGED_TERMS.test(said)) add('changed', 'endrede vilkår');
  if (COUNTER_OFFER.test(said)) add('offer', 'noe annet enn penger');
}
