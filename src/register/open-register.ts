import Database from 'better-sqlite3';
import { migrate } from './migrate.ts';

export type Register = Database.Database;

/** SQLite 3.51.3 mended a race in WAL that could lose committed writes; 3.52.0 was withdrawn (reliability.md §1). */
const OLDEST_SQLITE = [3, 51, 3];

/** How long a command waits for another process that writes, in milliseconds. */
const BUSY_TIMEOUT = 5_000;

/**
 * Opens (and brings up to date) the register.
 * @param file path, or `:memory:` in tests
 * @param busyTimeout milliseconds to wait for another writer
 * @returns the open register, or in `refused` why it cannot be used and what to do, in Norwegian
 */
export function openRegister(
  file: string,
  busyTimeout: number = BUSY_TIMEOUT,
): { register: Register } | { refused: string } {
  let register: Register;
  try {
    register = new Database(file, { timeout: busyTimeout });
  } catch (error) {
    return { refused: `Registeret ${file} kan ikke åpnes: ${words(error)}. Sjekk at mappen finnes og kan skrives i.` };
  }
  try {
    const refusal = prepare(register, file);
    if (refusal === null) return { register };
    register.close();
    return { refused: refusal };
  } catch (error) {
    register.close();
    const refused = refusalFor(error, file);
    if (refused === null) throw error;
    return { refused };
  }
}

/** Whether an error is the database's own (full, locked, damaged), not that of what was written. */
export function isOfTheRegister(error: unknown): boolean {
  return error instanceof Database.SqliteError && !error.code.startsWith('SQLITE_CONSTRAINT');
}

function prepare(register: Register, file: string): string | null {
  const version = register.prepare('SELECT sqlite_version()').pluck().get() as string;
  if (olderThanNeeded(version) || version === '3.52.0') {
    return `SQLite ${version} kan miste skrevne rader; trenger ${OLDEST_SQLITE.join('.')} eller nyere. Kjør «npm ci» på nytt.`;
  }
  // busy_timeout (above) comes first: the switch to WAL may meet a recovery after a kill.
  register.pragma('journal_mode = WAL');
  // better-sqlite3 falls back to NORMAL when a WAL file is reopened: a lost «sent» row is a second reminder.
  register.pragma('synchronous = FULL');
  register.pragma('foreign_keys = ON');
  register.pragma('trusted_schema = OFF');
  register.pragma('journal_size_limit = 67108864');
  // Mails are large: with the usual 4 MB every second transaction of a long look would copy the log into the file.
  register.pragma('wal_autocheckpoint = 4000');
  return migrate(register, file);
}

function olderThanNeeded(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (let i = 0; i < OLDEST_SQLITE.length; i++) {
    const difference = (parts[i] ?? 0) - OLDEST_SQLITE[i]!;
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function refusalFor(error: unknown, file: string): string | null {
  const code = error instanceof Database.SqliteError ? error.code : '';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return `Registeret ${file} er låst av et annet program (ventet noen sekunder). Lukk det andre programmet og prøv igjen.`;
  }
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return `Registeret ${file} er skadet eller ikke et register (${code}). Ikke send noe; hent tilbake siste sikkerhetskopi.`;
  }
  if (code === 'SQLITE_READONLY' || code === 'SQLITE_CANTOPEN' || code.startsWith('SQLITE_READONLY')) {
    return `Registeret ${file} kan ikke skrives i (${code}). Sjekk rettighetene på filen og mappen.`;
  }
  return null;
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
