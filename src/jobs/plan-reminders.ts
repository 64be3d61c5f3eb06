import type { RegisteredCampaign } from '../register/campaigns.ts';
import type { Register } from '../register/open-register.ts';
import { extraDaysOf } from '../register/red-days.ts';
import type { Instant, IsoDate } from '../rules/calendar/iso-date.ts';
import { osloDate, osloIso } from '../rules/calendar/oslo-time.ts';
import type { LetterKind, Role, Round } from '../rules/campaign/campaign.ts';
import type { Track } from '../rules/reminders/case-facts.ts';
import { planRound } from '../rules/reminders/plan-round.ts';
import { planRungs } from '../rules/reminders/plan-rungs.ts';
import type { ReminderPlan } from '../rules/reminders/reminder-plan.ts';
import { deadlineOn } from '../rules/reminders/rung-dates.ts';
import type { Mode } from '../rules/standing/journal-entry.ts';
import { standingOf } from '../rules/standing/standing.ts';
import { type CaseNow, campaignFacts, caseFacts, casesWithStanding } from './gather-cases.ts';

/** live letters count among themselves; dry and redirected ones among themselves. */
export function trackOf(mode: Mode): Track {
  return mode === 'live' ? 'live' : 'trial';
}

/** What the ladder asks for on the day of that moment. `until` shows the register as it was then. */
export function planLadder(register: Register, campaign: RegisteredCampaign, mode: Mode, at: Instant): ReminderPlan {
  const track = trackOf(mode);
  const cases = caseFacts(register, casesWithStanding(register, campaign.id, at), track, at);
  return planRungs(campaignFacts(campaign), cases, osloDate(at), track);
}

/** What a round would be at that moment. */
export function planOfRound(
  register: Register,
  campaign: RegisteredCampaign,
  round: Round,
  mode: Mode,
  at: Instant,
): ReminderPlan {
  const track = trackOf(mode);
  const cases = caseFacts(register, casesWithStanding(register, campaign.id, at), track, at);
  return planRound(campaignFacts(campaign), round, occasionOfRound(round), cases, osloDate(at), track);
}

export function occasionOfRound(round: Round): string {
  return `round ${osloIso(round.at)}`;
}

/** The request itself, to every case that has not had it. */
export function planRequest(
  register: Register,
  campaign: RegisteredCampaign,
  mode: Mode,
  at: Instant,
  cases: readonly CaseNow[] = casesWithStanding(register, campaign.id, at),
): ReminderPlan {
  const track = trackOf(mode);
  const roles: Role[] = ['postmottak', 'director'];
  const kind: LetterKind = 'request';
  const owing = cases.filter(({ standing }) => standing.withdrawn === null && standing.requestedAt[track] === null);
  return {
    today: osloDate(at),
    letters: owing.map(now => ({
      kind,
      occasion: 'request',
      deadline: deadlineOn(campaignFacts(campaign), caseFacts(register, [now], track, at)[0]!, osloDate(at)),
      newDeadline: null,
      collective: false,
      roles,
      approval: 'auto',
      holdHours: 0,
      cases: [{ caseId: now.one.id, name: now.municipality.name, because: 'henvendelsen sendes', wouldSpare: null }],
    })),
    spared: [],
    phone: [],
    next: null,
  };
}

/** The deadline in force for those that have no extension of their own. */
export function deadlineForAll(register: Register, campaign: RegisteredCampaign, today: IsoDate): IsoDate | null {
  const nothing = { queued: [], inDoubt: false, ended: null, standing: standingOf([]) };
  const anyone = { caseId: 0, name: '', ...nothing, extraDays: extraDaysOf(register) };
  return deadlineOn(campaignFacts(campaign), anyone, today);
}
