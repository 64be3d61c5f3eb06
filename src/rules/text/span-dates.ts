import { addDays } from '../calendar/add-days.ts';
import type { IsoDate } from '../calendar/iso-date.ts';
import { lastWorkingDay } from '../calendar/last-working-day.ts';
import { mondayOf, mondayOfWeek } from '../calendar/weeks.ts';
import { type DateContext, type DateForm, textAfter } from './date-form.ts';
import { COUNT, countOf, FULL_MONTH, monthNumber, WEEKDAY, weekdayNumber } from './date-words.ts';
import { monthStart, YEAR_AFTER, yearGiven } from './day-of-month.ts';
import { words } from './words.ts';

const HAS_MONTH = /januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember/;
const SPAN = '(?<unit>dag(?:er|ene)?|uke(?:r|s|ne)?|måned(?:er|ene)?)(?: tid)?';

/** A weekday of a week that is named or counted. */
export const WEEKDAYS_OF_SPANS: readonly DateForm[] = [
  {
    // «torsdag i uke 14», «onsdag uke 14»
    hint: /dag(?:ens|en|s)? (?:i )?uke/,
    pattern: words(new RegExp(`\\b${WEEKDAY} (?:i )?uke (?:nr\\.? ?)?(?<week>\\d{1,2})\\b`, 'g')),
    date: ({ weekday, week }, context) => {
      const monday = weekNear(Number(week), null, context);
      return monday === null ? null : addDays(monday, weekdayNumber(weekday) - 1);
    },
  },
  {
    // «torsdag om to uker», «torsdag om 14 dager»
    hint: /dag(?:ens|en|s)? om /,
    pattern: words(new RegExp(`\\b${WEEKDAY} om ${COUNT} ${SPAN}\\b`, 'g')),
    date: ({ weekday, count, unit }, { sentOn }) => {
      const then = sentOn === null ? null : later(sentOn, countOf(count), unit);
      return then === null ? null : addDays(mondayOf(then), weekdayNumber(weekday) - 1);
    },
  },
  {
    // «torsdag for to uker siden»
    hint: /siden/,
    pattern: words(new RegExp(`\\b${WEEKDAY} for ${COUNT} ${SPAN} siden\\b`, 'g')),
    date: ({ weekday, count, unit }, { sentOn }) => {
      const then = sentOn === null ? null : later(sentOn, -countOf(count), unit);
      return then === null ? null : addDays(mondayOf(then), weekdayNumber(weekday) - 1);
    },
  },
];

