import type { RegisteredCampaign } from '../register/campaigns.ts';
import type { Register } from '../register/open-register.ts';
import { occasionsOf } from '../register/outbox.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import type { ReminderPlan } from '../rules/reminders/reminder-plan.ts';
import type { Mode } from '../rules/standing/journal-entry.ts';
import type { CaseNow } from './gather-cases.ts';
import { planRequest, trackOf } from './plan-reminders.ts';
import { queueLetters } from './queue-letters.ts';

/** Plans the request to all that have not had it, and puts it into the outbox; ordering it is approving it. */
export function queueRequest(
  register: Register,
  campaign: RegisteredCampaign,
  { by, mode, now }: { by: string; mode: Mode; now: Instant },
): { plan: ReminderPlan; letters: number[] } {
  const plan = planRequest(register, campaign, mode, now);
  const order = { campaignId: campaign.id, mode, now, approvedBy: by, roundId: null };
  return { plan, letters: queueLetters(register, plan, order) };
}

/**
 * The request as it would be sent now: without those for whom it lies in the outbox, or was stopped there by a person.
 * @param cases as they stand now, when somebody has them already
 */
export function requestsOwed(
  register: Register,
  campaign: RegisteredCampaign,
  mode: Mode,
  now: Instant,
  cases?: readonly CaseNow[],
): ReminderPlan {
  const plan = planRequest(register, campaign, mode, now, cases);
  const isQueued = (caseId: number) =>
    occasionsOf(register, caseId, trackOf(mode) === 'trial', now).includes('request');
  return { ...plan, letters: plan.letters.filter(letter => !letter.cases.some(one => isQueued(one.caseId))) };
}
