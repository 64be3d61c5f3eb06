import type { Instant } from '../rules/calendar/iso-date.ts';
import { kept, keptPluck } from './kept-statement.ts';
import type { Register } from './open-register.ts';

/**
 * The lock beside the register keeps a second sender out; this number stops a first one that lost the lock without
 * knowing (a file system that forgot it, a process that slept while somebody removed the file).
 * @returns the new epoch: only a claim under it is taken
 */
export function takeLease(register: Register, owner: string, now: Instant): number {
  return kept(
    register,
    `INSERT INTO sending_lease (id, epoch, owner, taken_at) VALUES (1, 1, @owner, @now)
     ON CONFLICT (id) DO UPDATE SET epoch = epoch + 1, owner = excluded.owner, taken_at = excluded.taken_at
     RETURNING epoch`,
  )
    .pluck()
    .get({ owner, now }) as number;
}

export function holdsLease(register: Register, epoch: number): boolean {
  return keptPluck(register, 'SELECT epoch FROM sending_lease').get() === epoch;
}
