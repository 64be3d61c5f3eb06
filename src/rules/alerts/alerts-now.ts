import type { Instant } from '../calendar/iso-date.ts';
import type { Alert } from './alert.ts';
import type { KnownState } from './known-state.ts';
import { letterAlerts } from './letter-alerts.ts';
import { backupAlert, diskAlert, witnessAlert } from './machine-alerts.ts';
import { mailAlerts } from './mail-alerts.ts';
import { holdAlert, mailboxAlert, registerAlert, serverAlert } from './stopping-alerts.ts';

/** Every fault that needs a person, as things are now, most urgent first. What is not here is never told by mail. */
export function alertsNow(state: KnownState, now: Instant): Alert[] {
  const { troubles } = state;
  return [
    ...state.holds.map(holdAlert),
    ...registerAlert(troubles.register),
    ...mailboxAlert(troubles.mailbox),
    ...serverAlert(troubles.server),
    ...diskAlert(state.free, now),
    ...letterAlerts(state),
    ...mailAlerts(state),
    ...witnessAlert(troubles.witness),
    ...backupAlert(state.backup, now),
  ];
}
