import type { Instant, IsoDate } from '../rules/calendar/iso-date.ts';
import { kept } from './kept-statement.ts';
import type { Register } from './open-register.ts';

/** Who stands in for whom, from and to a day (inclusive). */
export interface Deputy {
  id: number;
  address: string;
  deputyAddress: string;
  fromDay: IsoDate;
  toDay: IsoDate;
}

const COLUMNS = 'id, address, deputy_address AS deputyAddress, from_day AS fromDay, to_day AS toDay';

export function addDeputy(register: Register, deputy: Omit<Deputy, 'id'>, by: string, at: Instant): void {
  kept(
    register,
    'INSERT INTO deputy (address, deputy_address, from_day, to_day, set_by, set_at) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(deputy.address, deputy.deputyAddress, deputy.fromDay, deputy.toDay, by, at);
}

export function endDeputy(register: Register, id: number, at: Instant): void {
  kept(register, 'UPDATE deputy SET ended_at = ? WHERE id = ? AND ended_at IS NULL').run(at, id);
}

/** Those in force on a day or later. */
export function deputiesFrom(register: Register, day: IsoDate): Deputy[] {
  return kept(
    register,
    `SELECT ${COLUMNS} FROM deputy WHERE ended_at IS NULL AND to_day >= ? ORDER BY from_day, id`,
  ).all(day) as Deputy[];
}
