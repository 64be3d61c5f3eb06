import { addDays, isoWeekday } from './add-days.ts';
import { type ExtraDays, NO_EXTRA_DAYS } from './extra-days.ts';
import { closedDayName, isHolyWednesday, isRomjul, publicHolidayName } from './holidays.ts';
import type { Instant, IsoDate } from './iso-date.ts';
import { osloClock, osloDate, osloInstant } from './oslo-time.ts';
import { writtenDate } from './written-date.ts';

const OPENS = '08:00';
const CLOSES = '15:00';
/** Offices close at noon on the Wednesday before skjærtorsdag. */
const CLOSES_HOLY_WEDNESDAY = '12:00';

export type SendingMoment = { may: true } | { may: false; reason: string; next: Instant };

/**
 * Whether a letter may leave at that moment: working days from 08:00 until before 15:00 in Norway, never on red days, in
 * Holy Week from Wednesday noon, on 17 May or in romjul. July is no closed time: there a letter waits for approval.
 */
export function maySendAt(instant: Instant, extra: ExtraDays = NO_EXTRA_DAYS): SendingMoment {
  const date = osloDate(instant);
  const clock = osloClock(instant);
  const closed = whyClosed(date, extra);
  if (closed !== null) return { may: false, reason: closed, next: nextOpening(addDays(date, 1), extra) };
  if (clock < OPENS) {
    return { may: false, reason: 'Brev går tidligst kl. 08.', next: osloInstant(date, OPENS) };
  }
  if (clock >= closingTime(date)) {
    const reason = isHolyWednesday(date)
      ? 'Onsdag før skjærtorsdag går ingen brev etter kl. 12.'
      : 'Brev går ikke etter kl. 15.';
    return { may: false, reason, next: nextOpening(addDays(date, 1), extra) };
  }
  return { may: true };
}

/** Whether some hour of that day is open for letters. */
export function isSendingDay(date: IsoDate, extra: ExtraDays = NO_EXTRA_DAYS): boolean {
  return whyClosed(date, extra) === null;
}

function whyClosed(date: IsoDate, extra: ExtraDays): string | null {
  const holiday = publicHolidayName(date) ?? closedDayName(date);
  if (holiday !== null) return `Ingen brev går på ${holiday} (${writtenDate(date)}).`;
  if (isRomjul(date)) return `Ingen brev går i romjulen (${writtenDate(date)}).`;
  if (isoWeekday(date) > 5) return `Ingen brev går i helgen (${writtenDate(date)}).`;
  const name = extra.get(date);
  if (name !== undefined) return `Ingen brev går ${writtenDate(date)}: ${name}.`;
  return null;
}

function closingTime(date: IsoDate): string {
  return isHolyWednesday(date) ? CLOSES_HOLY_WEDNESDAY : CLOSES;
}

function nextOpening(from: IsoDate, extra: ExtraDays): Instant {
  let day = from;
  while (!isSendingDay(day, extra)) day = addDays(day, 1);
  return osloInstant(day, OPENS);
}
