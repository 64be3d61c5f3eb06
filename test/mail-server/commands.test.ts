import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deliverNow } from '../../src/cli/commands/deliver.ts';
import type { Register } from '../../src/register/open-register.ts';
import { lettersOf } from '../../src/register/outbox.ts';
import { storyCampaign } from '../worlds/campaign.ts';
import { quietDoor } from '../worlds/door.ts';
import { type Dovecot, startDovecot } from '../worlds/dovecot.ts';
import { at } from '../worlds/journal.ts';
import { mailEnvironment } from '../worlds/mail-environment.ts';
import { type SmtpSink, startSmtpSink } from '../worlds/smtp-sink.ts';

const REQUEST_AT = at('2013-11-28', '09:37');

let dovecot: Dovecot;
let sink: SmtpSink;
let register: Register;
let data: string;
beforeEach(async () => {
  [dovecot, sink] = await Promise.all([startDovecot(), startSmtpSink()]);
  data = mkdtempSync(join(tmpdir(), 'purrebot-data-'));
  ({ register } = storyCampaign(REQUEST_AT, { mode: 'live', only: ['Malvik', 'Tydal', 'Hitra'] }));
});
afterEach(async () => {
  await Promise.all([dovecot.remove(), sink.stop()]);
  rmSync(data, { recursive: true });
});

const door = (change: Record<string, string> = {}) =>
  quietDoor(
    {
      SENDING: 'live',
      ...mailEnvironment(dovecot, sink),
      ...change,
    },
    REQUEST_AT,
  ).door;

describe('deliver without a worker', () => {
  test('reads the mailbox, sends, and puts copies into Sent', async () => {
    // An answer that came before the request was sent: nobody is asked who has answered.
    dovecot.deliver(readFileSync(new URL('../corpus/messages/004.eml', import.meta.url)), { at: REQUEST_AT });
    const deliveries = await deliverNow(data, register, door());
    expect(deliveries.map(one => one.outcome).sort()).toEqual(['cancelled', 'sent', 'sent']);
    expect(dovecot.mailsIn('Sent')).toHaveLength(2);
    expect(await deliverNow(data, register, door())).toEqual([]);
    expect(sink.mails).toHaveLength(2);
  });

  test('REDIRECT_ALL_TO holds for a real server', async () => {
    ({ register } = storyCampaign(REQUEST_AT, { mode: 'redirected', only: ['Hitra'] }));
    await deliverNow(data, register, door({ REDIRECT_ALL_TO: 'meg@ks.example' }));
    expect(sink.mails.map(mail => mail.to)).toEqual([['meg@ks.example', 'svar+kvittering@purrebot.ks.example']]);
    expect(lettersOf(register)[0]).toMatchObject({ state: 'sent', mode: 'redirected' });
  });

  test('a mailbox that cannot be read holds every letter, with words', async () => {
    await expect(deliverNow(data, register, door({ IMAP_PASSWORD: 'feil' }))).rejects.toThrow('IMAP_PASSWORD');
    expect(sink.mails).toEqual([]);
  });
});
