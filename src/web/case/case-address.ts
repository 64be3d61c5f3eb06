import type { CaseNow } from '../../jobs/gather-cases.ts';
import { standingsNow } from '../../jobs/kept-standings.ts';
import { campaignById, type RegisteredCampaign } from '../../register/campaigns.ts';
import type { Register } from '../../register/open-register.ts';

/** The case that an address names: a campaign and a municipality's number on the day its case was opened. */
export interface CaseAt {
  campaign: RegisteredCampaign;
  now: CaseNow;
  href: string;
}

export function caseAt(register: Register, campaignId: string, number: string): CaseAt | null {
  const campaign = campaignById(register, campaignId);
  if (campaign === null) return null;
  const now = standingsNow(register, campaignId).find(one => one.municipality.number === number);
  return now === undefined ? null : { campaign, now, href: caseHref(campaignId, number) };
}

export function caseHref(campaignId: string, number: string): string {
  return `/henvendelser/${campaignId}/kommuner/${number}`;
}
