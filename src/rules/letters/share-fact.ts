import type { LetterFact } from './letter-block.ts';
import type { LetterAddressee, LetterFacts } from './letter-facts.ts';
import type { LetterWords } from './letter-words.ts';
import { dayMonthYear } from './norwegian-date.ts';
import { grouped, kroner } from './norwegian-number.ts';
import { oneLine } from './plain-value.ts';

/**
 * «Andel for Hitra: kr 13 431 (kr 3 × 4 477 innbyggere, SSB 1. januar 2013)»: never a sum without how it comes about
 * and the day of the population. Null when the share is unknown or there is nothing to pay.
 */
export function shareFact(facts: LetterFacts, addressee: LetterAddressee, words: LetterWords): LetterFact | null {
  if (addressee.share === null) return null;
  const { nok, inhabitants, populationDate } = addressee.share;
  const { baseNok, perInhabitantNok } = facts.campaign.terms;
  if (baseNok === 0 && perInhabitantNok === 0) return null;
  const base = baseNok === 0 ? '' : `${kroner(baseNok)} + `;
  const detail =
    perInhabitantNok === 0
      ? words.share.fixed
      : `${base}${kroner(perInhabitantNok)} × ${grouped(inhabitants)} ${words.share.inhabitants}, SSB ${dayMonthYear(populationDate)}`;
  return { label: words.share.label(oneLine(addressee.name)), value: kroner(nok), detail };
}
