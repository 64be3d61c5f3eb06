import type { Instant } from '../rules/calendar/iso-date.ts';
import { kept } from './kept-statement.ts';
import type { Register } from './open-register.ts';

/** Somebody who is signed in. `hash` is the SHA-256 of what her browser holds; the register never holds that itself. */
export interface WebSession {
  hash: string;
  address: string;
  beganAt: Instant;
  seenAt: Instant;
}

export function beginSession(register: Register, session: WebSession): void {
  kept(register, 'INSERT INTO web_session (token_sha256, address, began_at, seen_at) VALUES (?, ?, ?, ?)').run(
    session.hash,
    session.address,
    session.beganAt,
    session.seenAt,
  );
}

export function sessionOf(register: Register, hash: string): WebSession | null {
  const row = kept(
    register,
    'SELECT token_sha256 AS hash, address, began_at AS beganAt, seen_at AS seenAt FROM web_session WHERE token_sha256 = ?',
  ).get(hash);
  return (row as WebSession | undefined) ?? null;
}

export function noteSeen(register: Register, hash: string, at: Instant): void {
  kept(register, 'UPDATE web_session SET seen_at = ? WHERE token_sha256 = ?').run(at, hash);
}

export function endSession(register: Register, hash: string): void {
  kept(register, 'DELETE FROM web_session WHERE token_sha256 = ?').run(hash);
}

/** Signs an address out wherever it is signed in. @returns how many sessions that were */
export function endSessionsOf(register: Register, address: string): number {
  return kept(register, 'DELETE FROM web_session WHERE address = ?').run(address).changes;
}

/** Sessions nobody has used since, or that began before, are over. */
export function endOldSessions(register: Register, seenBefore: Instant, beganBefore: Instant): void {
  kept(register, 'DELETE FROM web_session WHERE seen_at < ? OR began_at < ?').run(seenBefore, beganBefore);
}

/** What her next page says; JSON. */
export function setNotice(register: Register, hash: string, notice: string): void {
  kept(register, 'UPDATE web_session SET notice = ? WHERE token_sha256 = ?').run(notice, hash);
}

/** The notice, which is gone afterwards; null when there is none. */
export function takeNotice(register: Register, hash: string): string | null {
  const row = kept(register, 'SELECT notice FROM web_session WHERE token_sha256 = ? AND notice IS NOT NULL').get(hash);
  if (row === undefined) return null;
  kept(register, 'UPDATE web_session SET notice = NULL WHERE token_sha256 = ?').run(hash);
  return (row as { notice: string }).notice;
}
