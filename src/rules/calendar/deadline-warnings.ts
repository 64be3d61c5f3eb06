import { isoWeekday } from './add-days.ts';
import { type ExtraDays, NO_EXTRA_DAYS } from './extra-days.ts';
import { closedDayName, isHolyWeek, isJuly, isRomjul, publicHolidayName } from './holidays.ts';
import type { IsoDate } from './iso-date.ts';
import { addWorkingDays, movedDeadline } from './working-days.ts';
import { writtenDate } from './written-date.ts';

/** Why a deadline is badly placed, for the adviser, one sentence each; empty when it is well placed. */
export function deadlineWarnings(date: IsoDate, extra: ExtraDays = NO_EXTRA_DAYS): string[] {
  const warnings: string[] = [];
  const day = writtenDate(date);
  const holiday = publicHolidayName(date) ?? closedDayName(date);
  const before = writtenDate(addWorkingDays(date, -1, extra));
  if (holiday !== null) {
    warnings.push(`Fristen ${day} er ${holiday}, ikke en arbeidsdag. Siste arbeidsdag før er ${before}.`);
  } else if (isoWeekday(date) > 5) {
    warnings.push(`Fristen ${day} er i en helg, ikke en arbeidsdag. Siste arbeidsdag før er ${before}.`);
  }
  if (holiday === null && extra.has(date)) {
    const moved = writtenDate(movedDeadline(date, extra));
    warnings.push(`Fristen ${day} er lagt inn som fridag (${extra.get(date)}) og flyttes til ${moved}.`);
  }
  if (isHolyWeek(date)) {
    warnings.push(`Fristen ${day} er i påskeuken, da mange kommuner har lite folk på jobb.`);
  }
  if (isRomjul(date)) {
    warnings.push(`Fristen ${day} er i romjulen, da de fleste rådhus er stengt eller har lite folk på jobb.`);
  }
  if (isJuly(date)) {
    warnings.push(`Fristen ${day} er i juli, da kommunene har ferie og ingen politiske møter.`);
  }
  return warnings;
}
