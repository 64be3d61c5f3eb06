import type { RegisteredCampaign } from '../register/campaigns.ts';
import { type Case, casesOf } from '../register/cases.ts';
import { journalOfCampaign } from '../register/journal.ts';
import { municipalityOnDate } from '../register/municipalities.ts';
import type { Register } from '../register/open-register.ts';
import { occasionsOf } from '../register/outbox.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import type { MunicipalityOnDate } from '../rules/municipality/municipality.ts';
import type { CampaignFacts, CaseFacts, Track } from '../rules/reminders/case-facts.ts';
import { type Standing, standingOf } from '../rules/standing/standing.ts';

/** A case with its municipality as it was when the case was opened, and its standing. */
export interface CaseNow {
  one: Case;
  municipality: MunicipalityOnDate;
  standing: Standing;
}

/** All cases of a campaign in Norwegian name order, as they stand now or stood at a moment. */
export function casesWithStanding(register: Register, campaignId: string, until?: Instant): CaseNow[] {
  const journal = journalOfCampaign(register, campaignId);
  const order = new Intl.Collator('nb');
  return casesOf(register, campaignId)
    .filter(one => until === undefined || one.openedAt <= until)
    .map(one => ({
      one,
      municipality: municipalityOnDate(register, one.municipalityId, osloDate(one.openedAt)),
      standing: standingOf(journal.get(one.id) ?? [], until),
    }))
    .sort((a, b) => order.compare(a.municipality.name, b.municipality.name));
}

/** What the planner asks for. */
export function caseFacts(register: Register, cases: readonly CaseNow[], track: Track): CaseFacts[] {
  return cases.map(({ one, municipality, standing }) => ({
    caseId: one.id,
    name: municipality.name,
    standing,
    queued: occasionsOf(register, one.id, track === 'trial'),
  }));
}

export function campaignFacts(campaign: RegisteredCampaign): CampaignFacts {
  return {
    id: campaign.id,
    running: campaign.state === 'running',
    ladder: campaign.ladder,
    deadlines: campaign.deadlines,
  };
}
