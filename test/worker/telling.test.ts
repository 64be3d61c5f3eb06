import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { standingAlerts } from '../../src/jobs/standing-alerts.ts';
import { folderSession } from '../../src/mail-in/folder-session.ts';
import { mailFolder } from '../../src/mail-in/mail-folder.ts';
import type { OutgoingMail, SendResult } from '../../src/mail-out/transport.ts';
import type { Register } from '../../src/register/open-register.ts';
import { lettersOf } from '../../src/register/outbox.ts';
import { addSeconds } from '../../src/rules/calendar/oslo-time.ts';
import type { Log } from '../../src/worker/log.ts';
import { startWorker, type Worker } from '../../src/worker/start-worker.ts';
import { storyCampaign } from '../worlds/campaign.ts';
import { at } from '../worlds/journal.ts';
import { LIVE_SETTINGS } from '../worlds/letter-settings.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const START = at('2013-11-28', '09:37');
let folder: string;
let register: Register;
let worker: Worker;
let clock: string;
let isDown: (mail: OutgoingMail) => boolean;
let letters: OutgoingMail[];
let alerts: OutgoingMail[];
let warned: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'purrebot-varsel-'));
  ({ register } = storyCampaign(START, { mode: 'live', only: ['Hitra', 'Malvik', 'Tydal'] }));
  [letters, alerts, warned] = [[], [], []];
  clock = START;
  isDown = () => false;
  const say = (_fields: object, message: string) => void warned.push(message);
  const log: Log = { debug: () => undefined, info: () => undefined, warn: say, error: say };
  worker = startWorker({
    register,
    settings: LIVE_SETTINGS,
    openMail: async () => ({ session: folderSession(mailFolder(folder, () => clock)) }),
    transport: { send },
    now: () => clock,
    chance: () => 0.5,
    everyMinute: () => ({ stop: async () => undefined }),
    log,
    alertTo: ['drift@ks.example'],
  });
});
afterEach(async () => {
  await worker.stop();
  rmSync(folder, { recursive: true });
});

async function send(mail: OutgoingMail, dot: (refused: []) => void): Promise<SendResult> {
  if (isDown(mail)) return { sent: false, of: 'server', failed: 'ECONNREFUSED', temporary: true, why: 'Nede.' };
  dot([]);
  (mail.kind === 'alert' ? alerts : letters).push(mail);
  return { sent: true, file: null, response: '250 ok' };
}
async function minutes(count: number, step = 1): Promise<void> {
  for (let n = 0; n < count; n += step) {
    await worker.tick();
    clock = addSeconds(clock, 60 * step);
  }
}

test('24 hours of a server that takes nothing: one line in the log, nothing lost, and when it is back two mails at most, the last that it is over (F6)', async () => {
  isDown = () => true;
  await minutes(24 * 60, 5);
  expect(alerts).toEqual([]);
  expect(standingAlerts(register, clock)).toMatchObject([{ key: 'server-down' }]);
  expect(warned.filter(one => one.includes('Brevene venter'))).toHaveLength(1);
  expect(warned.filter(one => one.includes('varsel kunne ikke sendes'))).toHaveLength(1);
  isDown = () => false;
  await minutes(15);
  expect(letters).toHaveLength(3);
  await minutes(120, 5);
  // Whether the first alert or the first letter is tried first is chance: what it says is true either way.
  expect(alerts.length).toBeLessThanOrEqual(2);
  expect(Buffer.from(alerts.at(-1)!.bytes).toString()).toContain('Subject: Purrebot: Over: E-posttjeneren');
  expect(standingAlerts(register, clock)).toEqual([]);
});

test('24 hours of a server that takes alerts and no letters: two mails that it is, one that it is over (F6)', async () => {
  isDown = mail => mail.kind !== 'alert';
  await minutes(27 * 60, 5);
  // After two hours, and once more a day later.
  expect(alerts.map(one => one.datedAt)).toEqual([at('2013-11-28', '11:37'), at('2013-11-29', '11:37')]);
  isDown = () => false;
  await minutes(120, 5);
  expect(alerts).toHaveLength(3);
  expect(letters).toHaveLength(3);
});

test('a register that cannot be written is told without it, once, and its end too', async () => {
  await minutes(1);
  register.pragma('query_only = ON');
  await minutes(300, 5);
  expect(alerts).toHaveLength(1);
  expect(Buffer.from(alerts[0]!.bytes).toString()).toContain('SQLITE_READONLY');
  register.pragma('query_only = OFF');
  await minutes(120, 5);
  expect(alerts).toHaveLength(2);
  expect(Buffer.from(alerts[1]!.bytes).toString()).toContain('Subject: Purrebot: Over: Registeret kan ikke skrives i');
});

test('a letter with a gap never leaves, the others do, and one alert names it (F36)', async () => {
  // The campaign's text, as somebody left it.
  register.exec("UPDATE letter SET approval = 'waiting' WHERE id > 1");
  const text = JSON.parse(register.prepare('SELECT text FROM campaign').pluck().get() as string) as object;
  const spoilt = JSON.stringify(text).replace(/([.!?])"/, '$1 Se {{vedlegget.\\u0022"'.replace('\\u0022', ''));
  register.prepare('UPDATE campaign SET text = ?').run(spoilt);
  await minutes(5);
  expect(letters).toEqual([]);
  expect(alerts).toHaveLength(1);
  expect(standingAlerts(register, clock)).toMatchObject([{ key: 'letters-unwritten' }]);
  register.prepare('UPDATE campaign SET text = ?').run(JSON.stringify(text));
  register.exec("UPDATE letter SET approval = 'approved'");
  await minutes(60, 5);
  expect(letters).toHaveLength(3);
  expect(lettersOf(register).every(one => one.state === 'sent')).toBe(true);
  expect(alerts).toHaveLength(2);
});
