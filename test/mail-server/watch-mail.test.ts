import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openImap } from '../../src/mail-in/imap-session.ts';
import { countMessages } from '../../src/register/messages.ts';
import type { Register } from '../../src/register/open-register.ts';
import type { Log } from '../../src/worker/log.ts';
import { type MailWatch, watchMail } from '../../src/worker/watch-mail.ts';
import { storyCampaign } from '../worlds/campaign.ts';
import { type Dovecot, startDovecot } from '../worlds/dovecot.ts';
import { type FaultProxy, startFaultProxy } from '../worlds/fault-proxy.ts';
import { at } from '../worlds/journal.ts';
import { until } from '../worlds/until.ts';

const corpus = (name: string) => readFileSync(new URL(`../corpus/messages/${name}.eml`, import.meta.url));

let dovecot: Dovecot;
let proxy: FaultProxy;
let register: Register;
let watch: MailWatch;
let clock = at('2013-12-31');
const told: { level: string; message: string }[] = [];
const log = Object.fromEntries(
  (['debug', 'info', 'warn', 'error'] as const).map(level => [
    level,
    (_fields: object, message: string) => told.push({ level, message }),
  ]),
) as unknown as Log;
const warnings = () => told.filter(one => one.level === 'warn' || one.level === 'error').map(one => one.message);

beforeEach(async () => {
  dovecot = await startDovecot();
  proxy = await startFaultProxy(dovecot.port);
  told.length = 0;
  clock = at('2013-12-31');
  ({ register } = storyCampaign(at('2013-11-28', '09:37'), { only: ['Malvik', 'Tydal', 'Hitra'] }));
  const account = { ...dovecot.account, port: proxy.port };
  watch = watchMail({
    register,
    openMail: () => openImap(account, () => clock, { answer: 500, connect: 1_000, silence: 500 }),
    now: () => clock,
    chance: () => 0.5,
    log,
    // Seconds of the real clock; the turned one stands still.
    backOff: () => 0.2,
  });
});
afterEach(async () => {
  await watch.stop();
  await proxy.stop();
  await dovecot.remove();
});

const stored = () => countMessages(register).stored;

describe('watching the mailbox', () => {
  test('mail that comes is stored and read without anybody asking', async () => {
    expect(await watch.look()).toBe(true);
    await new Promise(resolve => setTimeout(resolve, 300));
    dovecot.deliver(corpus('004'));
    await until('the mail', () => stored() === 1, 5);
    expect(warnings()).toEqual([]);
  });

  test('a line that died without a word while we waited is seen at the next look, and opened again', async () => {
    await watch.look();
    await new Promise(resolve => setTimeout(resolve, 300));
    proxy.goSilent();
    dovecot.deliver(corpus('004'));
    // The minute's look: the server does not answer it.
    expect(await watch.look()).toBe(false);
    await until('the mail, over a new connection', () => stored() === 1, 5);
    expect(proxy.connections()).toBe(2);
    expect(warnings()).toHaveLength(1);
    await until('that it is over', () => told.some(one => one.message === 'Postkassen leses igjen.'), 5);
  });

  test('a server that is down for a while is told of once, and found again', async () => {
    await watch.look();
    await dovecot.stop();
    await until('the warning', () => warnings().length > 0, 5).catch(e => {
      console.log(told);
      throw e;
    });
    for (let i = 0; i < 5; i++) {
      await watch.look();
      await new Promise(resolve => setTimeout(resolve, 250));
    }
    await dovecot.start();
    dovecot.deliver(corpus('004'));
    await until('the mail', () => stored() === 1, 10);
    // Lost, then refused: two states, each told once.
    expect(new Set(warnings()).size).toBe(warnings().length);
  });

  test('looks that come together are one look', async () => {
    await Promise.all([watch.look(), watch.look(), watch.look()]);
    expect(proxy.connections()).toBe(1);
  });
});
