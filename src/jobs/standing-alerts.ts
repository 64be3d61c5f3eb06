import { openAlerts } from '../register/alerts.ts';
import type { Register } from '../register/open-register.ts';
import type { Alert } from '../rules/alerts/alert.ts';
import { isRipe } from '../rules/alerts/follow-alerts.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { findAlerts } from './find-alerts.ts';

/** Keys of what only the running worker can see; everything else is looked up anew. */
const OF_THE_WORKER: ReadonlySet<string> = new Set([
  'register-damaged',
  'register-unwritable',
  'mailbox-login',
  'mailbox-unread',
  'server-down',
  'disk-low',
  'letters-unwritten',
  'daily-cap',
  'witness-refused',
]);

/** The alerts of this moment for `status`, whether or not anybody could be told: one a fault. */
export function standingAlerts(register: Register, now: Instant): Alert[] {
  const open = openAlerts(register).filter(one => one.gone === null);
  const seen = open.filter(one => OF_THE_WORKER.has(one.key) && isRipe(one, now));
  const ripe = findAlerts(register, {}, now).filter(one => isRipe({ ...one, gone: null }, now));
  return [...ripe, ...seen];
}
