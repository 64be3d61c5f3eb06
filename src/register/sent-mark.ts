import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { keptPluck } from './kept-statement.ts';
import type { Register } from './open-register.ts';

/**
 * When a letter left last stands beside the register too: somebody who copies an older register into its place, without
 * «purrebot restore», leaves this file behind.
 */
export function noteSentMark(register: Register, folder: string): void {
  const last = lastSent(register);
  if (last !== null) writeFileSync(join(folder, 'sending.last'), `${last}\n`);
}

/** True when the file beside the register knows of a later letter than the register does. */
export function isOlderThanMark(register: Register, folder: string): boolean {
  const last = lastSent(register);
  let mark: string;
  try {
    mark = readFileSync(join(folder, 'sending.last'), 'utf8').trim();
  } catch {
    return false;
  }
  return mark > (last ?? '');
}

function lastSent(register: Register): Instant | null {
  return keptPluck(register, "SELECT max(done_at) FROM letter WHERE state = 'sent'").get() as Instant | null;
}
