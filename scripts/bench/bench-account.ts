import { join } from 'node:path';
import type { ImapAccount } from '../../src/mail-in/imap-account.ts';

/** The mailbox that run.sh has filled. */
export function benchAccount(): ImapAccount {
  return {
    host: given('IMAP_HOST'),
    port: Number(given('IMAP_PORT')),
    security: 'none',
    user: given('IMAP_USER'),
    password: given('IMAP_PASS'),
    junkFolder: null,
    sentFolder: null,
    handledFolder: null,
    since: null,
  };
}

/** The data folder of the program, within what run.sh empties before every run. */
export function benchData(): string {
  return join(given('STATE_DIR'), 'data');
}

export function given(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set: this is started by run.sh`);
  return value;
}
