import { addDays } from './add-days.ts';
import type { IsoDate } from './iso-date.ts';
import { isWorkingDay } from './working-days.ts';

/** The day itself when it is a working day, else the last one before it: what «i uke 16» or «i mai» may be held to. */
export function lastWorkingDay(date: IsoDate): IsoDate {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, -1);
  return day;
}
