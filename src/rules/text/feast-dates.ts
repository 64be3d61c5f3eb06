import { addDays, isoWeekday } from '../calendar/add-days.ts';
import { easterSunday } from '../calendar/easter.ts';
import type { IsoDate } from '../calendar/iso-date.ts';
import { lastWorkingDay } from '../calendar/last-working-day.ts';
import { mondayOf } from '../calendar/weeks.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import type { DateContext, DateForm } from './date-form.ts';
import { WEEKDAY, weekdayNumber } from './date-words.ts';
import { words } from './words.ts';

const FEAST = '(?<feast>påsken?|påskeferien?|pinsen?|jula?|julen|juleferien?|nyttår|årsskiftet)';

/**
 * Days told by a feast. «Etter påske», «over nyttår», «før sommeren» are no days: nobody could say when they are over.
 */
export const FEAST_DATES: readonly DateForm[] = [
  {
    // «onsdag etter påske», «torsdag før påske»: the first or last such weekday on which offices are open
    hint: /dag(?:ens|en|s)? (?:etter|før) /,
    pattern: words(new RegExp(`\\b${WEEKDAY} (?<side>etter|før) ${FEAST}\\b`, 'g')),
    date: ({ weekday, side, feast }, context) => {
      const step = side === 'før' ? -1 : 1;
      let day = feastOf(feast, context);
      if (day === null) return null;
      for (let tries = 0; tries < 20; tries++) {
        day = addDays(day, step);
        if (isoWeekday(day) === weekdayNumber(weekday) && isWorkingDay(day)) return day;
      }
      return null;
    },
  },
  {
    // «uken etter påske», «første uke etter påske», «uken før påske»
    hint: /uke (?:etter|før) /,
    pattern: words(new RegExp(`\\b(?:første |siste )?uke (?<side>etter|før) ${FEAST}\\b`, 'g')),
    vague: true,
    date: ({ side, feast }, context) => {
      const day = feastOf(feast, context);
      if (day === null) return null;
      return lastWorkingDay(addDays(mondayOf(day), side === 'før' ? -3 : 11));
    },
  },
  {
    // «før påske», «innen jul», «før årsskiftet»
    hint: /(?:før|innen) (?:p|j|n|å)/,
    pattern: words(new RegExp(`\\b(?:før|innen) ${FEAST}\\b`, 'g')),
    vague: true,
    date: ({ feast }, context) => {
      const day = feastOf(feast, context);
      return day === null ? null : lastWorkingDay(addDays(day, -1));
    },
  },
  {
    // «innen utgangen av året», «i løpet av året»
    hint: / av (?:dette |inneværende )*året/,
    pattern: words(/\b(?:utgangen|løpet|slutten) av (?:dette )?(?:inneværende )?året?\b(?! 20\d\d)/gu),
    vague: true,
    date: (_, { sentOn }) => (sentOn === null ? null : lastWorkingDay(`${sentOn.slice(0, 4)}-12-31`)),
  },
];

function isEaster(feast: string | undefined): boolean {
  return feast?.startsWith('påske') ?? false;
}

/** The feast's own day, the nearest in the direction. */
function feastOf(feast: string | undefined, { sentOn, direction }: DateContext): IsoDate | null {
  if (sentOn === null) return null;
  const days = [-1, 0, 1].map(years => feastIn(feast ?? '', Number(sentOn.slice(0, 4)) + years));
  return (direction === 'future' ? days.find(day => day >= sentOn) : days.findLast(day => day <= sentOn)) ?? null;
}

function feastIn(feast: string, year: number): IsoDate {
  if (isEaster(feast)) return easterSunday(year);
  if (feast.startsWith('pinse')) return addDays(easterSunday(year), 49);
  return feast.startsWith('jul') ? `${year}-12-24` : `${year + 1}-01-01`;
}
