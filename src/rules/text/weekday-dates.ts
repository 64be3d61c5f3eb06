import { addDays } from '../calendar/add-days.ts';
import type { IsoDate } from '../calendar/iso-date.ts';
import { mondayOf, weekdayAfter, weekdayBefore } from '../calendar/weeks.ts';
import { type DateForm, textAfter, textBefore } from './date-form.ts';
import { WEEKDAY, weekdayNumber } from './date-words.ts';
import { words } from './words.ts';

const DAYS: Record<string, number> = {
  forgårs: -2,
  går: -1,
  gårkveld: -1,
  yesterday: -1,
  dag: 0,
  natt: 0,
  kveld: 0,
  ettermiddag: 0,
  formiddag: 0,
  today: 0,
  tonight: 0,
  morgen: 1,
  tomorrow: 1,
  overmorgen: 2,
};

/** «mandag til fredag», «mandager–fredager kl. 9–15»: opening hours. */
const OPENING_HOURS = words(/^ ?(?:-|til) ?\p{L}{2,5}dag|^(?:er)\b/u);
const EVERY = words(/\b(?:hver|alle|\p{L}{2,5}dag ?(?:-|til)) ?$/u);

const inWeek = (weeks: number, sentOn: IsoDate, weekday: string | undefined) =>
  addDays(mondayOf(sentOn), 7 * weeks + weekdayNumber(weekday) - 1);

/** Days named by their distance from the mail: «i går», «førstkommende torsdag», «torsdag i neste uke». */
export const WEEKDAY_DATES: readonly DateForm[] = [
  {
    // «i går», «imorgen», «i kveld»; «per i dag» is no day
    hint: /dag|går|morgen|kveld|yest|tomor|today|tonight/,
    pattern: words(
      /\b(?:i ?(?<day>dag|går|gårkveld|forgårs|morgen|overmorgen|kveld|ettermiddag|formiddag)|(?<bare>overmorgen|yesterday|today|tonight|tomorrow))\b/gu,
    ),
    date: ({ day, bare }, context, match) => {
      if (context.sentOn === null || /\b(?:pr|per|som|enn|slik)\.? $/.test(textBefore(match, context))) return null;
      return addDays(context.sentOn, DAYS[day ?? bare ?? ''] ?? 0);
    },
  },
  {
    // «i gårsdagens kommunestyre», «i dagens møte», «morgendagens formannskap»
    hint: /dagen/,
    pattern: words(
      /\b(?:i løpet av dagen|(?<day>går|morgen)(?:s)?dag(?:ens|en)|i dagens (?=\p{L}*(?:møte|styre|skap|ting)))\b/gu,
    ),
    date: ({ day }, { sentOn }) => (sentOn === null ? null : addDays(sentOn, DAYS[day ?? 'dag'] ?? 0)),
  },
  {
    // «torsdag i neste uke», «torsdag neste uke», «fredag denne uken»
    hint: /dag (?:i )?\p{L}+ uke/u,
    pattern: words(new RegExp(`\\b${WEEKDAY} (?:i )?(?<which>neste|kommende|forrige|siste|denne) uke\\b`, 'g')),
    date: ({ weekday, which }, { sentOn }) => (sentOn === null ? null : inWeek(weeksAway(which), sentOn, weekday)),
  },
  {
    // «neste ukes tirsdag», «neste uke, onsdag»
    hint: /uke/,
    pattern: words(new RegExp(`\\b(?<which>neste|forrige) ukes?,? (?:på )?${WEEKDAY}\\b`, 'g')),
    date: ({ weekday, which }, { sentOn }) => (sentOn === null ? null : inWeek(weeksAway(which), sentOn, weekday)),
  },
  {
    // «neste torsdag»: of the next week, as most who write it mean; who means the first to come says «førstkommende»
    hint: /neste \p{L}+dag/u,
    pattern: words(new RegExp(`\\bneste ${WEEKDAY}\\b`, 'g')),
    date: ({ weekday }, { sentOn }) => (sentOn === null ? null : inWeek(1, sentOn, weekday)),
  },
  {
    // «sist torsdag», «forrige torsdag», «i torsdags»
    hint: /(?:t|i|e|t) \p{L}+dag/u,
    pattern: words(new RegExp(`\\b(?:sist|siste|forrige|sistleden|i|nå i|last) ${WEEKDAY}\\b`, 'g')),
    date: ({ weekday }, { sentOn }) => (sentOn === null ? null : weekdayBefore(sentOn, weekdayNumber(weekday))),
  },
  {
    // «førstkommende torsdag», «kommende fredag»
    hint: /(?:kommende|nærmeste|coming) \p{L}+dag/u,
    pattern: words(new RegExp(`\\b(?:førstkommende|kommende|nærmeste|this coming) ${WEEKDAY}\\b`, 'g')),
    date: ({ weekday }, { sentOn }) => (sentOn === null ? null : weekdayAfter(sentOn, weekdayNumber(weekday))),
  },
  {
    // «nå på torsdag», «til torsdag», «torsdag», «torsdagsmøtet»
    hint: /dag/,
    pattern: words(
      new RegExp(`(?:\\b(?:nå på|nå til|nå) )?\\b${WEEKDAY}(?:møte|møtet)?(?!er|\\p{L})(?! ?\\d{1,2}[./])`, 'gu'),
    ),
    date: ({ weekday }, context, match) => {
      const { sentOn, direction } = context;
      if (sentOn === null || OPENING_HOURS.test(textAfter(match, context)) || EVERY.test(textBefore(match, context)))
        return null;
      return (direction === 'future' ? weekdayAfter : weekdayBefore)(sentOn, weekdayNumber(weekday));
    },
  },
];

function weeksAway(which: string | undefined): number {
  if (which === 'denne') return 0;
  return which === 'forrige' || which === 'siste' ? -1 : 1;
}
