import type { ExtraDays } from '../calendar/extra-days.ts';
import type { Instant, IsoDate } from '../calendar/iso-date.ts';
import type { Rung } from '../campaign/campaign.ts';
import type { Standing } from '../standing/standing.ts';

/** What the planner must know of a campaign. */
export interface CampaignFacts {
  id: string;
  running: boolean;
  ladder: readonly Rung[];
  /** In time order, with the moment from which each was in force. */
  deadlines: { date: IsoDate; setAt: Instant }[];
}

/** What the planner must know of a case. */
export interface CaseFacts {
  caseId: number;
  /** «Hitra», «Trøndelag fylkeskommune» */
  name: string;
  standing: Standing;
  /** «slått sammen til Ørland 01.01.2020» when the municipality is no more, else null. */
  ended: string | null;
  /** A letter to it is already in the outbox for these occasions. */
  queued: string[];
  /** Nobody knows whether a letter to it went: most such letters did (reliability.md §4.5). */
  inDoubt: boolean;
  /** Red days that were added to the law's. */
  extraDays: ExtraDays;
}

/** live letters count among themselves; dry and redirected ones (trial) among themselves. */
export type Track = 'live' | 'trial';
