import { allCampaigns, type RegisteredCampaign } from '../register/campaigns.ts';
import { openReviews } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import { lettersWaiting } from '../register/outbox-waiting.ts';
import type { Instant, IsoDate } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import type { ReminderPlan } from '../rules/reminders/reminder-plan.ts';
import type { Mode } from '../rules/standing/journal-entry.ts';
import { type Counts, countsOf } from './campaign-status.ts';
import type { CaseNow } from './gather-cases.ts';
import { ladderToday } from './kept-plans.ts';
import { standingsNow } from './kept-standings.ts';
import { deadlineForAll } from './plan-reminders.ts';

/** A campaign in one row of the morning's page. */
export interface CampaignGlance {
  campaign: RegisteredCampaign;
  cases: readonly CaseNow[];
  counts: Counts;
  deadline: IsoDate | null;
  /** What waits for a person: messages, and letters that are not approved. */
  reviews: number;
  lettersToApprove: number;
  lettersWaiting: number;
  /** Today's rungs, and the next ones. */
  plan: ReminderPlan;
}

/** All campaigns, the newest first; those that are over last. */
export function glanceAtCampaigns(register: Register, mode: Mode, at: Instant): CampaignGlance[] {
  const reviews = openReviews(register);
  const letters = lettersWaiting(register);
  const glances = allCampaigns(register).map(campaign => {
    const cases = standingsNow(register, campaign.id);
    const own = letters.filter(one => one.campaignId === campaign.id);
    return {
      campaign,
      cases,
      counts: countsOf(cases.map(one => one.standing)),
      deadline: deadlineForAll(register, campaign, osloDate(at)),
      reviews: new Set(reviews.filter(one => one.campaignId === campaign.id).map(one => one.messageId)).size,
      lettersToApprove: own.filter(one => one.approval === 'waiting').length,
      lettersWaiting: own.length,
      plan: ladderToday(register, campaign, mode, at),
    };
  });
  const isOver = (one: CampaignGlance) => (one.campaign.state === 'closed' ? 1 : 0);
  return glances.reverse().sort((a, b) => isOver(a) - isOver(b));
}
