import { addDays, isIsoDate, isoWeekday } from '../calendar/add-days.ts';
import type { IsoDate } from '../calendar/iso-date.ts';
import type { DateContext } from './date-form.ts';
import { monthNumber, weekdayNumber } from './date-words.ts';

/** What follows a month: «2014», «d.å.», «i år», «neste år», «i fjor». A source with named groups. */
export const YEAR_AFTER =
  "(?:,? (?:i )?(?<year>(?:19|20)\\d\\d)\\b|,? '(?<shortYear>\\d\\d)\\b|,? (?<yearWord>d\\.å|i år|dette år(?:et)?|neste år|i fjor|f\\.å|forrige år)\\b\\.?)?";

/** The year that a text gives in one of those ways, null when it gives none. */
export function yearGiven(groups: Partial<Record<string, string>>, sentOn: IsoDate | null): number | null {
  if (groups.year !== undefined) return Number(groups.year);
  if (groups.shortYear !== undefined) return 2000 + Number(groups.shortYear);
  if (groups.yearWord === undefined || sentOn === null) return null;
  const own = Number(sentOn.slice(0, 4));
  if (groups.yearWord === 'neste år') return own + 1;
  return /^(?:i fjor|f\.å|forrige)/.test(groups.yearWord) ? own - 1 : own;
}

/**
 * The day that «onsdag 26. mars» or «26/3» means. Without a year it is the nearest one in the direction, unless the
 * weekday shows that it is the nearest in the other.
 */
export function dayOfMonth(groups: Partial<Record<string, string>>, context: DateContext): IsoDate | null {
  const month = Number(groups.month) || monthNumber(groups.month);
  const write = (year: number) => `${year}-${String(month).padStart(2, '0')}-${(groups.day ?? '').padStart(2, '0')}`;
  const { sentOn, direction } = context;
  const year = yearGiven(groups, sentOn);
  if (year !== null) return write(year);
  if (sentOn === null) return null;
  const own = Number(sentOn.slice(0, 4));
  const days = [own - 1, own, own + 1].map(write).filter(isIsoDate);
  const ahead = days.find(day => day >= sentOn) ?? null;
  const behind = days.findLast(day => day <= sentOn) ?? null;
  const [nearest, other] = direction === 'future' ? [ahead, behind] : [behind, ahead];
  const weekday = weekdayNumber(groups.weekday);
  const fits = (day: IsoDate | null) => day !== null && isoWeekday(day) === weekday;
  return weekday > 0 && !fits(nearest) && fits(other) ? other : nearest;
}

/** How far «onsdag 26.» and «den 26.» look for such a day. */
const NEAR_MONTHS = 92;

/** The nearest day with that number in its month, on that weekday where one is given; null when there is none near. */
export function numberedDay(day: string | undefined, weekday: number, context: DateContext): IsoDate | null {
  const { sentOn, direction } = context;
  if (sentOn === null) return null;
  const step = direction === 'future' ? 1 : -1;
  for (let away = 0; away <= NEAR_MONTHS; away++) {
    const date = addDays(sentOn, away * step);
    if (Number(date.slice(8)) === Number(day) && (weekday === 0 || isoWeekday(date) === weekday)) return date;
  }
  return null;
}

/** The first day of the month that lies `months` after the day's own. */
export function monthStart(date: IsoDate, months: number): IsoDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`;
}
