import type { IsoDate } from '../calendar/iso-date.ts';
import { shortDate } from '../calendar/written-date.ts';
import type { Round } from '../campaign/campaign.ts';
import type { CampaignFacts, CaseFacts, Track } from './case-facts.ts';
import type { PlannedCase, ReminderPlan } from './reminder-plan.ts';
import { deadlineOn } from './rung-dates.ts';
import { whyClosed, whySpare } from './why-spare.ts';

/**
 * A round goes to every outstanding case, since a person ordered it; beside each stands whom the rules would have spared
 * and why, so that she can drop the row.
 * @param occasion unique for the round, e.g. «round 2014-02-27T08:46:00Z»
 */
export function planRound(
  campaign: CampaignFacts,
  round: Round,
  occasion: string,
  cases: readonly CaseFacts[],
  today: IsoDate,
  track: Track,
): ReminderPlan {
  const plan: ReminderPlan = { today, letters: [], spared: [], phone: [], next: null };
  const owing: { row: PlannedCase; deadline: IsoDate | null }[] = [];
  for (const facts of cases) {
    const closed = whyClosed(facts) ?? notRequested(facts, track) ?? hasIt(facts, occasion, track);
    if (closed !== null) {
      plan.spared.push({ caseId: facts.caseId, name: facts.name, occasion: null, because: closed });
      continue;
    }
    const deadline = deadlineOn(campaign, facts, today);
    const because = deadline === null ? 'har ikke svart' : `har ikke gitt endelig svar; ${fell(deadline, today)}`;
    owing.push({
      row: { caseId: facts.caseId, name: facts.name, because, wouldSpare: whySpare(facts, today, track) },
      deadline,
    });
  }
  if (owing.length === 0) return plan;
  const common = {
    kind: round.letter,
    occasion,
    newDeadline: round.newDeadline,
    collective: round.collective,
    roles: round.roles,
    approval: 'auto' as const,
    holdHours: 0,
  };
  plan.letters = round.collective
    ? [{ ...common, deadline: latest(owing.map(one => one.deadline)), cases: owing.map(one => one.row) }]
    : owing.map(one => ({ ...common, deadline: one.deadline, cases: [one.row] }));
  return plan;
}

/** «Vi mangler svar» to one that was never asked is untrue; that rule not even a person's order overrides. */
function notRequested(facts: CaseFacts, track: Track): string | null {
  return facts.standing.requestedAt[track] === null ? 'henvendelsen er ikke sendt til kommunen' : null;
}

function hasIt(facts: CaseFacts, occasion: string, track: Track): string | null {
  const has = facts.standing.handled[track].includes(occasion) || facts.queued.includes(occasion);
  return has ? 'har fått brevet i denne runden' : null;
}

/** A collective letter speaks of the deadline that most of its readers had; extensions of single cases are their own. */
function latest(deadlines: (IsoDate | null)[]): IsoDate | null {
  const counts = new Map<IsoDate, number>();
  for (const deadline of deadlines) if (deadline !== null) counts.set(deadline, (counts.get(deadline) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1));
  return most?.[0] ?? null;
}

function fell(deadline: IsoDate, today: IsoDate): string {
  return `fristen ${deadline < today ? 'var' : 'er'} ${shortDate(deadline)}`;
}
