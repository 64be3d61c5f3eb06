import type { RegisteredCampaign } from '../register/campaigns.ts';
import type { Register } from '../register/open-register.ts';
import { outboxMark } from '../register/standing-changes.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import { planRungs } from '../rules/reminders/plan-rungs.ts';
import type { ReminderPlan } from '../rules/reminders/reminder-plan.ts';
import type { Mode } from '../rules/standing/journal-entry.ts';
import { campaignFacts, caseFacts } from './gather-cases.ts';
import { standingsNow } from './kept-standings.ts';
import { trackOf } from './plan-reminders.ts';

interface Kept {
  standings: unknown;
  key: string;
  plan: ReminderPlan;
}

const byRegister = new WeakMap<Register, Map<string, Kept>>();

/**
 * What the ladder asks for today, kept until the day, the campaign, its standings or its letters change: the pages show it
 * for every campaign. The worker plans anew each time.
 */
export function ladderToday(register: Register, campaign: RegisteredCampaign, mode: Mode, at: Instant): ReminderPlan {
  const plans = byRegister.get(register) ?? new Map<string, Kept>();
  byRegister.set(register, plans);
  const standings = standingsNow(register, campaign.id);
  const { ladder, deadlines, state } = campaign;
  const key = JSON.stringify([osloDate(at), mode, ladder, deadlines, state, outboxMark(register, campaign.id)]);
  const known = plans.get(campaign.id);
  if (known !== undefined && known.standings === standings && known.key === key) return known.plan;
  const track = trackOf(mode);
  const plan = planRungs(campaignFacts(campaign), caseFacts(register, standings, track, at), osloDate(at), track);
  plans.set(campaign.id, { standings, key, plan });
  return plan;
}
