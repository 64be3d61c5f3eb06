import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { randomFrom } from '../../scripts/random.ts';
import { runCli } from '../../src/cli/cli.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { deliverOutbox } from '../../src/jobs/deliver-outbox.ts';
import { backUpRegister, checkBackup } from '../../src/register/backup.ts';
import { noteReadToEnd } from '../../src/register/mailbox-items.ts';
import { migrate } from '../../src/register/migrate.ts';
import { openRegister, type Register } from '../../src/register/open-register.ts';
import { lettersOf } from '../../src/register/outbox.ts';
import { whyDamaged } from '../../src/register/why-damaged.ts';
import { diskAlert } from '../../src/rules/alerts/machine-alerts.ts';
import { storyCampaign } from '../worlds/campaign.ts';
import { quietDoor } from '../worlds/door.ts';
import { at } from '../worlds/journal.ts';
import { LIVE_SETTINGS } from '../worlds/letter-settings.ts';
import { NEW, OLD } from '../worlds/slow-migration.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const NOW = at('2013-11-28', '09:37');
const MB = 1024 * 1024;
const world = (name: string) => fileURLToPath(new URL(`../worlds/${name}.ts`, import.meta.url));

let template: string;
let folder: string;
let file: string;

beforeAll(() => {
  template = join(mkdtempSync(join(tmpdir(), 'purrebot-mal-')), 'template.sqlite');
  const { register } = storyCampaign(NOW, { mode: 'live', only: ['Hitra', 'Malvik', 'Tydal'] });
  register.prepare('UPDATE letter SET due_at = ?').run(NOW);
  backUpRegister(register, template);
  register.close();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'purrebot-ressurs-'));
  file = join(folder, 'register.sqlite');
  copyFileSync(template, file);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function opened(busyTimeout?: number): Register {
  const result = openRegister(file, busyTimeout);
  if ('refused' in result) throw new Error(result.refused);
  return result.register;
}

/** Three letters that are due; what was sent stands in `mails`. */
function sending(register: Register, free?: () => number) {
  const mails: string[] = [];
  const transport = {
    async send(mail: { messageId: string }, beforeFinalDot: (refused: []) => void) {
      beforeFinalDot([]);
      mails.push(mail.messageId);
      return { sent: true as const, file: null, response: 'ok' };
    },
  };
  noteReadToEnd(register, 'innboks', '0', NOW);
  const deliver = () =>
    deliverOutbox({ register, transport, settings: LIVE_SETTINGS, mailboxes: ['innboks'], free }, () => NOW);
  return { mails, deliver };
}

async function purrebot(...args: string[]) {
  const { door, said } = quietDoor({}, NOW);
  const code = await runCli(['--data', folder, ...args], door, COMMANDS);
  return { code, told: said.told.join('\n') };
}

describe('F4: killed in a migration', () => {
  test('a register is of the old schema or the new one, and the next start brings it up to date', async () => {
    const old = join(folder, 'old.sqlite');
    const made = new Database(old);
    migrate(made, old, OLD);
    made.close();
    const random = randomFrom(4);
    const seen = { old: 0, new: 0 };
    let whole = 0;
    for (let round = 0; round <= 20; round++) {
      for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
      copyFileSync(old, file);
      const child = spawn(process.execPath, [world('slow-migration'), file], { stdio: ['ignore', 'pipe', 'inherit'] });
      const ended = once(child, 'exit');
      await once(child.stdout, 'data');
      const begun = performance.now();
      // The first one is left alone: it tells how long there is to kill in.
      if (round > 0) {
        await sleep(random() * whole * 1.1);
        child.kill('SIGKILL');
      }
      await ended;
      if (round === 0) whole = performance.now() - begun;
      const register = new Database(file);
      const applied = register.prepare('SELECT count(*) FROM migration').pluck().get();
      const tables = register.prepare("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'slow%'").pluck().get();
      expect([
        [OLD.length, 0],
        [NEW.length, 40],
      ]).toContainEqual([applied, tables]);
      expect(register.pragma('integrity_check', { simple: true })).toBe('ok');
      if (round > 0) seen[tables === 0 ? 'old' : 'new'] += 1;
      expect(migrate(register, file, NEW)).toBeNull();
      register.close();
    }
    process.stderr.write(`F4: ${JSON.stringify(seen)}\n`);
    expect(seen.old).toBeGreaterThan(0);
  });

  test('a register that was never whole is not there at all', () => {
    rmSync(file);
    writeFileSync(`${file}.new`, readFileSync(template).subarray(0, 8192));
    opened().close();
    expect(statSync(file).size).toBeGreaterThan(8192);
  });
});

