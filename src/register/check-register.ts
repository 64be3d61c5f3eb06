import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { readMigrations } from './migrate.ts';
import { openRegister } from './open-register.ts';

/** What a look at the register's file found; nothing is repaired and no schema is brought up to date. */
export type RegisterFound =
  | { state: 'missing' }
  /** The file is there, but is no register that can be read: SQLite's code, or `EMPTY`. */
  | { state: 'unreadable'; code: string }
  | { state: 'readable'; contents: RegisterContents };

export interface RegisterContents {
  sqlite: string;
  /** What quick_check says is wrong; empty = nothing. */
  damage: string[];
  /** Rows that point at rows that are not there, `cases → campaign`. */
  orphans: string[];
  /** Migrations that the register has not had yet. */
  pending: string[];
  /** Migrations that this program does not have, or has in another wording. */
  foreign: string[];
  /** The newest line of the journal; null = it is empty. */
  newest: Instant | null;
  /** How the program opens it: `synchronous` (2 = FULL), or why it refuses. null = not tried on a register with faults. */
  opening: { synchronous: number } | { refused: string } | null;
}

/** Codes with which SQLite says that the file's pages do not hang together. */
const DAMAGED = /^SQLITE_(CORRUPT|NOTADB)/;

/** @param file path of the register */
export function checkRegister(file: string): RegisterFound {
  if (!existsSync(file)) return { state: 'missing' };
  // SQLite takes an empty file for a new database: a register that was lost must not look like one that is new.
  if (statSync(file).size === 0) return { state: 'unreadable', code: 'EMPTY' };
  try {
    const contents = lookInto(file);
    const { damage, orphans, pending, foreign } = contents;
    const isSound = [damage, orphans, pending, foreign].every(list => list.length === 0);
    // Opened as usual only when that changes nothing in it, and alone: the last one to close tidies up the WAL.
    return { state: 'readable', contents: { ...contents, opening: isSound ? openingOf(file) : null } };
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return { state: 'unreadable', code: error.code };
  }
}

function lookInto(file: string): Omit<RegisterContents, 'opening'> {
  const register = new Database(file, { readonly: true });
  try {
    return contentsOf(register);
  } finally {
    register.close();
  }
}

function contentsOf(register: Database.Database): Omit<RegisterContents, 'opening'> {
  const sqlite = register.prepare('SELECT sqlite_version()').pluck().get() as string;
  const damage = damageOf(register);
  if (damage.length > 0) return { sqlite, damage, orphans: [], pending: [], foreign: [], newest: null };
  const orphans = register.pragma('foreign_key_check') as { table: string; parent: string }[];
  const has = register.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?").pluck();
  const applied = (
    has.get('migration') === 1
      ? register.prepare('SELECT number, digest, name FROM migration ORDER BY number').all()
      : []
  ) as { number: number; digest: string; name: string }[];
  const known = readMigrations();
  return {
    sqlite,
    damage,
    orphans: [...new Set(orphans.map(one => `${one.table} → ${one.parent}`))],
    pending: known.slice(applied.length).map(one => one.name),
    foreign: applied
      .filter(past => known.find(one => one.number === past.number)?.digest !== past.digest)
      .map(past => past.name),
    newest:
      has.get('journal') === 1
        ? (register.prepare('SELECT max(at) FROM journal').pluck().get() as Instant | null)
        : null,
  };
}

function damageOf(register: Database.Database): string[] {
  try {
    const rows = register.pragma('quick_check(10)') as { quick_check: string }[];
    return rows.map(row => row.quick_check).filter(line => line !== 'ok');
  } catch (error) {
    if (error instanceof Database.SqliteError && DAMAGED.test(error.code)) return [error.code];
    throw error;
  }
}

function openingOf(file: string): RegisterContents['opening'] {
  const opened = openRegister(file);
  if ('refused' in opened) return opened;
  const synchronous = opened.register.pragma('synchronous', { simple: true }) as number;
  opened.register.close();
  return { synchronous };
}
