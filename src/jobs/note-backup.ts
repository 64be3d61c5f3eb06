import type { Register } from '../register/open-register.ts';
import { noteRun } from '../register/schedule-runs.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';

export const BACKUP_JOB = 'backup';

/** A sound copy was made: from now on backups are in use, and one that fails to come is told of. */
export function noteBackup(register: Register, at: Instant): void {
  noteRun(register, BACKUP_JOB, at);
}
