import type { ExtraDays } from '../rules/calendar/extra-days.ts';
import type { Instant, IsoDate } from '../rules/calendar/iso-date.ts';
import { kept } from './kept-statement.ts';
import type { Register } from './open-register.ts';

/** A day that an adviser has added to the red days of the law, and why. */
export interface RedDay {
  date: IsoDate;
  name: string;
  addedBy: string;
  addedAt: Instant;
}

/** In time order. */
export function redDays(register: Register): RedDay[] {
  return kept(
    register,
    'SELECT date, name, added_by AS addedBy, added_at AS addedAt FROM red_day ORDER BY date',
  ).all() as RedDay[];
}

/** What the rules of the calendar ask for. */
export function extraDaysOf(register: Register): ExtraDays {
  return new Map(redDays(register).map(({ date, name }) => [date, name]));
}

/** @returns false when the day was there already */
export function addRedDay(register: Register, day: RedDay): boolean {
  const result = kept(
    register,
    'INSERT INTO red_day (date, name, added_by, added_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(day.date, day.name, day.addedBy, day.addedAt);
  return result.changes === 1;
}

export function removeRedDay(register: Register, date: IsoDate): boolean {
  return kept(register, 'DELETE FROM red_day WHERE date = ?').run(date).changes === 1;
}
