/**
 * Writes into a register some times a second until it is told to stop, two rows in one transaction each time. Argument: the file.
 * The last line is JSON: how many, and the milliseconds of the longest.
 */
import Database from 'better-sqlite3';

const [file = ''] = process.argv.slice(2);
const register = new Database(file, { timeout: 5_000 });
register.pragma('synchronous = FULL');
const insert = register.prepare(
  "INSERT INTO journal (at, actor_kind, actor, event, data) VALUES ('2013-11-28T10:00:00Z', 'robot', 'r', 'sending-held', '{}')",
);
const both = register.transaction(() => {
  insert.run();
  insert.run();
});
const figures = { writes: 0, longest: 0 };
const timer = setInterval(() => {
  const begun = performance.now();
  both.immediate();
  figures.writes += 1;
  figures.longest = Math.max(figures.longest, Math.round(performance.now() - begun));
}, 50);
process.stdout.write('begins\n');
process.stdin.once('end', () => {
  clearInterval(timer);
  register.close();
  process.stdout.write(`${JSON.stringify(figures)}\n`);
});
process.stdin.resume();