/** Weeks, months and spans of days. */
export const SPAN_DATES: readonly DateForm[] = [
  {
    // «om to uker», «innen 14 dager», «i løpet av 2–3 uker», «om en ukes tid»; but not «innen tre uker etter vedtaket»
    hint: /(?:dag|uke|måned)/,
    pattern: words(
      new RegExp(
        `\\b(?:om|innen|i løpet av|in|within)(?: (?:de|ca\\.?|cirka|om lag|neste|nærmeste|kommende|første))* ${COUNT} ${SPAN}\\b`,
        'g',
      ),
    ),
    vague: true,
    date: ({ count, unit }, context, match) =>
      context.sentOn === null || /^ (?:fra|etter|før|siden)\b/.test(textAfter(match, context))
        ? null
        : lastWorkingDay(later(context.sentOn, countOf(count), unit)),
  },
  {
    // «for to dager siden»
    hint: /dager? siden/,
    pattern: words(new RegExp(`\\bfor ${COUNT} (?<unit>dager?) siden\\b`, 'g')),
    date: ({ count, unit }, { sentOn }) => (sentOn === null ? null : later(sentOn, -countOf(count), unit)),
  },
  {
    // «for en uke siden»
    hint: /siden/,
    pattern: words(new RegExp(`\\bfor ${COUNT} ${SPAN} siden\\b`, 'g')),
    vague: true,
    date: ({ count, unit }, { sentOn }) => (sentOn === null ? null : later(sentOn, -countOf(count), unit)),
  },
  {
    // «uke 12», «i løpet av uke 14–15», «uke 12/2015», «uke 12 i 2015»
    hint: /uke (?:nr\.? ?)?\d/,
    pattern: words(
      /\buke (?:nr\.? ?)?(?<week>\d{1,2})\b(?:\/(?<year>20\d\d)\b| (?:i )?(?<spaced>20\d\d)\b| ?(?:-|\/|eller|og|til) ?(?:uke )?(?<to>\d{1,2})\b)?/gu,
    ),
    vague: true,
    date: ({ week, to, year, spaced }, context) => {
      const given = year ?? spaced;
      const monday = weekNear(Number(to ?? week), given === undefined ? null : Number(given), context);
      return monday === null ? null : lastWorkingDay(addDays(monday, 4));
    },
  },
  {
    // «i løpet av neste uke», «kommende uke», «forrige uke»
    hint: /\p{L}(?:e|t) uke/u,
    pattern: words(/\b(?<which>neste|kommende|forrige|siste|sist|last) ukes?\b(?! i \p{L})/gu),
    vague: true,
    date: ({ which = '' }, { sentOn }) =>
      sentOn === null ? null : lastWorkingDay(addDays(mondayOf(sentOn), /^(?:neste|kommende)$/.test(which) ? 11 : -3)),
  },
  {
    // «denne uken», «i løpet av uken», «senere i uken», «før helgen»
    hint: /uke|helgen/,
    pattern: words(
      /\b(?:(?:denne|inneværende) uke|(?:løpet|utgangen|slutten) av uke|(?:senere|sent|tidlig) i uke|ut uke|(?:før|innen) helgen|this uke)\b(?! \d)/gu,
    ),
    vague: true,
    date: (_, { sentOn }) => {
      if (sentOn === null) return null;
      const friday = lastWorkingDay(addDays(mondayOf(sentOn), 4));
      return friday >= sentOn ? friday : lastWorkingDay(addDays(mondayOf(sentOn), 11));
    },
  },
  {
    // «første uke i april», «siste uke i april»
    hint: /uke (?:i|av) /,
    pattern: words(
      new RegExp(`\\b(?<which>første|andre|tredje|siste) uke (?:i|av) ${FULL_MONTH}\\b${YEAR_AFTER}`, 'g'),
    ),
    vague: true,
    date: (groups, context) => {
      const first = monthOf(groups, context);
      if (first === null) return null;
      if (groups.which === 'siste') return lastWorkingDay(addDays(monthStart(first, 1), -1));
      const weeks = ['første', 'andre', 'tredje'].indexOf(groups.which ?? '');
      return lastWorkingDay(addDays(mondayOf(first), 4 + 7 * (weeks + (addDays(mondayOf(first), 4) < first ? 1 : 0))));
    },
  },
  {
    // «i april», «i løpet av mars/april», «medio april», «innen utgangen av mai måned», «månedsskiftet mars/april»
    hint: HAS_MONTH,
    pattern: words(
      new RegExp(
        `\\b(?<part>(?:i |ved |rundt )?månedsskiftet|i løpet av|primo|medio|ultimo|utgangen av|slutten av|begynnelsen av|midten av|midt i|tidlig i|sent i|(?:første|andre|siste) halvdel av|end of|mid|early in|late in|i|innen|til|ut|during|in|by) (?:(?<first>\\p{L}+) ?(?:/|-|og|eller) ?)?${FULL_MONTH}\\b(?: måned)?${YEAR_AFTER}`,
        'g',
      ),
    ),
    vague: true,
    date: (groups, context) => {
      const start = monthNumber(groups.first) > 0 && groups.part?.endsWith('skiftet') ? groups.first : groups.month;
      if (groups.first !== undefined && monthNumber(groups.first) === 0) return null;
      const first = monthOf({ ...groups, month: start }, context);
      return first === null ? null : partOfMonth(groups.part ?? '', first);
    },
  },
  {
    // «kommunestyremøte mai 2014»
    hint: HAS_MONTH,
    pattern: words(new RegExp(`møte(?:t|r)? ${FULL_MONTH}\\b${YEAR_AFTER}`, 'g')),
    vague: true,
    date: (groups, context) => {
      const first = monthOf(groups, context);
      return first === null ? null : partOfMonth('i', first);
    },
  },
  {
    // «i aprilmøtet», «oktobersamlingen»
    hint: /(?:møte|samling)/,
    pattern: words(new RegExp(`\\b${FULL_MONTH}-?(?:møte|møtet|samling|samlingen|samlinga)\\b${YEAR_AFTER}`, 'g')),
    vague: true,
    date: (groups, context) => {
      const first = monthOf(groups, context);
      return first === null ? null : partOfMonth('i', first);
    },
  },
  {
    // «neste måned», «i slutten av måneden», «ved månedsskiftet», «i begynnelsen av neste måned»
    hint: /måned/,
    pattern: words(
      /\b(?<part>begynnelsen av|midten av|tidlig i)? ?(?:(?<which>neste|denne|inneværende|forrige) måned(?:en)?|(?:løpet|utgangen|slutten) av måneden|ut måneden|månedsskiftet|månedens (?:utgang|slutt))\b/gu,
    ),
    vague: true,
    date: ({ part = '', which }, { sentOn }) =>
      sentOn === null
        ? null
        : partOfMonth(part, monthStart(sentOn, which === 'neste' ? 1 : which === 'forrige' ? -1 : 0)),
  },
];

