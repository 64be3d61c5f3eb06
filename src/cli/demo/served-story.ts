import type { IsoDate } from '../../rules/calendar/iso-date.ts';
import type { Person } from '../../rules/people/person.ts';

/** The story behind the pages of the demo, with a clock that its visitor turns. */
export interface ServedStory {
  person: Person;
  first: IsoDate;
  last: IsoDate;
  /** What comes next, in Norwegian; null at the end. */
  next: () => { day: IsoDate; words: string } | null;
  /** Plays until the morning of a day; an earlier one plays all from the beginning. */
  turnTo: (day: IsoDate) => Promise<void>;
  /** Plays what comes next. */
  stepOn: () => Promise<void>;
}
