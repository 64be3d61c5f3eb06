import type { Instant } from '../../rules/calendar/iso-date.ts';
import { osloInstant } from '../../rules/calendar/oslo-time.ts';

/** The adviser of the story; everybody in it is invented, the dates and figures are those of 2013–14. */
export const ADVISER = 'Eva L. Indreby';
export const CAMPAIGN_ID = '2013-samhandling';

/** What she did with her own hands, besides sending the request; the robot does the rest. */
export type Act =
  | { act: 'round'; at: Instant }
  /** She accepts what the robot read in a mail from an address that it did not know. */
  | { act: 'settle'; at: Instant; municipality: string; why: string };

/** The days of the story, and the one whose morning its pages open at. */
export const FIRST_DAY = '2013-11-28';
export const LAST_DAY = '2014-04-11';
export const OPENING_DAY = '2014-03-17';

export const REQUEST_AT = osloInstant('2013-11-28', '09:37:00');

export const ACTS: readonly Act[] = [
  { act: 'round', at: osloInstant('2014-02-27', '09:46:00') },
  {
    act: 'settle',
    at: osloInstant('2014-03-07', '10:15:00'),
    municipality: 'Midtre Gauldal',
    why: 'domenet mgk.example er kommunens eget, men ukjent i registeret',
  },
  { act: 'round', at: osloInstant('2014-03-17', '08:52:00') },
  {
    act: 'settle',
    at: osloInstant('2014-03-31', '08:40:00'),
    municipality: 'Roan',
    why: 'rådmannen skrev fra privat adresse; hun ringte og fikk det bekreftet',
  },
];

/** When the story looks at its table: before the letters of the two rounds leave, else when the day is over. */
export const LOOKS: readonly Instant[] = [
  osloInstant('2013-11-28', '23:59:59'),
  osloInstant('2013-12-13', '23:59:59'),
  osloInstant('2014-02-27', '09:46:00'),
  osloInstant('2014-03-17', '08:52:00'),
  osloInstant('2014-03-19', '23:59:59'),
  osloInstant('2014-04-09', '23:59:59'),
  osloInstant('2014-04-11', '23:59:59'),
];

/** The worker's own ticks: a look in the morning and one before the window closes, every day of the story. */
export function ticks(days: readonly string[]): Instant[] {
  return days.flatMap(day => [
    osloInstant(day, '08:30:00'),
    osloInstant(day, '14:45:00'),
    osloInstant(day, '23:59:59'),
  ]);
}
