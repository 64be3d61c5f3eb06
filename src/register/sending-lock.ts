import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Held by the one process that sends from a register. */
export interface SendingLock {
  release(): void;
}

/**
 * Only one process may send from a register: it alone knows that a claim it finds was left by a dead one. The lock is
 * SQLite's own on a file beside the register, so that the operating system gives it back when its holder is killed; a
 * file with a process number would stay behind.
 * @param folder the data folder
 * @param pid written down for the words of whoever is refused
 * @returns the lock, or the process number of its holder ('' when unknown)
 */
export function takeSendingLock(folder: string, pid: number): { lock: SendingLock } | { heldBy: string } {
  const pidFile = join(folder, 'sending.pid');
  const database = new Database(join(folder, 'sending.lock'), { timeout: 0 });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error;
    return { heldBy: holder(pidFile) };
  }
  writeFileSync(pidFile, `${pid}\n`);
  return {
    lock: {
      release() {
        rmSync(pidFile, { force: true });
        database.close();
      },
    },
  };
}

function holder(pidFile: string): string {
  try {
    return readFileSync(pidFile, 'utf8').trim();
  } catch {
    return '';
  }
}
