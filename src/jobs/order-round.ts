import { addRound, type RegisteredCampaign, setDeadline } from '../register/campaigns.ts';
import { writeCampaignJournal } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import type { Instant, IsoDate } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import { shortDate } from '../rules/calendar/written-date.ts';
import type { Round } from '../rules/campaign/campaign.ts';
import type { ReminderPlan } from '../rules/reminders/reminder-plan.ts';
import type { Mode } from '../rules/standing/journal-entry.ts';
import type { Refused } from './act.ts';
import { deadlineForAll, occasionOfRound, planOfRound } from './plan-reminders.ts';
import { queueLetters } from './queue-letters.ts';

/**
 * A person orders a reminder to all outstanding cases. The order is a journal entry of hers and the letters' approval;
 * a new deadline is in force from this moment.
 * @param except case ids that she dropped from the plan
 */
export function orderRound(
  register: Register,
  campaign: RegisteredCampaign,
  round: Round,
  { by, mode, now, except }: { by: string; mode: Mode; now: Instant; except: number[] },
): { plan: ReminderPlan; letters: number[] } | Refused {
  const refused = whyNoRound(register, campaign, round, osloDate(now));
  if (refused !== null) return { refused };
  const order = register.transaction(() => {
    const plan = withoutCases(planOfRound(register, campaign, round, mode, now), except);
    const roundId = addRound(register, campaign.id, round, by, now);
    writeCampaignJournal(
      register,
      campaign.id,
      { event: 'round-ordered', round: occasionOfRound(round), letter: round.letter, dropped: except },
      { at: now, actor: { kind: 'person', name: by }, mode },
    );
    const letters = queueLetters(register, plan, { campaignId: campaign.id, mode, now, approvedBy: by, roundId });
    // A deadline that no letter tells of is nobody's deadline.
    if (round.newDeadline !== null && letters.length > 0) {
      setDeadline(register, campaign.id, round.newDeadline, now);
    }
    return { plan, letters };
  });
  return order.immediate();
}

/** Why a round cannot be ordered, in Norwegian; null when it can. */
export function whyNoRound(
  register: Register,
  campaign: RegisteredCampaign,
  round: Round,
  today: IsoDate,
): string | null {
  if (campaign.state !== 'running')
    return `Henvendelsen ${campaign.id} er ikke i gang. Åpne den med «purrebot campaign close ${campaign.id} --reopen».`;
  if (round.newDeadline !== null && round.newDeadline <= today) {
    return `Ny frist: ventet en dag etter ${shortDate(today)}, fant ${shortDate(round.newDeadline)}.`;
  }
  const inForce = deadlineForAll(register, campaign, today);
  if ((round.letter === 'missing' || round.letter === 'last') && inForce !== null && inForce >= today) {
    return `Brevet sier at fristen er ute, men den er ${shortDate(inForce)}. Bruk «--letter near» eller «--letter friendly».`;
  }
  return null;
}

/** The plan less the rows that the adviser dropped. */
export function withoutCases(plan: ReminderPlan, except: readonly number[]): ReminderPlan {
  const letters = plan.letters
    .map(letter => ({ ...letter, cases: letter.cases.filter(one => !except.includes(one.caseId)) }))
    .filter(letter => letter.cases.length > 0);
  const dropped = plan.letters
    .flatMap(letter => letter.cases)
    .filter(one => except.includes(one.caseId))
    .map(({ caseId, name }) => ({ caseId, name, occasion: null, because: 'tatt ut av runden av en person' }));
  return { ...plan, letters, spared: [...plan.spared, ...dropped] };
}
