/**
 * Loaded before the program (`node --import`), which knows nothing of it: turns its clock to a working morning, and kills
 * the process at a named step of the register. Environment: CHAOS_CLOCK, milliseconds to add to the clock;
 * CHAOS_FAILPOINT, a name of `failpoint-names.ts`; CHAOS_NTH, at which of its occurrences (1 = the first).
 */
import Database, { type Statement } from 'better-sqlite3';
import { FAILPOINTS } from './failpoint-names.ts';

const offset = Number(process.env.CHAOS_CLOCK ?? 0);
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given: unknown[]) {
    super(...((given.length === 0 ? [RealDate.now() + offset] : given) as [number]));
  }
  static override now(): number {
    return RealDate.now() + offset;
  }
} as DateConstructor;

const point = FAILPOINTS.find(one => one.name === process.env.CHAOS_FAILPOINT);
if (point !== undefined) {
  let left = Number(process.env.CHAOS_NTH ?? 1);
  let isArmed = false;
  const die = () => process.kill(process.pid, 'SIGKILL');
  const memory = new Database(':memory:');
  const prototype = Object.getPrototypeOf(memory.prepare('SELECT 1')) as Record<'run' | 'get', Statement['run']>;
  for (const method of ['run', 'get'] as const) {
    const original = prototype[method];
    prototype[method] = function (this: Statement, ...args: unknown[]) {
      const isCommit = this.source === 'COMMIT';
      const isIt = !isArmed && point.when(this.source, args) && --left === 0;
      if (isIt && point.moment === 'before' && !this.database.inTransaction) die();
      if (isCommit && isArmed && point.moment === 'before') die();
      const result = original.apply(this, args);
      if (isIt) isArmed = true;
      // Outside a transaction a statement is its own commit.
      if (isArmed && point.moment === 'after' && (isCommit || !this.database.inTransaction)) die();
      return result;
    };
  }
}
