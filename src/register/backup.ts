import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { kept } from './kept-statement.ts';
import { isOfTheRegister, type Register } from './open-register.ts';

/** What a register holds, to be compared with another. */
export interface BackupContents {
  campaigns: number;
  cases: number;
  messages: number;
  letters: number;
  journal: number;
  lastEntryAt: Instant | null;
  lastSentAt: Instant | null;
}

/**
 * A whole copy of the register as it is at this moment, beside whoever writes in it. It is a copy only when it has been
 * opened, found sound, and holds as much as the register did.
 * @param file must not exist
 * @returns what the copy holds, or why it is none (Norwegian)
 */
export function backUpRegister(register: Register, file: string): { contents: BackupContents } | { failed: string } {
  const part = `${file}.part`;
  rmSync(part, { force: true });
  const before = contentsOf(register);
  register.prepare('VACUUM INTO ?').run(part);
  const checked = checkBackup(part);
  if ('failed' in checked) return checked;
  if (checked.contents.journal < before.journal || checked.contents.messages < before.messages)
    return { failed: 'Kopien har færre linjer enn registeret. Prøv igjen.' };
  sync(part);
  renameSync(part, file);
  return checked;
}

/** Opens a copy, looks at every page and reference of it, and counts. Writes nothing. */
export function checkBackup(file: string): { contents: BackupContents } | { failed: string } {
  let copy: Register | null = null;
  try {
    copy = new Database(file, { readonly: true, fileMustExist: true });
    const faults = copy.pragma('integrity_check') as { integrity_check: string }[];
    if (faults[0]?.integrity_check !== 'ok')
      return { failed: `${file} er skadet (${faults.length} feil). Bruk en annen sikkerhetskopi.` };
    if ((copy.pragma('foreign_key_check') as unknown[]).length > 0)
      return { failed: `${file} henger ikke sammen. Bruk en annen sikkerhetskopi.` };
    return { contents: contentsOf(copy) };
  } catch (error) {
    if (!(error instanceof Database.SqliteError) && !(error instanceof TypeError)) throw error;
    return {
      failed: `${file} er ikke en sikkerhetskopi av registeret (${(error as { code?: string }).code ?? 'kan ikke åpnes'}).`,
    };
  } finally {
    copy?.close();
  }
}

/** Closes a register and gives its file another name, whole: what stands in its log goes into the file first. */
export function setRegisterAside(register: Register, file: string, aside: string): void {
  try {
    register.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    // What is damaged inside stays as it is.
    if (!isOfTheRegister(error)) throw error;
  }
  register.close();
  setFilesAside(file, aside);
}

/** Gives a register that cannot be opened another name, with its log as it is. */
export function setFilesAside(file: string, aside: string): void {
  for (const end of ['', '-wal']) if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${aside}${end}`);
  rmSync(`${file}-shm`, { force: true });
}

/** A copy of the copy, whole on the disk under its name or not there at all. */
export function copyBackup(from: string, to: string): void {
  const part = `${to}.part`;
  copyFileSync(from, part);
  sync(part);
  renameSync(part, to);
}

function contentsOf(register: Register): BackupContents {
  const sql = `SELECT (SELECT count(*) FROM campaign) AS campaigns, (SELECT count(*) FROM cases) AS cases,
      (SELECT count(*) FROM message) AS messages, (SELECT count(*) FROM letter) AS letters,
      (SELECT count(*) FROM journal) AS journal, (SELECT max(at) FROM journal) AS lastEntryAt,
      (SELECT max(done_at) FROM letter WHERE state = 'sent') AS lastSentAt`;
  return kept(register, sql).get() as BackupContents;
}

function sync(file: string): void {
  const handle = openSync(file, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
