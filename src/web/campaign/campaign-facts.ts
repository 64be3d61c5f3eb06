import { amountsByTerms } from '../../jobs/contributions.ts';
import { type CaseNow, casesWithStanding } from '../../jobs/gather-cases.ts';
import { ladderToday } from '../../jobs/kept-plans.ts';
import { standingsNow } from '../../jobs/kept-standings.ts';
import { deadlineForAll, trackOf } from '../../jobs/plan-reminders.ts';
import { requestsOwed } from '../../jobs/request-letters.ts';
import type { RegisteredCampaign } from '../../register/campaigns.ts';
import { letterDays } from '../../register/letter-days.ts';
import { casesOfLetter } from '../../register/outbox.ts';
import { lettersWaiting } from '../../register/outbox-waiting.ts';
import type { Instant, IsoDate } from '../../rules/calendar/iso-date.ts';
import { osloDate, osloInstant } from '../../rules/calendar/oslo-time.ts';
import type { Track } from '../../rules/reminders/case-facts.ts';
import { sendingMode } from '../../rules/sending/sending-mode.ts';
import type { WebWorld } from '../web-world.ts';
import { type CaseRow, caseRows } from './case-row.ts';
import type { CurveFacts } from './response-curve.ts';

/** Everything that the page of a campaign shows, as it is now or was at the end of a day. */
export interface CampaignPageFacts {
  campaign: RegisteredCampaign;
  rows: CaseRow[];
  deadline: IsoDate | null;
  /** The day the page speaks of, and its moment. */
  day: IsoDate;
  at: Instant;
  isNow: boolean;
  track: Track;
  waiting: number;
  /** Cases that have not had the request, and for which it does not lie in the outbox. */
  unsent: number;
  curve: CurveFacts;
}

/** @param day the end of a day that is over; null = now */
export function campaignPageFacts(
  world: WebWorld,
  campaign: RegisteredCampaign,
  day: IsoDate | null,
): CampaignPageFacts {
  const { register } = world;
  const now = world.now();
  const isNow = day === null || day >= osloDate(now);
  const at = isNow ? now : osloInstant(day, '23:59:59');
  const cases = isNow ? standingsNow(register, campaign.id) : casesWithStanding(register, campaign.id, at);
  const mode = sendingMode(world.letters);
  const waiting = lettersWaiting(register).filter(one => one.campaignId === campaign.id);
  const then = { ...campaign, deadlines: campaign.deadlines.filter(one => one.setAt <= at) };
  const queued = waiting.flatMap(one =>
    casesOfLetter(register, one.id)
      .filter(row => row.state === 'owed')
      .map(row => [row.caseId, one.kind] as const),
  );
  const deadline = deadlineForAll(register, then, osloDate(at));
  const empty = { today: osloDate(at), letters: [], spared: [], phone: [], next: null };
  const rows = caseRows({
    campaign,
    cases,
    plan: isNow ? ladderToday(register, campaign, mode, now) : empty,
    queued: new Map(isNow ? queued : []),
    amounts: amountsByTerms(register, campaign, cases),
    deadline,
    today: osloDate(at),
    track: trackOf(mode),
  });
  return {
    campaign,
    rows,
    deadline,
    day: osloDate(at),
    at,
    isNow,
    track: trackOf(mode),
    waiting: waiting.length,
    unsent:
      isNow && campaign.state === 'running' ? requestsOwed(register, campaign, mode, now, cases).letters.length : 0,
    curve: curveOf(world, then, cases, at),
  };
}

function curveOf(world: WebWorld, campaign: RegisteredCampaign, cases: readonly CaseNow[], at: Instant): CurveFacts {
  const letters = letterDays(world.register, campaign.id).filter(one => one.at <= at);
  const taking = cases.filter(one => one.standing.withdrawn === null);
  const closed = taking.filter(one => one.standing.closed && one.standing.answeredAt !== null);
  const days = (all: CaseNow[]) => all.map(one => osloDate(one.standing.answeredAt!));
  const first = letters[0]?.at ?? taking.map(one => one.one.openedAt).sort()[0] ?? at;
  return {
    from: osloDate(first),
    to: osloDate(at),
    total: taking.length,
    answered: days(closed),
    joined: days(closed.filter(one => one.standing.answer === 'joined')),
    deadlines: campaign.deadlines.map(one => one.date),
    letters: letters.map(one => osloDate(one.at)),
  };
}
