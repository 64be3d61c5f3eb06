import { giveInstallationKey } from '../register/installation-key.ts';
import type { Register } from '../register/open-register.ts';
import { releaseSending } from '../register/sending-holds.ts';
import { takeLease } from '../register/sending-lease.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';

/**
 * What whoever has just got the sending lock does first. A refused password held the sender until somebody had looked, and
 * whoever starts the program anew has; every other hold stays.
 * @param key 32 random bytes: the installation's own, should it have none yet
 * @returns the epoch under which letters may be claimed
 */
export function takeTheTurn(register: Register, owner: string, key: Uint8Array, now: Instant): number {
  const take = register.transaction(() => {
    giveInstallationKey(register, key);
    releaseSending(register, 'login-refused');
    return takeLease(register, owner, now);
  });
  return take.immediate();
}