/** «om fire uker»: the same weekday; «om en måned»: the same day of the month, if it has one. */
function later(day: IsoDate, count: number, unit = ''): IsoDate {
  if (unit.startsWith('dag')) return addDays(day, count);
  if (unit.startsWith('uke')) return addDays(day, 7 * count);
  const first = monthStart(day, count);
  const last = addDays(monthStart(first, 1), -1);
  return addDays(first, Math.min(Number(day.slice(8)), Number(last.slice(8))) - 1);
}

/** The Monday of that week: of the year given, else the nearest in the direction. */
function weekNear(week: number, year: number | null, { sentOn, direction }: DateContext): IsoDate | null {
  if (sentOn === null) return null;
  if (year !== null) return mondayOfWeek(year, week);
  const own = Number(sentOn.slice(0, 4));
  const mondays = [own - 1, own, own + 1].map(one => mondayOfWeek(one, week)).filter(monday => monday !== null);
  return (
    (direction === 'future'
      ? mondays.find(monday => addDays(monday, 6) >= sentOn)
      : mondays.findLast(monday => monday <= sentOn)) ?? null
  );
}

/** The first day of the month named: of the year given, else the nearest in the direction, the mail's own month included. */
function monthOf(groups: Partial<Record<string, string>>, { sentOn, direction }: DateContext): IsoDate | null {
  const month = monthNumber(groups.month);
  if (sentOn === null || month === 0) return null;
  const write = (year: number) => `${year}-${String(month).padStart(2, '0')}-01`;
  const year = yearGiven(groups, sentOn);
  if (year !== null) return write(year);
  const own = write(Number(sentOn.slice(0, 4)));
  const current = `${sentOn.slice(0, 8)}01`;
  if (direction === 'future') return own >= current ? own : monthStart(own, 12);
  return own <= current ? own : monthStart(own, -12);
}

/** «primo» is held to the 10th, «medio» to the 15th, all else to the month's end; each to the last working day. */
function partOfMonth(part: string, first: IsoDate): IsoDate {
  if (/primo|begynnelsen|tidlig|early/.test(part)) return lastWorkingDay(addDays(first, 9));
  if (/^(?:medio|midten|midt|mid)|første halvdel/.test(part)) return lastWorkingDay(addDays(first, 14));
  return lastWorkingDay(addDays(monthStart(first, 1), -1));
}
