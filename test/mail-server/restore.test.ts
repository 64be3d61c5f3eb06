import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/cli.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { backUpRegister } from '../../src/register/backup.ts';
import { openRegister } from '../../src/register/open-register.ts';
import { lettersOf } from '../../src/register/outbox.ts';
import { sendingHolds } from '../../src/register/sending-holds.ts';
import { storyCampaign } from '../worlds/campaign.ts';
import { quietDoor } from '../worlds/door.ts';
import { type Dovecot, startDovecot } from '../worlds/dovecot.ts';
import { at } from '../worlds/journal.ts';
import { mailEnvironment } from '../worlds/mail-environment.ts';
import { type SmtpSink, startSmtpSink } from '../worlds/smtp-sink.ts';

const REQUEST_AT = at('2013-11-28', '09:37');
const OURS = 'svar+kvittering@purrebot.ks.example';

let dovecot: Dovecot;
let sink: SmtpSink;
let data: string;
let backup: string;
let world: ReturnType<typeof quietDoor>;
const purrebot = (...args: string[]) => runCli(['--data', data, ...args], world.door, COMMANDS);
const registered = () => {
  const opened = openRegister(join(data, 'register.sqlite'));
  if ('refused' in opened) throw new Error(opened.refused);
  const { register } = opened;
  const seen = {
    states: lettersOf(register).map(one => one.state),
    holds: sendingHolds(register).map(one => one.reason),
  };
  register.close();
  return seen;
};

beforeEach(async () => {
  [dovecot, sink] = await Promise.all([startDovecot(), startSmtpSink()]);
  data = mkdtempSync(join(tmpdir(), 'purrebot-data-'));
  backup = join(data, 'i-går.sqlite');
  const { register } = storyCampaign(REQUEST_AT, { mode: 'live', only: ['Malvik', 'Tydal', 'Hitra'] });
  backUpRegister(register, join(data, 'register.sqlite'));
  sink.beforeAnswer = mail => {
    if (mail.to.includes(OURS)) dovecot.deliver(Buffer.from(mail.raw, 'latin1'), { at: REQUEST_AT });
  };
  world = quietDoor({ SENDING: 'live', ...mailEnvironment(dovecot, sink) }, REQUEST_AT);
  await purrebot('backup', backup);
  await purrebot('deliver');
  expect(sink.mails).toHaveLength(3);
});
afterEach(async () => {
  await Promise.all([dovecot.remove(), sink.stop()]);
  rmSync(data, { recursive: true });
});

describe('a backup from before the letters left', () => {
  test('sends nothing until the mailbox has been compared, and then nothing that left', async () => {
    await purrebot('restore', backup, '--by', 'Eva');
    expect(registered()).toEqual({ states: ['planned', 'planned', 'planned'], holds: ['restored'] });
    expect(await purrebot('deliver')).toBe(1);
    expect(world.said.told.join()).toContain('sammenlignet');
    world.clock.now = at('2013-11-28', '09:53');
    await purrebot('deliver');
    expect(sink.mails).toHaveLength(3);
    expect(registered().holds).toEqual([]);
    // The three that it had forgotten stand as sent; those that it still had planned owe nothing any more.
    expect(registered().states.filter(state => state === 'sent')).toHaveLength(3);
    expect(registered().states.filter(state => state !== 'sent')).toEqual(['cancelled', 'cancelled', 'cancelled']);
  });

  test('that somebody merely copied into its place is noticed too', async () => {
    for (const end of ['', '-wal', '-shm']) rmSync(join(data, `register.sqlite${end}`), { force: true });
    copyFileSync(backup, join(data, 'register.sqlite'));
    expect(await purrebot('deliver')).toBe(1);
    expect(registered().holds).toEqual(['restored']);
    expect(sink.mails).toHaveLength(3);
  });

  test('is found sound by --check, and nothing is changed', async () => {
    world.said.told.length = 0;
    expect(await purrebot('restore', backup, '--check')).toBe(0);
    expect(world.said.told.join()).toContain('3 saker');
    expect(registered().holds).toEqual([]);
  });
});

test('a file that is no backup is refused, and today’s register stays', async () => {
  copyFileSync(new URL(import.meta.url), backup);
  expect(await purrebot('restore', backup, '--by', 'Eva')).toBe(1);
  expect(world.said.told.join()).toContain('er ikke en sikkerhetskopi');
  expect(registered().states).toEqual(['sent', 'sent', 'sent']);
});
