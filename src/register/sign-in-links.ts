import type { Instant } from '../rules/calendar/iso-date.ts';
import { kept, keptPluck } from './kept-statement.ts';
import type { Register } from './open-register.ts';

/** A link by e-mail that signs its reader in, once. `hash` is the SHA-256 of its secret. */
export function addSignInLink(register: Register, hash: string, address: string, madeAt: Instant): void {
  kept(register, 'INSERT INTO sign_in_link (token_sha256, address, made_at) VALUES (?, ?, ?)').run(
    hash,
    address,
    madeAt,
  );
}

/** How many links an address has been sent since a moment. */
export function linksSince(register: Register, address: string, since: Instant): number {
  return keptPluck(register, 'SELECT count(*) FROM sign_in_link WHERE address = ? AND made_at >= ?').get(
    address,
    since,
  ) as number;
}

/** Whether the link works still; looking does not use it up (mail scanners open every link). */
export function linkWorks(register: Register, hash: string, madeSince: Instant): boolean {
  const row = kept(
    register,
    'SELECT 1 FROM sign_in_link WHERE token_sha256 = ? AND used_at IS NULL AND made_at >= ?',
  ).get(hash, madeSince);
  return row !== undefined;
}

/** Uses the link up. @returns whose it was; null when it is unknown, used, or made before `madeSince` */
export function useSignInLink(register: Register, hash: string, madeSince: Instant, at: Instant): string | null {
  const row = kept(
    register,
    'UPDATE sign_in_link SET used_at = ? WHERE token_sha256 = ? AND used_at IS NULL AND made_at >= ? RETURNING address',
  ).get(at, hash, madeSince) as { address: string } | undefined;
  return row?.address ?? null;
}

/** Links on their way to an address work no more. */
export function spendLinksOf(register: Register, address: string, at: Instant): void {
  kept(register, 'UPDATE sign_in_link SET used_at = ? WHERE address = ? AND used_at IS NULL').run(at, address);
}

export function forgetSignInLinks(register: Register, madeBefore: Instant): void {
  kept(register, 'DELETE FROM sign_in_link WHERE made_at < ?').run(madeBefore);
}
