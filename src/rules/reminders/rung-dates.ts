import type { Instant, IsoDate } from '../calendar/iso-date.ts';
import { osloDate } from '../calendar/oslo-time.ts';
import { addWorkingDays, movedDeadline, workingDaysBetween } from '../calendar/working-days.ts';
import type { Rung } from '../campaign/campaign.ts';
import type { CampaignFacts, CaseFacts, Track } from './case-facts.ts';

/** A step of the ladder on its day. */
export interface RungDate {
  date: IsoDate;
  deadline: IsoDate;
  rung: Rung;
  /** Unique for a case: «rung 2013-12-12 near -3». */
  occasion: string;
}

/**
 * All rungs of a case in time order: those of each deadline, as far as they fall after the day on which the deadline
 * was set (a rung on or before the day of the request is dropped). From the day on which a later deadline takes its place
 * an earlier one has none, not even those that were missed.
 * A case's own extension counts as its last deadline.
 */
export function rungDates(campaign: CampaignFacts, facts: CaseFacts, track: Track, today: IsoDate): RungDate[] {
  const requested = facts.standing.requestedAt[track];
  if (requested === null) return [];
  const { extraDays } = facts;
  const deadlines = deadlinesOf(campaign, facts).map(deadline => ({
    setAs: deadline.setAs,
    date: deadline.date,
    since: osloDate(deadline.setAt > requested ? deadline.setAt : requested),
  }));
  const dates = deadlines.flatMap((deadline, index) => {
    const replacedOn = deadlines.slice(index + 1).find(later => later.since > deadline.since)?.since;
    return campaign.ladder.map(rung => ({
      date: addWorkingDays(deadline.date, rung.offset, extraDays),
      deadline: deadline.date,
      rung,
      // By the day that was set: a deadline that a new red day moves is the same deadline, and no rung of it comes twice.
      occasion: `rung ${deadline.setAs} ${rung.letter} ${rung.offset}`,
      inForce: { from: deadline.since, to: replacedOn },
    }));
  });
  return dates
    .filter(one => one.date > one.inForce.from && (one.inForce.to === undefined || today < one.inForce.to))
    .map(({ inForce: _, ...one }) => one)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.rung.offset - b.rung.offset));
}

/** A rung missed while the program stood still may come this many working days late, never later. */
export const LATEST_CATCH_UP = 5;

/**
 * The one rung that may be carried out on a day: the latest whose day has come. Earlier ones are past, and so is one
 * that is too late, or that speaks of a deadline ahead when the deadline is over.
 */
export function rungInForce(campaign: CampaignFacts, facts: CaseFacts, track: Track, today: IsoDate): RungDate | null {
  const latest = rungDates(campaign, facts, track, today)
    .filter(one => one.date <= today)
    .at(-1);
  if (latest === undefined) return null;
  const isOver = latest.rung.offset < 0 && today > latest.deadline;
  return isOver || workingDaysBetween(latest.date, today, facts.extraDays) > LATEST_CATCH_UP ? null : latest;
}

/** The deadline in force for a case on a day: its extension, else the campaign's last one that was set. */
export function deadlineOn(campaign: CampaignFacts, facts: CaseFacts, today: IsoDate): IsoDate | null {
  const set = deadlinesOf(campaign, facts).filter(deadline => osloDate(deadline.setAt) <= today);
  // Deadlines of the same day were foreseen together: the first that has not passed is in force.
  const last = set.at(-1);
  if (last === undefined) return null;
  const together = set.filter(deadline => osloDate(deadline.setAt) === osloDate(last.setAt));
  return (together.find(deadline => deadline.date >= today) ?? last).date;
}

/** `setAs`: the day that a person set; `date`: the day that holds, when a red day was added there since. */
function deadlinesOf(campaign: CampaignFacts, facts: CaseFacts): { setAs: IsoDate; date: IsoDate; setAt: Instant }[] {
  return setDeadlines(campaign, facts).map(({ date, setAt }) => ({
    setAs: date,
    date: movedDeadline(date, facts.extraDays),
    setAt,
  }));
}

function setDeadlines(campaign: CampaignFacts, facts: CaseFacts): CampaignFacts['deadlines'] {
  const extension = facts.standing.extension;
  if (extension === null) return campaign.deadlines;
  // A later deadline for all replaces an extension that ends before it.
  const later = campaign.deadlines.filter(one => one.setAt > extension.givenAt && one.date > extension.until);
  const before = campaign.deadlines.filter(one => one.setAt <= extension.givenAt);
  return [...before, { date: extension.until, setAt: extension.givenAt }, ...later];
}
