import type { Database, Statement } from 'better-sqlite3';

const statements = new WeakMap<Database, Map<string, Statement>>();

/**
 * A statement prepared once for a register and used again: preparing costs more than a small look-up, and some look-ups are
 * done for each case of each campaign. Never iterate over one: it can do only one thing at a time.
 */
export function kept(register: Database, sql: string): Statement {
  return keep(register, `row ${sql}`, () => register.prepare(sql));
}

/** The same, giving the first column alone. */
export function keptPluck(register: Database, sql: string): Statement {
  return keep(register, `pluck ${sql}`, () => register.prepare(sql).pluck());
}

function keep(register: Database, key: string, prepare: () => Statement): Statement {
  const known = statements.get(register) ?? new Map<string, Statement>();
  statements.set(register, known);
  const statement = known.get(key) ?? prepare();
  known.set(key, statement);
  return statement;
}
