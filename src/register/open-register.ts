import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { isMigrated, migrate } from './migrate.ts';
import { newestBackup } from './newest-backup.ts';

export type Register = Database.Database;

/** SQLite 3.51.3 mended a race in WAL that could lose committed writes; 3.52.0 was withdrawn (reliability.md §1). */
const OLDEST_SQLITE = [3, 51, 3];

/** How long a command waits for another process that writes, in milliseconds. */
const BUSY_TIMEOUT = 5_000;

/** Why a register cannot be used and what to do, in Norwegian. */
export interface Refusal {
  refused: string;
  /** Its bytes are not what was written: only a backup helps. */
  isDamaged?: true;
}

/**
 * Opens (and brings up to date) the register. One that is not there is made whole beside its place and put there: a file
 * without a register in it is one that was lost, and never made into a new one.
 * @param file path, or `:memory:` in tests
 * @param busyTimeout milliseconds to wait for another writer
 */
export function openRegister(file: string, busyTimeout: number = BUSY_TIMEOUT): { register: Register } | Refusal {
  if (file === ':memory:') return opened(file, busyTimeout, true);
  if (existsSync(file)) {
    if (statSync(file).size === 0) return damaged(`Registeret ${file} er en tom fil.`, file);
    return opened(file, busyTimeout, false);
  }
  if (existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0)
    return damaged(`Registeret ${file} er borte, men loggen ved siden av det (-wal) er der.`, file);
  const part = `${file}.new`;
  try {
    for (const end of ['', '-wal', '-shm']) rmSync(`${part}${end}`, { force: true });
    const made = opened(part, busyTimeout, true);
    if ('refused' in made) return { ...made, refused: made.refused.replaceAll(part, file) };
    made.register.close();
    // Somebody else may have made one meanwhile.
    if (!existsSync(file)) renameSync(part, file);
  } catch (error) {
    return { refused: `Registeret ${file} kan ikke lages: ${words(error)}. Sjekk at mappen finnes og kan skrives i.` };
  }
  return opened(file, busyTimeout, false);
}

function opened(file: string, busyTimeout: number, isNew: boolean): { register: Register } | Refusal {
  let register: Register;
  try {
    register = new Database(file, { timeout: busyTimeout });
  } catch (error) {
    return { refused: `Registeret ${file} kan ikke åpnes: ${words(error)}. Sjekk at mappen finnes og kan skrives i.` };
  }
  try {
    const refusal = prepare(register, file, isNew);
    if (refusal === null) return { register };
    register.close();
    return refusal;
  } catch (error) {
    const refusal = isTorn(register, error) ? damaged(`Registeret ${file} er skadet.`, file) : refusalFor(error, file);
    register.close();
    if (refusal === null) throw error;
    return refusal;
  }
}

/** Whether an error is the database's own (full, locked, damaged), not that of what was written. */
export function isOfTheRegister(error: unknown): boolean {
  return error instanceof Database.SqliteError && !error.code.startsWith('SQLITE_CONSTRAINT');
}

function prepare(register: Register, file: string, isNew: boolean): Refusal | null {
  const version = register.prepare('SELECT sqlite_version()').pluck().get() as string;
  if (olderThanNeeded(version) || version === '3.52.0') {
    return {
      refused: `SQLite ${version} kan miste skrevne rader; trenger ${OLDEST_SQLITE.join('.')} eller nyere. Kjør «npm ci» på nytt.`,
    };
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
  if (!isNew && !isMigrated(register)) return damaged(`${file} er en database uten noe register.`, file);
  const refused = migrate(register, file);
  return refused === null ? null : { refused };
}

function olderThanNeeded(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (let i = 0; i < OLDEST_SQLITE.length; i++) {
    const difference = (parts[i] ?? 0) - OLDEST_SQLITE[i]!;
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** An error of SQLite's in words; null when it is a fault of ours. */
export function refusalFor(error: unknown, file: string): Refusal | null {
  const code = error instanceof Database.SqliteError ? error.code : '';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return {
      refused: `Registeret ${file} er låst av et annet program (ventet noen sekunder). Lukk det andre programmet og prøv igjen.`,
    };
  }
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code))
    return damaged(`Registeret ${file} er skadet eller ikke et register (${code}).`, file);
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|FULL|IOERR)/.test(code))
    return {
      refused: `Registeret ${file} kan ikke skrives i (${code}). Sjekk rettighetene på filen og mappen, og om disken er full.`,
    };
  return null;
}

/** A statement of ours that fails is our fault, or the tables are not what they were any more. */
function isTorn(register: Register, error: unknown): boolean {
  if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_ERROR') return false;
  try {
    return register.pragma('quick_check(1)', { simple: true }) !== 'ok';
  } catch {
    return true;
  }
}

/** A register that only a backup helps. @param what is wrong, one sentence in Norwegian */
export function damaged(what: string, file: string): Refusal {
  const copy = newestBackup(dirname(file));
  const wayOut =
    copy === null
      ? 'Hent tilbake siste sikkerhetskopi med «purrebot restore FIL».'
      : `Det finnes en sikkerhetskopi: «purrebot restore ${copy}».`;
  return { refused: `${what} Ikke send noe, og ikke slett filen. ${wayOut}`, isDamaged: true };
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
