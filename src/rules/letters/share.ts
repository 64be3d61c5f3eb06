import type { Terms } from '../campaign/campaign.ts';
import { kroner } from './norwegian-number.ts';

/** One municipality's own sum: whole kroner a year, base + rate × inhabitants (30 × kr 10 000 + kr 3 in 2018). */
export function shareOf(terms: Terms, inhabitants: number): number {
  return terms.baseNok + terms.perInhabitantNok * inhabitants;
}

/** «kr 15 000 + kr 4 per innbygger»; null when the campaign asks for no money. `perInhabitant` as in the word list. */
export function rateInWords(terms: Terms, perInhabitant: string, perMunicipality: string): string | null {
  const { baseNok, perInhabitantNok } = terms;
  if (baseNok === 0 && perInhabitantNok === 0) return null;
  if (perInhabitantNok === 0) return `${kroner(baseNok)} ${perMunicipality}`;
  const rate = `${kroner(perInhabitantNok)} ${perInhabitant}`;
  return baseNok === 0 ? rate : `${kroner(baseNok)} + ${rate}`;
}
