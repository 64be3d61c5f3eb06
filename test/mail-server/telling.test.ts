import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCli } from '../../src/cli/cli.ts';
import { addHold } from '../../src/cli/commands/hold.ts';
import { startCampaign } from '../../src/cli/demo/play-story.ts';
import { readCampaignFile } from '../../src/cli/read-campaign.ts';
import { standingAlerts } from '../../src/jobs/standing-alerts.ts';
import { openImap } from '../../src/mail-in/imap-session.ts';
import { smtpTransport } from '../../src/mail-out/smtp-transport.ts';
import { loadMunicipalitiesOfNorway } from '../../src/register/municipalities.ts';
import { openRegister, type Register } from '../../src/register/open-register.ts';
import { lettersOf } from '../../src/register/outbox.ts';
import { addSeconds } from '../../src/rules/calendar/oslo-time.ts';
import type { Log } from '../../src/worker/log.ts';
import { startWorker, type Worker } from '../../src/worker/start-worker.ts';
import { counted, STORY_FILE } from '../worlds/campaign.ts';
import { quietDoor } from '../worlds/door.ts';
import { type Dovecot, startDovecot } from '../worlds/dovecot.ts';
import { at } from '../worlds/journal.ts';
import { LIVE_SETTINGS } from '../worlds/letter-settings.ts';
import { type SmtpSink, startSmtpSink } from '../worlds/smtp-sink.ts';

const START = at('2013-11-28', '09:37');
const OPERATOR = 'drift@ks.example';
const QUIET: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

let dovecot: Dovecot;
let sink: SmtpSink;
let data: string;
let register: Register;
let worker: Worker;
let clock: string;

beforeEach(async () => {
  [dovecot, sink] = await Promise.all([startDovecot(), startSmtpSink()]);
  data = mkdtempSync(join(tmpdir(), 'purrebot-varsel-'));
  const opened = openRegister(join(data, 'register.sqlite'));
  if ('refused' in opened) throw new Error(opened.refused);
  ({ register } = opened);
  loadMunicipalitiesOfNorway(register);
  const campaign = readCampaignFile(register, STORY_FILE, quietDoor().door);
  startCampaign({ register, campaign, newToken: counted() }, 'live');
  clock = START;
}, 120_000);
afterEach(async () => {
  await worker.stop();
  register.close();
  await Promise.all([dovecot.remove(), sink.stop()]);
  rmSync(data, { recursive: true });
});

function start(): void {
  worker = startWorker({
    register,
    settings: LIVE_SETTINGS,
    openMail: () => openImap(dovecot.account, () => clock, { answer: 5_000, connect: 5_000, silence: 5_000 }),
    transport: smtpTransport(sink.account),
    now: () => clock,
    chance: () => 0.5,
    everyMinute: () => ({ stop: async () => undefined }),
    log: QUIET,
    alertTo: [OPERATOR],
  });
}
async function minutes(count: number, step = 1): Promise<void> {
  for (let n = 0; n < count; n += step) {
    clock = addSeconds(clock, 60 * step);
    await worker.tick();
  }
}
const alerts = () => sink.mails.filter(mail => mail.to.includes(OPERATOR));
const letters = () => sink.mails.filter(mail => !mail.to.includes(OPERATOR));

test('a mailbox that cannot be reached for an hour is one alert while the letters wait; back again they leave, and one mail says that it is over', async () => {
  await dovecot.stop();
  start();
  await worker.tick();
  await minutes(55, 5);
  expect(sink.mails).toEqual([]);
  await minutes(180, 5);
  expect(letters()).toEqual([]);
  expect(alerts()).toHaveLength(1);
  expect(alerts()[0]!.raw).toMatch(/^Subject: Purrebot: Postkassen kan ikke leses\r$/m);
  expect(standingAlerts(register, clock)).toMatchObject([{ key: 'mailbox-unread' }]);
  await dovecot.start();
  // The next attempt comes after ten minutes at the latest.
  await minutes(15);
  expect(letters()).toHaveLength(25);
  await minutes(60, 5);
  expect(alerts()).toHaveLength(2);
  expect(alerts()[1]!.raw).toMatch(/^Subject: Purrebot: Over: Postkassen kan ikke leses\r$/m);
  expect(standingAlerts(register, clock)).toEqual([]);
  // Its own alert, come back to the mailbox by an alias, is nothing that anybody must look at.
  dovecot.deliver(alerts()[0]!.raw);
  await minutes(5);
  expect(register.prepare("SELECT count(*) FROM journal WHERE event = 'review-raised'").pluck().get()).toBe(0);
});

test('«hold» in the middle of a batch: nothing follows the letter in flight but the word that it was pressed (F40)', async () => {
  const { door } = quietDoor({ PURREBOT_USER: 'Eva' }, START);
  sink.beforeAnswer = async () => {
    if (letters().length !== 7) return;
    await runCli(['--data', data, 'hold', '--because', 'feil frist'], door, [addHold]);
  };
  start();
  await worker.tick();
  await minutes(10);
  expect(letters()).toHaveLength(7);
  expect(alerts()).toHaveLength(1);
  expect(lettersOf(register).filter(one => one.state === 'uncertain')).toEqual([]);
});
