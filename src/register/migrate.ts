import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';

const FOLDER = new URL('../../db/', import.meta.url);

interface Migration {
  number: number;
  name: string;
  sql: string;
  digest: string;
}

/**
 * Brings the register up to date with db/NNN-*.sql, each file in one transaction.
 * @returns null, or why it refuses (a newer register, or a past that was changed), in Norwegian
 */
export function migrate(register: Database, file: string, migrations: Migration[] = readMigrations()): string | null {
  const apply = register.transaction((): string | null => {
    register.exec(
      'CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL) STRICT',
    );
    const applied = register.prepare('SELECT number, name, digest FROM migration ORDER BY number').all() as Migration[];
    for (const past of applied) {
      const known = migrations.find(migration => migration.number === past.number);
      if (known === undefined) {
        return `Registeret ${file} er laget av en nyere Purrebot (${past.name}). Installer den nyere utgaven, eller bruk en annen mappe med --data.`;
      }
      if (known.digest !== past.digest) {
        return `Registeret ${file} er laget med en annen ${known.name} enn denne Purrebot har. Bruk utgaven som laget registeret.`;
      }
    }
    const add = register.prepare('INSERT INTO migration (number, name, digest) VALUES (?, ?, ?)');
    for (const migration of migrations.slice(applied.length)) {
      register.exec(migration.sql);
      add.run(migration.number, migration.name, migration.digest);
    }
    return null;
  });
  return apply.immediate();
}

/** Whether a register has ever been made there. */
export function isMigrated(register: Database): boolean {
  return (
    register.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'migration'").pluck().get() ===
    1
  );
}

/** Reads db/NNN-*.sql in order; a gap or a double number is our bug and throws. */
export function readMigrations(folder: URL = FOLDER): Migration[] {
  const names = readdirSync(folder)
    .filter(name => /^\d{3}-.+\.sql$/.test(name))
    .sort();
  return names.map((name, index) => {
    const number = Number(name.slice(0, 3));
    if (number !== index + 1) throw new Error(`${name}: expected migration ${index + 1}, found ${number}`);
    const sql = readFileSync(new URL(name, folder), 'utf8');
    return { number, name, sql, digest: createHash('sha256').update(sql).digest('hex') };
  });
}
