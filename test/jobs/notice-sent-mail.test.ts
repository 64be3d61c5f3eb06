import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deliverOutbox, type Transport } from '../../src/jobs/deliver-outbox.ts';
import { casesWithStanding } from '../../src/jobs/gather-cases.ts';
import { planLadder } from '../../src/jobs/plan-reminders.ts';
import { type MailSession, takeInMail } from '../../src/jobs/take-in-mail.ts';
import { folderSession } from '../../src/mail-in/folder-session.ts';
import { mailFolder } from '../../src/mail-in/mail-folder.ts';
import { campaignById } from '../../src/register/campaigns.ts';
import { journalOfCase } from '../../src/register/journal.ts';
import type { Register } from '../../src/register/open-register.ts';
import { lettersOf } from '../../src/register/outbox.ts';
import { DEFAULT_LADDER } from '../../src/rules/campaign/ladder-default.ts';
import { storyCampaign } from '../worlds/campaign.ts';
import { at } from '../worlds/journal.ts';
import { LIVE_SETTINGS } from '../worlds/letter-settings.ts';

const ID = '2013-samhandling';
const REQUEST_AT = at('2013-11-28', '09:37');
const TITLE = 'Felles kommunal ressurs, samhandling med St. Olav';

let folder: string;
let register: Register;
let session: MailSession;
let clock: string;
const sentIds: string[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'purrebot-sendt-'));
  clock = REQUEST_AT;
  const change = { ladder: DEFAULT_LADDER };
  ({ register } = storyCampaign(REQUEST_AT, { mode: 'live', change, only: ['Hitra', 'Skaun', 'Tydal'] }));
  const inbox = mkdtempSync(join(folder, 'innboks-'));
  const sent = mkdtempSync(join(folder, 'sendt-'));
  session = { ...folderSession(mailFolder(inbox, () => clock)), sent: mailFolder(sent, () => clock) };
  sentIds.length = 0;
  const transport: Transport = {
    send: async mail => {
      sentIds.push(mail.messageId);
      writeFileSync(join(sent, `ours-${sentIds.length}.eml`), mail.bytes);
      return { sent: true, file: null, response: 'ok' };
    },
  };
  await look(REQUEST_AT);
  const world = { register, transport, settings: LIVE_SETTINGS, mailboxes: [session.inbox.name] };
  await deliverOutbox(world, () => clock);
});
afterEach(() => rmSync(folder, { recursive: true }));

const look = (now: string) => {
  clock = now;
  return takeInMail({ register, session }, () => clock);
};
const named = (name: string) => casesWithStanding(register, ID).find(one => one.municipality.name === name)!;
const events = (name: string) => journalOfCase(register, named(name).one.id).map(entry => entry.event);
const put = (where: { name: string }, name: string, lines: string[], text: string) =>
  writeFileSync(
    join(where.name, `${name}.eml`),
    `${lines.join('\r\n')}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`,
  );
const fromEva = (to: string, subject: string, date: string, id: string) => [
  'From: "Eva L. Indreby" <eva.indreby@ks.example>',
  `To: ${to}`,
  `Subject: ${subject}`,
  `Date: ${date}`,
  `Message-ID: <${id}@ks.example>`,
];

