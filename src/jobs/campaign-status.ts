import type { RegisteredCampaign } from '../register/campaigns.ts';
import type { Register } from '../register/open-register.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import type { Standing } from '../rules/standing/standing.ts';
import { type CaseNow, casesWithStanding } from './gather-cases.ts';
import { deadlineForAll } from './plan-reminders.ts';

/** How a campaign stands: one row a case, and the counts that the adviser asks for. */
export interface CampaignStatus {
  campaign: RegisteredCampaign;
  cases: CaseNow[];
  deadline: string | null;
  counts: Counts;
}

/** Each outstanding or answered case counts once by its answer; review and ours count the ball beside it. */
export interface Counts {
  cases: number;
  outstanding: number;
  joined: number;
  declined: number;
  conditional: number;
  recommended: number;
  deferred: number;
  question: number;
  unclear: number;
  none: number;
  review: number;
  /** A question or a condition that waits for us. */
  ours: number;
  withdrawn: number;
}

export function campaignStatus(register: Register, campaign: RegisteredCampaign, at: Instant): CampaignStatus {
  const cases = casesWithStanding(register, campaign.id, at);
  const set = campaign.deadlines.filter(one => one.setAt <= at);
  const deadline = deadlineForAll(register, { ...campaign, deadlines: set }, osloDate(at));
  return { campaign, cases, deadline, counts: countsOf(cases.map(one => one.standing)) };
}

export function countsOf(standings: readonly Standing[]): Counts {
  const counts: Counts = {
    cases: standings.length,
    outstanding: 0,
    joined: 0,
    declined: 0,
    conditional: 0,
    recommended: 0,
    deferred: 0,
    question: 0,
    unclear: 0,
    none: 0,
    review: 0,
    ours: 0,
    withdrawn: 0,
  };
  for (const standing of standings) {
    if (standing.withdrawn !== null) {
      counts.withdrawn += 1;
      continue;
    }
    counts[standing.answer] += 1;
    if (standing.outstanding) counts.outstanding += 1;
    if (standing.ball === 'review') counts.review += 1;
    if (standing.ball === 'ours' && standing.outstanding) counts.ours += 1;
  }
  return counts;
}
