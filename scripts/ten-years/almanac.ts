import Holidays from 'date-holidays';

const DAY = 86_400_000;
const calendar = new Holidays('NO');
const years = new Map<number, Set<string>>();

/** The Norwegian clock by the rule that Europe made in 1996, reckoned here: last Sundays of March and October at 01 UTC. */
export function osloClockOf(ms: number): { day: string; minutes: number; weekday: number } {
  const year = new Date(ms).getUTCFullYear();
  const isSummer = ms >= lastSunday(year, 2) && ms < lastSunday(year, 9);
  const local = new Date(ms + (isSummer ? 2 : 1) * 3_600_000);
  return {
    day: local.toISOString().slice(0, 10),
    minutes: local.getUTCHours() * 60 + local.getUTCMinutes(),
    weekday: local.getUTCDay(),
  };
}

/** Milliseconds since 1970 of 01:00 UTC on the last Sunday of a month (0 = January). */
export function lastSunday(year: number, month: number): number {
  const last = Date.UTC(year, month + 1, 0, 1);
  return last - new Date(last).getUTCDay() * DAY;
}

/** Public holidays by date-holidays, which has nothing in common with the program's own reckoning. */
export function isRed(day: string): boolean {
  const year = Number(day.slice(0, 4));
  if (!years.has(year)) {
    const found = calendar.getHolidays(year).filter(one => one.type === 'public');
    years.set(year, new Set(found.map(one => one.date.slice(0, 10))));
  }
  return years.get(year)!.has(day);
}

/** Why no letter may leave at that moment; null when one may. */
export function whyForbidden(ms: number, extra: ReadonlySet<string>): 'hours' | 'red' | null {
  const { day, minutes, weekday } = osloClockOf(ms);
  if (weekday === 0 || weekday === 6 || isRed(day) || extra.has(day) || day.slice(5) >= '12-24') return 'red';
  const tomorrow = osloClockOf(ms + DAY);
  // The Wednesday before Maundy Thursday: the day after it is red, and so is the next, and it is spring.
  const isHolyWednesday = weekday === 3 && isRed(tomorrow.day) && isRed(osloClockOf(ms + 2 * DAY).day);
  return minutes < 480 || minutes >= (isHolyWednesday ? 720 : 900) ? 'hours' : null;
}

/** Working days after one day up to and with another, counted one by one. */
export function workingDaysApart(from: string, to: string, extra: ReadonlySet<string>): number {
  let count = 0;
  for (let ms = Date.parse(from) + DAY; ms <= Date.parse(to); ms += DAY) {
    const day = new Date(ms).toISOString().slice(0, 10);
    const weekday = new Date(ms).getUTCDay();
    const isEve = day.endsWith('-12-24') || day.endsWith('-12-31');
    if (weekday !== 0 && weekday !== 6 && !isRed(day) && !extra.has(day) && !isEve) count += 1;
  }
  return count;
}
