import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate, readMigrations } from '../../src/register/migrate.ts';
import { openRegister } from '../../src/register/open-register.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'purrebot-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function opened(file = join(folder, 'register.sqlite')) {
  const result = openRegister(file);
  if ('refused' in result) throw new Error(result.refused);
  return result.register;
}

describe('opening the register', () => {
  test('is durable at every open, not only at the first', () => {
    opened().close();
    const again = opened();
    expect(again.pragma('synchronous', { simple: true })).toBe(2);
    expect(again.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(again.pragma('foreign_keys', { simple: true })).toBe(1);
    again.close();
  });

  test('refuses a newer register with words, and changes nothing in it', () => {
    const file = join(folder, 'register.sqlite');
    const register = opened(file);
    register.prepare("INSERT INTO migration (number, name, digest) VALUES (999, '999-from-the-future.sql', 'x')").run();
    register.close();
    expect(openRegister(file)).toEqual({ refused: expect.stringContaining('nyere Purrebot') });
  });

  test('refuses a register whose past was changed', () => {
    const register = opened();
    const changed = readMigrations().map((one, i) => (i === 0 ? { ...one, digest: 'other' } : one));
    expect(migrate(register, 'register.sqlite', changed)).toContain('001-municipalities.sql');
    register.close();
  });

  test('refuses a locked register and says what to do', () => {
    const file = join(folder, 'register.sqlite');
    opened(file).close();
    const other = new Database(file);
    other.exec('BEGIN EXCLUSIVE');
    const result = openRegister(file, 100);
    other.exec('ROLLBACK');
    other.close();
    expect(result).toEqual({ refused: expect.stringMatching(/låst av et annet program.*Lukk/s) });
  });

  test('refuses a file that is no register, and never makes it an empty one', () => {
    const file = join(folder, 'register.sqlite');
    writeFileSync(file, 'dette er ikke en database, men et brev '.repeat(100));
    expect(openRegister(file)).toEqual({ refused: expect.stringContaining('skadet'), isDamaged: true });
  });

  test('refuses a folder that does not exist', () => {
    expect(openRegister(join(folder, 'mangler', 'register.sqlite'))).toEqual({
      refused: expect.stringContaining('Sjekk at mappen finnes'),
    });
  });

  test('a migration that fails leaves the register as it was', () => {
    const register = opened();
    const next = {
      number: readMigrations().length + 1,
      name: 'bad.sql',
      sql: 'CREATE TABLE half (x); CREATE TABLE half (x);',
      digest: 'd',
    };
    expect(() => migrate(register, 'r', [...readMigrations(), next])).toThrow();
    expect(register.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'half'").pluck().get()).toBe(0);
    register.close();
  });
});
