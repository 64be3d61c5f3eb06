import { allCampaigns } from '../register/campaigns.ts';
import type { Register } from '../register/open-register.ts';
import { extraDaysOf } from '../register/red-days.ts';
import { lastRun, noteRun } from '../register/schedule-runs.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import { maySendAt } from '../rules/calendar/sending-window.ts';
import type { Mode } from '../rules/standing/journal-entry.ts';
import { planLadder } from './plan-reminders.ts';
import { queueLetters } from './queue-letters.ts';

const JOB = 'plan the ladder';

/** True once a sending day, from the hour at which letters may leave: what the ladder asks for is decided then. */
export function ladderIsDue(register: Register, at: Instant): boolean {
  const last = lastRun(register, JOB);
  // A last run that is yet to come was noted by a clock that was wrong.
  return maySendAt(at, extraDaysOf(register)).may && (last === null || last > at || osloDate(last) < osloDate(at));
}

/**
 * What the ladders of all running campaigns ask for today goes into the outbox. Doing it twice does nothing: the database
 * allows one letter a case and occasion.
 * @returns ids of the new letters
 */
export function planDay(register: Register, mode: Mode, at: Instant): number[] {
  const letters = allCampaigns(register)
    .filter(campaign => campaign.state === 'running')
    .flatMap(campaign => {
      const order = { campaignId: campaign.id, mode, now: at, approvedBy: null, roundId: null };
      return queueLetters(register, planLadder(register, campaign, mode, at), order);
    });
  noteRun(register, JOB, at);
  return letters;
}
