import { readToEndAt } from '../register/mailbox-items.ts';
import type { Register } from '../register/open-register.ts';
import { holdSending, releaseSending, sendingHolds } from '../register/sending-holds.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { addSeconds } from '../rules/calendar/oslo-time.ts';

/** Seconds that the copy of a letter which left just before may need to our own mailbox. */
export const COPIES_ARE_THERE = 15 * 60;

const BECAUSE =
  'En sikkerhetskopi er hentet tilbake. Ingenting sendes før postkassen er sammenlignet med den (et kvarter).';

/** An older register is in place: what has left since stands in our mailbox, and nowhere else. */
export function holdAfterRestore(register: Register, at: Instant): void {
  holdSending(register, { reason: 'restored', since: at, by: null, because: BECAUSE });
}

/**
 * Every look takes in the copies that the older register does not know, and notes their letters as sent. When the mailbox
 * has been read to its end late enough for the last of them, letters may leave again.
 * @returns true when the hold was released
 */
export function releaseAfterComparing(register: Register, mailboxes: readonly string[]): boolean {
  const hold = sendingHolds(register).find(one => one.reason === 'restored');
  const readAt = readToEndAt(register, mailboxes);
  if (hold === undefined || readAt === null || readAt < addSeconds(hold.since, COPIES_ARE_THERE)) return false;
  return releaseSending(register, 'restored');
}
