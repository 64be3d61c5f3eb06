import type { Instant } from '../calendar/iso-date.ts';
import { addSeconds } from '../calendar/oslo-time.ts';
import type { Alert, KeptAlert } from './alert.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** A fault that comes back within so many seconds has not been over: something that flickers is told once. */
export const QUIET = HOUR / 2;
/** Alert mails in an hour, at most, whatever happens: the rest goes in the next one. */
export const MOST_MAILS_AN_HOUR = 3;
/** Seconds after which a fault that lasts is told again. */
const AGAIN_AFTER = { stopped: DAY, attention: 7 * DAY };

/** What has changed since the last look: these begin, last with other words or are back, or are not seen any more. */
export interface Changes {
  begin: Alert[];
  last: { id: number; alert: Alert }[];
  gone: number[];
}

/** @param kept the open ones */
export function followAlerts(kept: readonly KeptAlert[], found: readonly Alert[]): Changes {
  const known = new Map(kept.map(one => [one.key, one]));
  const keys = new Set(found.map(one => one.key));
  return {
    begin: found.filter(one => !known.has(one.key)),
    last: found.flatMap(one => {
      const before = known.get(one.key);
      return before === undefined || isAsBefore(before, one) ? [] : [{ id: before.id, alert: one }];
    }),
    gone: kept.filter(one => one.gone === null && !keys.has(one.key)).map(one => one.id),
  };
}

function isAsBefore(before: KeptAlert, { title, happened, todo, severity, campaigns }: Alert): boolean {
  const isSame = before.title === title && before.happened === happened && before.todo === todo;
  return before.gone === null && isSame && before.severity === severity && before.campaigns.join() === campaigns.join();
}

/** What there is to say. `silent` are over before anybody had to know. */
export interface News {
  began: KeptAlert[];
  again: KeptAlert[];
  over: KeptAlert[];
  silent: KeptAlert[];
}

/** What people should be told now, of the open alerts. A fault that is over before it could be told is told as over. */
export function newsOf(kept: readonly KeptAlert[], now: Instant): News {
  const lasting = kept.filter(one => one.gone === null && isRipe(one, now));
  const quiet = kept.filter(one => one.gone !== null && addSeconds(one.gone, QUIET) <= now);
  return {
    began: lasting.filter(one => one.told === null),
    again: lasting.filter(one => one.lastTold !== null && addSeconds(one.lastTold, AGAIN_AFTER[one.severity]) <= now),
    over: quiet.filter(one => one.told !== null || isRipe(one, now)),
    silent: quiet.filter(one => one.told === null && !isRipe(one, now)),
  };
}

/** It has lasted longer than a person need not know of it. */
export function isRipe(
  { began, gone, patience }: Pick<KeptAlert, 'began' | 'gone' | 'patience'>,
  now: Instant,
): boolean {
  return addSeconds(began, patience) <= (gone ?? now);
}
