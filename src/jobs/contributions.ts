import type { RegisteredCampaign } from '../register/campaigns.ts';
import { populationOn } from '../register/municipalities.ts';
import type { Register } from '../register/open-register.ts';
import { shareOf } from '../rules/letters/share.ts';
import { type CaseNow, casesWithStanding } from './gather-cases.ts';

/** A municipality's money: what it says itself, and what the terms give by SSB's figure, beside each other. */
export interface Contribution {
  municipality: string;
  number: string;
  answer: string;
  stage: string | null;
  closed: boolean;
  /** As the municipality states it; null when it did not. */
  statedInhabitants: number | null;
  statedNok: number | null;
  /** By SSB's figure of the campaign's population date; null when there is none. */
  ssbInhabitants: number | null;
  ssbDate: string | null;
  ssbNok: number | null;
  /** A stated sum that is not the terms' by the stated or SSB's inhabitants is worth a look. */
  differs: boolean;
}

export interface Contributions {
  campaign: string;
  terms: RegisteredCampaign['terms'];
  rows: Contribution[];
  /** By answer: how many, and kroner stated where stated, else by SSB. */
  sums: Record<string, { municipalities: number; ssbNok: number; statedOrSsbNok: number }>;
}

/** One row a case, in Norwegian name order, with sums by answer and in all. */
export function contributionsOf(register: Register, campaign: RegisteredCampaign): Contributions {
  const rows = casesWithStanding(register, campaign.id).map(({ one, municipality, standing }): Contribution => {
    const date = campaign.terms.populationDate;
    const population = date === null ? null : populationOn(register, one.municipalityId, date);
    const ssbNok = population === null ? null : shareOf(campaign.terms, population.inhabitants);
    const { inhabitants: statedInhabitants = null, amountNok: statedNok = null } = standing.details ?? {};
    const byStated = statedInhabitants === null ? null : shareOf(campaign.terms, statedInhabitants);
    return {
      municipality: municipality.name,
      number: municipality.number,
      answer: standing.withdrawn === null ? standing.answer : 'withdrawn',
      stage: standing.details?.stage ?? null,
      closed: standing.closed,
      statedInhabitants,
      statedNok,
      ssbInhabitants: population?.inhabitants ?? null,
      ssbDate: population?.date ?? null,
      ssbNok,
      differs: statedNok !== null && ![ssbNok, byStated].includes(statedNok),
    };
  });
  const sums: Contributions['sums'] = {};
  for (const row of rows) {
    for (const key of row.answer === 'withdrawn' ? ['withdrawn'] : [row.answer, 'all']) {
      const sum = sums[key] ?? { municipalities: 0, ssbNok: 0, statedOrSsbNok: 0 };
      sums[key] = sum;
      sum.municipalities += 1;
      sum.ssbNok += row.ssbNok ?? 0;
      sum.statedOrSsbNok += row.statedNok ?? row.ssbNok ?? 0;
    }
  }
  return { campaign: campaign.id, terms: campaign.terms, rows, sums };
}

/** What each case owes by the terms and SSB's figure, whole kroner; null when there is no sum, or no figure for its day. */
export function amountsByTerms(
  register: Register,
  { terms }: RegisteredCampaign,
  cases: readonly CaseNow[],
): Map<number, number | null> {
  const date = terms.populationDate;
  const asksForMoney = terms.baseNok > 0 || terms.perInhabitantNok > 0;
  return new Map(
    cases.map(({ one }) => {
      if (!asksForMoney) return [one.id, null];
      if (terms.perInhabitantNok === 0) return [one.id, terms.baseNok];
      const population = date === null ? null : populationOn(register, one.municipalityId, date);
      return [one.id, population === null ? null : shareOf(terms, population.inhabitants)];
    }),
  );
}
