import { isoWeekday } from './add-days.ts';
import type { IsoDate } from './iso-date.ts';

/** Monday first, as ISO counts. */
export const WEEKDAYS: readonly string[] = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'];

/** The same in both written forms. */
export const MONTHS = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
] as const;

/** «fredag 7. mars 2014», bokmål. */
export function writtenDate(date: IsoDate): string {
  return `${weekdayName(date)} ${Number(date.slice(8))}. ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

/** «fredag», bokmål. */
export function weekdayName(date: IsoDate): string {
  return WEEKDAYS[isoWeekday(date) - 1] ?? '';
}

/** «07.03.2014», for tables, subjects and reasons. */
export function shortDate(date: IsoDate): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}
