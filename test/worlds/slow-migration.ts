/** Brings a register up to date by a migration that takes its time, to be killed in. Argument: the register's file. */
import Database from 'better-sqlite3';
import { migrate, readMigrations } from '../../src/register/migrate.ts';

export const OLD = readMigrations().slice(0, 2);

/** All the later ones, and one that writes 40 tables of some rows. */
export const NEW = [
  ...readMigrations(),
  {
    number: readMigrations().length + 1,
    name: 'slow.sql',
    digest: 'slow',
    sql: Array.from(
      { length: 40 },
      (_, n) =>
        `CREATE TABLE slow${n} (x INTEGER, y TEXT) STRICT; INSERT INTO slow${n} WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 4000) SELECT x, hex(zeroblob(40)) FROM c;`,
    ).join('\n'),
  },
];

const [file] = process.argv.slice(2);
if (process.argv[1]?.endsWith('slow-migration.ts') && file !== undefined) {
  const register = new Database(file, { timeout: 5_000 });
  register.pragma('journal_mode = WAL');
  register.pragma('synchronous = FULL');
  process.stdout.write('begins\n');
  const refused = migrate(register, file, NEW);
  if (refused !== null) throw new Error(refused);
  process.stdout.write('done\n');
  register.close();
}
