import type { IsoDate } from '../calendar/iso-date.ts';
import { osloDate } from '../calendar/oslo-time.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
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
 * was set (a rung on or before the day of the request is dropped) and before a later deadline took its place.
 * A case's own extension counts as its last deadline.
 */
export function rungDates(campaign: CampaignFacts, facts: CaseFacts, track: Track): RungDate[] {
  const requested = facts.standing.requestedAt[track];
  if (requested === null) return [];
  const deadlines = deadlinesOf(campaign, facts).map(deadline => ({
    date: deadline.date,
    since: osloDate(deadline.setAt > requested ? deadline.setAt : requested),
  }));
  const dates = deadlines.flatMap((deadline, index) => {
    const replacedOn = deadlines.slice(index + 1).find(later => later.since > deadline.since)?.since;
    return campaign.ladder.map(rung => ({
      date: addWorkingDays(deadline.date, rung.offset),
      deadline: deadline.date,
      rung,
      occasion: `rung ${deadline.date} ${rung.letter} ${rung.offset}`,
      inForce: { from: deadline.since, to: replacedOn },
    }));
  });
  return dates
    .filter(one => one.date > one.inForce.from && (one.inForce.to === undefined || one.date <= one.inForce.to))
    .map(({ inForce: _, ...one }) => one)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.rung.offset - b.rung.offset));
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

function deadlinesOf(campaign: CampaignFacts, facts: CaseFacts): CampaignFacts['deadlines'] {
  const extension = facts.standing.extension;
  if (extension === null) return campaign.deadlines;
  // A later deadline for all replaces an extension that ends before it.
  const later = campaign.deadlines.filter(one => one.setAt > extension.givenAt && one.date > extension.until);
  const before = campaign.deadlines.filter(one => one.setAt <= extension.givenAt);
  return [...before, { date: extension.until, setAt: extension.givenAt }, ...later];
}