describe('F18: another program holds the register', () => {
  test('nothing is claimed or sent meanwhile, and everything once afterwards', async () => {
    const register = opened(50);
    const { mails, deliver } = sending(register);
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(deliver()).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    expect(mails).toEqual([]);
    expect(new Set(lettersOf(register).map(one => one.state))).toEqual(new Set(['planned']));
    other.exec('ROLLBACK');
    await deliver();
    await deliver();
    expect(new Set(mails).size).toBe(3);
    expect(mails).toHaveLength(3);
    other.close();
    register.close();
  });

  test('for a moment: who waits longer than that notices nothing', async () => {
    opened().close();
    const hold = `const D = require(${JSON.stringify(fileURLToPath(import.meta.resolve('better-sqlite3')))}); const d = new D(${JSON.stringify(file)}); d.exec('BEGIN IMMEDIATE'); console.log('held'); setTimeout(() => d.exec('ROLLBACK'), 1000);`;
    const child = spawn(process.execPath, ['-e', hold], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    const register = opened(60_000);
    const { mails, deliver } = sending(register);
    await deliver();
    expect(mails).toHaveLength(3);
    register.close();
  });

  test('a command says so in Norwegian and does nothing', async () => {
    opened().close();
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    const { code, told } = await purrebot('status');
    other.exec('ROLLBACK');
    other.close();
    expect(code).toBe(1);
    expect(told).toMatch(/låst av et annet program.*Lukk det andre programmet og prøv igjen/);
  });
});

test('F19: a log that a long reader kept from shrinking is small again after he has gone', () => {
  const register = opened();
  const reader = new Database(file, { readonly: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM letter').get();
  register.exec('CREATE TABLE filler (x BLOB)');
  const fill = register.prepare('INSERT INTO filler VALUES (zeroblob(8388608))');
  for (let n = 0; n < 12; n++) fill.run();
  const grown = statSync(`${file}-wal`).size;
  expect(grown).toBeGreaterThan(80 * MB);
  reader.close();
  for (let n = 0; n < 3; n++) fill.run();
  expect(statSync(`${file}-wal`).size).toBeLessThanOrEqual(64 * MB);
  register.close();
});

describe('F20: the disk is full', () => {
  test('no letter is begun while less than 200 MB are free, and all go when there is room', async () => {
    const register = opened();
    let free = 199 * MB;
    const { mails, deliver } = sending(register, () => free);
    expect(await deliver()).toEqual({ held: expect.stringMatching(/199 MB er ledig.*Frigjør plass/) });
    free = 200 * MB;
    await deliver();
    expect(mails).toHaveLength(3);
    register.close();
  });

  test('a batch stops where the room ends', async () => {
    const register = opened();
    const rooms = [300, 300, 300, 100];
    const { mails, deliver } = sending(register, () => (rooms.shift() ?? 100) * MB);
    await deliver();
    expect(mails.length).toBeGreaterThan(0);
    expect(mails.length).toBeLessThan(3);
    register.close();
  });

  test('people are told before it is full, and again that nothing leaves', () => {
    const keys = (free: number) => diskAlert(free, NOW).map(one => `${one.key} ${one.severity}`);
    expect(keys(600 * MB)).toEqual([]);
    expect(keys(400 * MB)).toEqual(['disk-low attention']);
    expect(keys(100 * MB)).toEqual(['disk-full stopped', 'disk-low attention']);
  });

  const NO_HARM = { twice: 0, lost: 0, falseSent: 0, damaged: 0 };
  const canMount = spawnSync('unshare', ['-Urm', 'mount', '-t', 'tmpfs', 'none', tmpdir()]).status === 0;

  test.skipIf(!canMount)(
    'at one point after the other: nothing leaves twice or is lost, and it recovers by itself',
    () => {
      mkdirSync(join(folder, 'work'));
      copyFileSync(template, join(folder, 'template.sqlite'));
      const script = `mount -t tmpfs -o size=16m none "$1/work" && exec "$2" "$3" "$1" full 12`;
      const args = ['-Urm', 'sh', '-c', script, 'sh', folder, process.execPath, world('faulty-disk')];
      const { stdout, stderr } = spawnSync('unshare', args, { encoding: 'utf8' });
      const figures = JSON.parse(stdout.trim().split('\n').at(-1) || `{"stderr":${JSON.stringify(stderr)}}`);
      process.stderr.write(`${JSON.stringify(figures)}\n`);
      expect(figures).toMatchObject({ ...NO_HARM, points: 12 });
      expect(figures.failed).toBeGreaterThan(3);
      expect(figures.codes).toContain('SQLITE_FULL');
    },
  );

  test('F21: a file that cannot grow, at one point after the other', () => {
    mkdirSync(join(folder, 'work'));
    copyFileSync(template, join(folder, 'template.sqlite'));
    const args = [world('faulty-disk'), folder, 'write-error', '12'];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    const figures = JSON.parse(stdout.trim().split('\n').at(-1) || `{"stderr":${JSON.stringify(stderr)}}`);
    process.stderr.write(`${JSON.stringify(figures)}\n`);
    expect(figures).toMatchObject({ ...NO_HARM, points: 12 });
    expect(figures.failed).toBeGreaterThan(3);
    expect(figures.codes.join()).toContain('SQLITE_IOERR');
  });
});

describe('F22: a damaged register', () => {
  test('200 of them: what is seen is refused with a way out; nothing is ever made anew', () => {
    const random = randomFrom(22);
    const good = readFileSync(template);
    const contents = contentsOf(template);
    const seen = { refused: 0, harmless: 0, unseen: 0 };
    for (let seed = 0; seed < 200; seed++) {
      const bytes = Buffer.from(good);
      const flips = 1 + Math.floor(random() * 64);
      for (let n = 0; n < flips; n++) bytes[Math.floor(random() * bytes.length)]! ^= 1 << Math.floor(random() * 8);
      const kept = seed % 10 === 0 ? bytes.subarray(0, Math.floor(random() * bytes.length)) : bytes;
      for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
      writeFileSync(file, kept);
      const refused = refusalOf();
      if (refused !== null) {
        // A bit in the list of migrations looks like another edition of the program.
        if (!/laget (av|med) en (annen|nyere)/.test(refused)) {
          expect(refused).toMatch(/skadet|tom fil|uten noe register/);
          expect(refused).toContain('purrebot restore');
        }
        seen.refused += 1;
      } else if (contentsOf(file) === contents) seen.harmless += 1;
      else seen.unseen += 1;
    }
    process.stderr.write(`F22: ${JSON.stringify(seen)}\n`);
    expect(seen.refused).toBeGreaterThan(100);
    // Words of other columns than mails and letters: SQLite keeps no checksums.
    expect(seen.unseen).toBeLessThanOrEqual(6);
  });

  test.each([
    ['an empty file', () => truncateSync(file, 0), 'er en tom fil'],
    [
      'a log without its register',
      () => {
        writeFileSync(`${file}-wal`, 'x'.repeat(100));
        rmSync(file);
      },
      'er borte, men loggen',
    ],
    [
      'a database without a register',
      () => {
        rmSync(file);
        new Database(file).exec('CREATE TABLE x (y)').close();
      },
      'uten noe register',
    ],
  ])('%s is refused by every command, and names the backup that is there', async (_, harm, words) => {
    mkdirSync(join(folder, 'backup'));
    copyFileSync(template, join(folder, 'backup', 'register-2013-11-27-180000.sqlite'));
    harm();
    for (const command of [['status'], ['deliver'], ['init']]) {
      const { code, told } = await purrebot(...command);
      expect(code).toBe(1);
      expect(told).toContain(words);
      expect(told).toContain(`purrebot restore ${join(folder, 'backup', 'register-2013-11-27-180000.sqlite')}`);
    }
  });

  test('is put aside as it is by «restore», which puts the backup in its place', async () => {
    const backup = join(folder, 'igår.sqlite');
    copyFileSync(template, backup);
    truncateSync(file, 0);
    expect(await purrebot('restore', backup, '--by', 'Eva')).toMatchObject({ code: 0 });
    const register = opened();
    expect(lettersOf(register)).toHaveLength(3);
    register.close();
  });

  test('a frozen letter whose bytes are others does not leave', async () => {
    const register = opened();
    const failing = {
      send: async () => ({ sent: false, of: 'server', failed: 'X', temporary: true, why: 'Nede.' }) as const,
    };
    noteReadToEnd(register, 'innboks', '0', NOW);
    const outbox = { register, settings: LIVE_SETTINGS, mailboxes: ['innboks'] };
    await deliverOutbox({ ...outbox, transport: failing }, () => NOW);
    register.exec("UPDATE message_bytes SET bytes = CAST(replace(CAST(bytes AS TEXT), 'Hitra', 'Hitrb') AS BLOB)");
    const { mails, deliver } = sending(register);
    await deliver();
    expect(mails).toHaveLength(2);
    expect(whyDamaged(register)?.refused).toContain('er ikke som da den ble lagret');
    register.close();
  });

  /** As `start` looks: opened, and every page of it looked at. */
  function refusalOf(): string | null {
    const result = openRegister(file, 0);
    if ('refused' in result) return result.refused;
    const damaged = whyDamaged(result.register);
    result.register.close();
    return damaged?.refused ?? null;
  }

  function contentsOf(path: string): string {
    const database = new Database(path, { readonly: true });
    const tables = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
      .pluck()
      .all() as string[];
    const all = tables.map(name => [name, database.prepare(`SELECT * FROM "${name}"`).raw().all()]);
    const schema = database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all();
    database.close();
    return JSON.stringify([schema, all]);
  }
});

test('F24: twenty backups beside twenty writes a second are each whole, and hold up no write', async () => {
  opened().close();
  const child = spawn(process.execPath, [world('steady-writer'), file], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  await lines.next();
  const register = opened();
  for (let n = 0; n < 20; n++) {
    const copy = join(folder, `kopi-${n}.sqlite`);
    const made = backUpRegister(register, copy);
    if ('failed' in made) throw new Error(made.failed);
    const checked = checkBackup(copy);
    expect(checked).toEqual(made);
    const backup = new Database(copy, { readonly: true });
    // Two rows a transaction: an odd number would be half of one.
    const rows = backup.prepare("SELECT count(*) FROM journal WHERE event = 'sending-held'").pluck().get() as number;
    expect(rows % 2).toBe(0);
    backup.close();
    rmSync(copy);
    await sleep(20);
  }
  register.close();
  child.stdin.end();
  const figures = JSON.parse((await lines.next()).value as string) as { writes: number; longest: number };
  process.stderr.write(`F24: ${JSON.stringify(figures)}\n`);
  expect(figures.writes).toBeGreaterThan(10);
  expect(figures.longest).toBeLessThan(5_000);
});
