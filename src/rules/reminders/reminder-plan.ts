import type { IsoDate } from '../calendar/iso-date.ts';
import type { Approval, LetterKind, Role, Rung } from '../campaign/campaign.ts';

/** A letter that is to be written, as data: it can be printed, tested and refused before anything leaves. */
export interface PlannedLetter {
  kind: LetterKind;
  occasion: string;
  deadline: IsoDate | null;
  newDeadline: IsoDate | null;
  collective: boolean;
  roles: Role[];
  approval: Approval;
  holdHours: number;
  /** One for an individual letter. */
  cases: PlannedCase[];
}

export interface PlannedCase {
  caseId: number;
  name: string;
  /** Why it gets the letter, in Norwegian. */
  because: string;
  /** For a round: why the rules would have spared it; the adviser may drop the row. */
  wouldSpare: string | null;
}

export interface SparedCase {
  caseId: number;
  name: string;
  /** The rung's occasion when a rung came today; null when nothing was due for it at all. */
  occasion: string | null;
  because: string;
}

/** A rung of kind phone: the adviser calls. */
export interface PhoneTask {
  caseId: number;
  name: string;
  occasion: string;
  because: string;
}

export interface ReminderPlan {
  today: IsoDate;
  letters: PlannedLetter[];
  spared: SparedCase[];
  phone: PhoneTask[];
  /** The next day with a rung, and for how many cases, when nothing is due today. */
  next: { date: IsoDate; letter: Rung['letter'] | 'after-meeting'; cases: string[] } | null;
}
