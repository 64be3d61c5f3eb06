import { copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fetchNewMail } from '../../src/jobs/fetch-new-mail.ts';
import { casesWithStanding } from '../../src/jobs/gather-cases.ts';
import { mailFolder } from '../../src/mail-in/mail-folder.ts';
import { openReviews } from '../../src/register/journal.ts';
import { countMessages } from '../../src/register/messages.ts';
import type { Register } from '../../src/register/open-register.ts';
import { storyCampaign } from '../worlds/campaign.ts';
import { at } from '../worlds/journal.ts';

const NOW = at('2013-12-31');
const corpus = (name: string) => new URL(`../corpus/messages/${name}.eml`, import.meta.url);

let inbox: string;
let register: Register;
beforeEach(() => {
  inbox = mkdtempSync(join(tmpdir(), 'purrebot-innboks-'));
  ({ register } = storyCampaign(at('2013-11-28', '09:37'), { only: ['Malvik', 'Tydal', 'Hitra', 'Skaun'] }));
});
afterEach(() => rmSync(inbox, { recursive: true }));

const receive = () => fetchNewMail({ register, mailbox: mailFolder(inbox, () => NOW) }, () => NOW);
const put = (name: string, content: string | Uint8Array) => writeFileSync(join(inbox, name), content);
const standing = (name: string) =>
  casesWithStanding(register, '2013-samhandling').find(one => one.municipality.name === name)!.standing;

const mail = (body: string, headers = '') =>
  `From: postmottak@hitra.kommune.example\r\nTo: eva.indreby@ks.example\r\nSubject: SV: Felles kommunal ressurs, samhandling med St. Olav\r\nDate: Mon, 9 Dec 2013 10:00:00 +0100\r\nMessage-ID: <hitra-1@hitra.kommune.example>\r\n${headers}Content-Type: text/plain; charset=utf-8\r\n\r\n${body}`;

describe('taking mail in from a folder', () => {
  test('each mail is stored once and has its effect once, however often the folder is read', async () => {
    copyFileSync(corpus('004'), join(inbox, 'svar.eml'));
    expect(await receive()).toMatchObject({ fetched: 1, known: 0 });
    expect(await receive()).toMatchObject({ fetched: 0, known: 0, read: [] });
    expect(standing('Malvik')).toMatchObject({ answer: 'joined', answeredAt: at('2013-11-28', '15:52:07') });
    expect(countMessages(register)).toMatchObject({ stored: 1, unread: 0 });
  });

  test('the same bytes under another name are linked and have no effect of their own', async () => {
    copyFileSync(corpus('004'), join(inbox, 'a.eml'));
    await receive();
    copyFileSync(corpus('004'), join(inbox, 'b.eml'));
    expect(await receive()).toMatchObject({ fetched: 0, known: 1, read: [] });
    expect(countMessages(register).stored).toBe(1);
  });

  test('a mail uploaded again with other transport headers is linked; other words under the same id are a mail of their own', async () => {
    put('1.eml', mail('Hitra kommune slutter seg til ordningen.\r\n'));
    await receive();
    put('2.eml', mail('Hitra kommune slutter seg til ordningen.\r\n', 'X-Moved: yes\r\n'));
    expect((await receive()).read).toMatchObject([{ outcome: 'duplicate' }]);
    put('3.eml', mail('Hitra kommune slutter seg ikke til ordningen likevel.\r\n'));
    expect((await receive()).read).toMatchObject([{ outcome: 'read' }]);
    expect(standing('Hitra')).toMatchObject({ answer: 'joined', ball: 'review' });
  });

  test('a Maildir is read in new and cur, and a mail that gets a flag is the same mail', async () => {
    for (const part of ['new', 'cur', 'tmp']) mkdirSync(join(inbox, part));
    copyFileSync(corpus('004'), join(inbox, 'new', '1385650327.M1.ks'));
    expect(await receive()).toMatchObject({ fetched: 1 });
    renameSync(join(inbox, 'new', '1385650327.M1.ks'), join(inbox, 'cur', '1385650327.M1.ks:2,S'));
    expect(await receive()).toMatchObject({ fetched: 0, known: 0 });
  });

  test.each([
    ['an empty mail', ''],
    ['a mail without headers', '\r\nbare tekst uten hode'],
    ['headers alone', 'From: postmottak@hitra.kommune.example\r\nSubject: Svar'],
    ['an unknown charset', mail('Ja').replace('utf-8', 'x-klingon-8')],
    [
      'a multipart that never closes',
      mail('--x\r\nContent-Type: text/plain\r\n\r\nJa').replace(
        'text/plain; charset=utf-8',
        'multipart/mixed; boundary=x',
      ),
    ],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256))],
  ])('%s is kept, never stops the rest, and closes no case', async (_what, content) => {
    put('0-bad.eml', content);
    copyFileSync(corpus('004'), join(inbox, 'svar.eml'));
    const result = await receive();
    expect(result.fetched).toBe(2);
    expect(standing('Malvik').answer).toBe('joined');
    expect(['Hitra', 'Tydal', 'Skaun'].map(name => standing(name).closed)).toEqual([false, false, false]);
  });

  test('a mail without anything to read stands on the review list with what to do', async () => {
    put('tom.eml', '');
    await receive();
    expect(openReviews(register)).toHaveLength(1);
  });

  test('a mail of 30 MB is kept and goes to a person, who sees whose it is; one of more than 40 MB is left, and said', async () => {
    const heavy = (megabytes: number) =>
      mail(
        '--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHitra kommune slutter seg til ordningen.\r\n--b\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=stor.bin\r\n\r\n'.concat(
          'QUFB'
            .repeat(19)
            .concat('\r\n')
            .repeat((megabytes * 1024 * 1024) / 78),
          '--b--\r\n',
        ),
      ).replace('text/plain; charset=utf-8', 'multipart/mixed; boundary=b');
    put('30.eml', heavy(30));
    put('41.eml', heavy(41));
    expect(await receive()).toMatchObject({ fetched: 1, refused: 1 });
    expect(standing('Hitra')).toMatchObject({ answer: 'none', ball: 'review' });
    expect(countMessages(register).refused).toBe(1);
  }, 30_000);

  test('a decline is a decline, with the sentence that it rests on', async () => {
    copyFileSync(corpus('011'), join(inbox, 'svar.eml'));
    await receive();
    expect(standing('Tydal')).toMatchObject({ answer: 'declined', closed: true });
    const sentence = standing('Tydal').details!.evidence.find(one => one.field === 'conclusion')!;
    expect(sentence).toMatchObject({
      part: 'body',
      text: expect.stringContaining('ikke rom for å bidra'),
    });
  });
});