describe('what the adviser wrote by hand', () => {
  test('our own letters in the Sent folder are ours', async () => {
    expect(sentIds).toHaveLength(3);
    expect(await look(at('2013-11-28', '10:00'))).toMatchObject({ byHand: 0 });
    expect(events('Hitra')).toEqual(['opened', 'letter-sent']);
  });

  test('a reminder of hers counts as a letter of the campaign: the ladder leaves them alone for four working days', async () => {
    const to = 'postmottak@hitra.kommune.example, postmottak@skaun.kommune.example';
    put(
      session.sent!,
      'hand',
      fromEva(to, `SV: ${TITLE}`, 'Fri, 6 Dec 2013 10:00:00 +0100', 'hand-1'),
      'Vi mangler svar fra dere!',
    );
    expect(await look(at('2013-12-06', '10:05'))).toMatchObject({ byHand: 1 });
    const line = journalOfCase(register, named('Hitra').one.id).at(-1)!;
    expect(line).toMatchObject({
      event: 'letter-sent',
      byHand: true,
      at: at('2013-12-06', '10:00'),
      actor: 'Eva L. Indreby',
    });
    const plan = planLadder(register, campaignById(register, ID)!, 'live', at('2013-12-09', '08:30'));
    expect(plan.letters.flatMap(letter => letter.cases.map(one => one.name))).toEqual(['Tydal']);
    expect(plan.spared.find(one => one.name === 'Hitra')!.because).toContain('fikk brev 06.12.2013');
  });

  test('a day that she gives one municipality is not everybody’s deadline', async () => {
    const lines = fromEva('postmottak@hitra.kommune.example', TITLE, 'Fri, 6 Dec 2013 10:00:00 +0100', 'hand-2');
    put(session.sent!, 'hand', lines, 'Kan dere svare innen 20. desember 2013?');
    await look(at('2013-12-06', '10:05'));
    expect(campaignById(register, ID)!.deadlines.map(one => one.date)).toEqual(['2013-12-12']);
  });

  test('her reply to their question gives the ball back, once', async () => {
    const question = [
      'From: postmottak@skaun.kommune.example',
      'To: eva.indreby@ks.example',
      `Subject: SV: ${TITLE}`,
      'Date: Mon, 2 Dec 2013 09:00:00 +0100',
      'Message-ID: <q-1@skaun.kommune.example>',
    ];
    put(session.inbox, 'q', question, 'Hva dekker beløpet?');
    await look(at('2013-12-02', '09:05'));
    expect(named('Skaun').standing).toMatchObject({ answer: 'question', ball: 'ours' });
    const lines = fromEva(
      'postmottak@skaun.kommune.example',
      `SV: ${TITLE}`,
      'Mon, 2 Dec 2013 11:00:00 +0100',
      'svar-1',
    );
    put(session.sent!, 'hand', [...lines, 'In-Reply-To: <q-1@skaun.kommune.example>'], 'Det dekker lønn og reise.');
    expect(await look(at('2013-12-02', '11:05'))).toMatchObject({ byHand: 1 });
    expect(named('Skaun').standing).toMatchObject({ ball: 'theirs' });
    expect(named('Skaun').standing.lastLetterAt.live).toBe(at('2013-12-02', '11:00'));
    await look(at('2013-12-02', '11:06'));
    expect(events('Skaun').filter(event => event === 'question-answered')).toHaveLength(1);
  });

  test('a reply to an address that the register does not know is a reply all the same', async () => {
    const question = [
      'From: Ola Nordmann <ola@annet.example>',
      'To: eva.indreby@ks.example',
      `Subject: SV: ${TITLE}`,
      'Date: Mon, 2 Dec 2013 09:00:00 +0100',
      'Message-ID: <q-2@annet.example>',
    ];
    put(session.inbox, 'q', question, 'Skaun kommune spør: Hva dekker beløpet?');
    await look(at('2013-12-02', '09:05'));
    const waiting = named('Skaun').standing;
    expect(waiting.ball).not.toBe('theirs');
    const lines = fromEva('ola@annet.example', `SV: ${TITLE}`, 'Mon, 2 Dec 2013 11:00:00 +0100', 'svar-2');
    put(session.sent!, 'hand', [...lines, 'In-Reply-To: <q-2@annet.example>'], 'Det dekker lønn og reise.');
    expect(await look(at('2013-12-02', '11:05'))).toMatchObject({ byHand: 1 });
    expect(events('Skaun')).toContain('written-by-hand');
  });

  test('her absence answers nothing', async () => {
    const lines = fromEva('postmottak@hitra.kommune.example', `SV: ${TITLE}`, 'Mon, 2 Dec 2013 11:00:00 +0100', 'auto');
    put(session.sent!, 'auto', [...lines, 'Auto-Submitted: auto-replied'], 'Jeg er borte til mandag.');
    expect(await look(at('2013-12-02', '11:05'))).toMatchObject({ byHand: 0 });
    expect(events('Hitra')).toEqual(['opened', 'letter-sent']);
  });

  test('a longer time that she gives two of them is not everybody’s deadline', async () => {
    const to = 'postmottak@hitra.kommune.example, postmottak@skaun.kommune.example';
    const lines = fromEva(to, `SV: ${TITLE}`, 'Fri, 6 Dec 2013 10:00:00 +0100', 'hand-3');
    put(session.sent!, 'hand', lines, 'Dere to får utsettelse. Svar innen 20. januar 2014.');
    await look(at('2013-12-06', '10:05'));
    expect(campaignById(register, ID)!.deadlines.map(one => one.date)).toEqual(['2013-12-12']);
  });

  test('the rest of her Sent folder is nobody’s business: nothing of it is kept', async () => {
    put(
      session.sent!,
      'privat',
      fromEva('venn@privat.example', 'Middag', 'Mon, 2 Dec 2013 11:00:00 +0100', 'p-1'),
      'Kl. 19?',
    );
    put(
      session.sent!,
      'annet',
      fromEva('postmottak@hitra.kommune.example', 'Kurs i mars', 'Mon, 2 Dec 2013 11:00:00 +0100', 'p-2'),
      'Velkommen på kurs.',
    );
    expect(await look(at('2013-12-02', '12:00'))).toMatchObject({ byHand: 0 });
    expect(register.prepare("SELECT count(*) FROM message WHERE mail_message_id LIKE '<p-%'").pluck().get()).toBe(0);
    expect(lettersOf(register)).toHaveLength(3);
    expect(events('Hitra')).toEqual(['opened', 'letter-sent']);
  });
});
