import { remembered } from '../remembered.ts';
import { addDays, isoWeekday } from './add-days.ts';
import { easterSunday } from './easter.ts';
import type { IsoDate } from './iso-date.ts';

/** Days from Easter Sunday to the movable public holidays. */
const MOVABLE: [number, string][] = [
  [-3, 'skjærtorsdag'],
  [-2, 'langfredag'],
  [0, '1. påskedag'],
  [1, '2. påskedag'],
  [39, 'Kristi himmelfartsdag'],
  [49, '1. pinsedag'],
  [50, '2. pinsedag'],
];

/** 1 and 17 May stand by a law of their own, equal to Sundays. */
const FIXED: [string, string][] = [
  ['01-01', '1. nyttårsdag'],
  ['05-01', '1. mai'],
  ['05-17', '17. mai'],
  ['12-25', '1. juledag'],
  ['12-26', '2. juledag'],
];

/** A year's days and their names; two holidays on one day (17 May 2027 is also 2. pinsedag) share the entry. */
type DaysOfYear = ReadonlyMap<IsoDate, string>;

const publicDays = new Map<number, DaysOfYear>();

/** The public holidays («røde dager» that are not ordinary Sundays) of a year, in order, with their Norwegian names. */
export function publicHolidays(year: number): DaysOfYear {
  const known = publicDays.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const days: [IsoDate, string][] = [
    ...FIXED.map(([day, name]): [IsoDate, string] => [`${year}-${day}`, name]),
    ...MOVABLE.map(([offset, name]): [IsoDate, string] => [addDays(easter, offset), name]),
  ];
  days.sort(([a], [b]) => a.localeCompare(b));
  const named = new Map<IsoDate, string>();
  for (const [date, name] of days) {
    const earlier = named.get(date);
    named.set(date, earlier ? `${earlier} og ${name}` : name);
  }
  publicDays.set(year, named);
  return named;
}

/** «skjærtorsdag», or null when the day is no public holiday. */
export function publicHolidayName(date: IsoDate): string | null {
  return publicHolidays(yearOf(date)).get(date) ?? null;
}

/** Not public holidays by law, but town halls are closed: the two eves of Christmas and New Year, påskeaften, pinseaften. */
export function closedDayName(date: IsoDate): string | null {
  if (date.endsWith('-12-24')) return 'julaften';
  if (date.endsWith('-12-31')) return 'nyttårsaften';
  return evesOf(date.slice(0, 4)).get(date) ?? null;
}

/** Asked for each day that is counted, and for each minute of a program that runs for years. */
const evesOf = remembered((year: string): DaysOfYear => {
  const easter = easterSunday(Number(year));
  return new Map([
    [addDays(easter, -1), 'påskeaften'],
    [addDays(easter, 48), 'pinseaften'],
  ]);
}, 40);

/** Palm Sunday to Easter Eve: «påskeuken». */
export function isHolyWeek(date: IsoDate): boolean {
  const easter = easterSunday(yearOf(date));
  return date >= addDays(easter, -7) && date < easter;
}

/** The Wednesday whose afternoon begins the Easter holiday in public offices. */
export function isHolyWednesday(date: IsoDate): boolean {
  return isHolyWeek(date) && isoWeekday(date) === 3;
}

/** 24 to 31 December: «romjul», the eves included. */
export function isRomjul(date: IsoDate): boolean {
  return date.slice(5) >= '12-24';
}

/** Town halls run on little staff; what falls in July waits for a person. */
export function isJuly(date: IsoDate): boolean {
  return date.slice(5, 7) === '07';
}

function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}
