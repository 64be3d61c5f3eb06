import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { casesWithStanding } from '../../src/jobs/gather-cases.ts';
import { takeInMail } from '../../src/jobs/take-in-mail.ts';
import { openImap, type Patience } from '../../src/mail-in/imap-session.ts';
import type { MailSession } from '../../src/mail-in/mail-session.ts';
import { journalOfCase } from '../../src/register/journal.ts';
import { mailboxPosition } from '../../src/register/mailbox-items.ts';
import { countMessages } from '../../src/register/messages.ts';
import type { Register } from '../../src/register/open-register.ts';
import { storyCampaign } from '../worlds/campaign.ts';
import { makeCertificate } from '../worlds/certificate.ts';
import { type Dovecot, startDovecot } from '../worlds/dovecot.ts';
import { type FaultProxy, startFaultProxy } from '../worlds/fault-proxy.ts';
import { at } from '../worlds/journal.ts';
import { until } from '../worlds/until.ts';

const NOW = at('2013-12-31');
const QUICK: Patience = { answer: 600, connect: 2_000, silence: 600 };
const corpus = (name: string) => readFileSync(new URL(`../corpus/messages/${name}.eml`, import.meta.url));

let dovecot: Dovecot;
let register: Register;
let session: MailSession;
beforeEach(async () => {
  dovecot = await startDovecot();
  ({ register } = storyCampaign(at('2013-11-28', '09:37'), { only: ['Malvik', 'Tydal', 'Hitra'] }));
});
afterEach(async () => {
  await session.close();
  await dovecot.remove();
});

async function open(change: Partial<Dovecot['account']> = {}, patience?: Patience): Promise<MailSession> {
  const opened = await openImap({ ...dovecot.account, ...change }, () => NOW, patience);
  if ('failed' in opened) throw new Error(opened.failed);
  session = opened.session;
  return session;
}
const takeIn = () => takeInMail({ register, session }, () => NOW);
const standing = (name: string) =>
  casesWithStanding(register, '2013-samhandling').find(one => one.municipality.name === name)!;
const mail = (text: string, id = 'hitra-1', headers = '') =>
  `From: postmottak@hitra.kommune.example\r\nTo: eva.indreby@ks.example\r\nSubject: SV: Felles kommunal ressurs, samhandling med St. Olav\r\nMessage-ID: <${id}@hitra.kommune.example>\r\n${headers}Content-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`;

describe('a mailbox by IMAP', () => {
  test('INBOX and Junk are read, each mail once, at the time it arrived', async () => {
    dovecot.deliver(corpus('004'), { at: at('2013-11-28', '15:55') });
    dovecot.deliver(mail('Hitra kommune slutter seg til ordningen.'), {
      folder: 'Junk',
      at: at('2013-12-02', '10:00'),
    });
    await open();
    expect(await takeIn()).toMatchObject({ fetched: 2, known: 0 });
    expect(await takeIn()).toMatchObject({ fetched: 0, known: 0, read: [] });
    expect(standing('Malvik').standing).toMatchObject({ answer: 'joined', answeredAt: at('2013-11-28', '15:52:07') });
    // No Received line: the folder's own date.
    expect(standing('Hitra').standing).toMatchObject({ answer: 'joined', answeredAt: at('2013-12-02', '10:00') });
  });

  test('a reader leaves no mark: mails stay unseen where they are', async () => {
    dovecot.deliver(corpus('004'));
    await open();
    await takeIn();
    expect(dovecot.administer('mailbox', 'status', '-u', 'eva', 'messages unseen', 'INBOX')).toMatch(
      /messages=1.*unseen=1/,
    );
  });

  test('after another UIDVALIDITY every mail is looked at anew, and none counts twice or is lost', async () => {
    dovecot.deliver(corpus('004'));
    dovecot.deliver(mail('Hitra kommune slutter seg til ordningen.'));
    await open();
    await takeIn();
    const before = [standing('Malvik'), standing('Hitra')].map(({ one }) => journalOfCase(register, one.id));
    await session.close();
    dovecot.administer('mailbox', 'update', '-u', 'eva', '--uid-validity', '4242', 'INBOX');
    dovecot.deliver(corpus('011'));
    await open();
    expect(await takeIn()).toMatchObject({ fetched: 1, known: 2 });
    expect([standing('Malvik'), standing('Hitra')].map(({ one }) => journalOfCase(register, one.id))).toEqual(before);
    expect(standing('Tydal').standing.answer).toBe('declined');
    expect(countMessages(register)).toMatchObject({ stored: 3, unread: 0 });
    expect(mailboxPosition(register, session.inbox.name)!.position).toBe('4242:3');
  });

  test('a mail that is moved from Junk to INBOX is the same mail', async () => {
    dovecot.deliver(mail('Hitra kommune slutter seg til ordningen.'), { folder: 'Junk' });
    await open();
    await takeIn();
    dovecot.administer('move', '-u', 'eva', 'INBOX', 'mailbox', 'Junk', 'all');
    expect(await takeIn()).toMatchObject({ fetched: 0, known: 1, read: [] });
  });

  test('a mail of 41 MB is left on the server: its headers come, and a person is told', async () => {
    dovecot.deliver(
      Buffer.concat([Buffer.from(mail('Ja.', 'stor', 'X-Stor: 1\r\n')), Buffer.alloc(41 * 1024 * 1024, 'QUFB\r\n')]),
    );
    dovecot.deliver(corpus('004'));
    await open();
    expect(await takeIn()).toMatchObject({ fetched: 1, refused: 1 });
    expect(standing('Hitra').standing).toMatchObject({ answer: 'none', ball: 'review' });
    expect(standing('Malvik').standing.answer).toBe('joined');
  });

  test('mail from before IMAP_SINCE is left alone', async () => {
    dovecot.deliver(mail('Hitra kommune slutter seg til ordningen.'), { at: at('2013-11-01') });
    dovecot.deliver(corpus('004'), { at: at('2013-11-28', '15:55') });
    await open({ since: '2013-11-15' });
    expect(await takeIn()).toMatchObject({ fetched: 1 });
  });

  test('a mailbox of nothing but old mail is listed once, not at every look', async () => {
    for (let i = 0; i < 3; i++) dovecot.deliver(mail('Ja.', `gammel-${i}`), { at: at('2013-11-01') });
    await open({ since: '2013-11-15' });
    expect(await takeIn()).toMatchObject({ fetched: 0 });
    expect(mailboxPosition(register, session.inbox.name)!.position).toMatch(/:3$/);
  });

  test('of the Sent folder nothing is fetched from before the campaign, and no copy of ours', async () => {
    dovecot.deliver(mail('Gammelt brev.', 'sendt-gammel'), { folder: 'Sent', at: at('2013-01-01') });
    await open();
    const sent = { messageId: '<p1.a@purrebot.ks.example>', sentAt: at('2013-12-01') };
    const kept = await session.keepCopy({
      ...sent,
      bytes: Buffer.from(`Message-ID: ${sent.messageId}\r\n\r\nBrev\r\n`),
    });
    expect(kept).toEqual({ outcome: 'kept', item: expect.stringMatching(/:2$/) });
    expect(await session.keepCopy({ ...sent, bytes: Buffer.from('x') })).toEqual({
      outcome: 'there already',
      item: null,
    });
    expect(dovecot.mailsIn('Sent')).toHaveLength(2);
    expect(await takeIn()).toMatchObject({ byHand: 0 });
    expect(mailboxPosition(register, session.sent!.name)!.position).toMatch(/:2$/);
  });

  test('handled mail is moved to the folder of the settings; what waits for a person stays', async () => {
    dovecot.deliver(corpus('004'));
    dovecot.deliver(mail('Hva koster det?', 'hitra-q'));
    await open({ handledFolder: 'Ferdig' });
    expect(await takeIn()).toMatchObject({ moved: 1 });
    expect(dovecot.mailsIn('Ferdig')).toHaveLength(1);
    expect(dovecot.mailsIn('INBOX')).toHaveLength(1);
    expect(await takeIn()).toMatchObject({ fetched: 0, moved: 0 });
  });

  test('the server tells of new mail within a second or two', async () => {
    await open();
    await takeIn();
    let news = 0;
    session.onNews(() => {
      news += 1;
    });
    await session.rest();
    await new Promise(resolve => setTimeout(resolve, 300));
    dovecot.deliver(corpus('004'));
    await until('news from the server', () => news > 0, 5);
  });

  test('a password that is wrong is told as that, and as nothing to try again soon', async () => {
    await open();
    const refused = await openImap({ ...dovecot.account, password: 'nope' }, () => NOW);
    expect(refused).toEqual({ failed: expect.stringContaining('IMAP_PASSWORD'), refused: true });
    const nobody = await openImap({ ...dovecot.account, port: 1 }, () => NOW);
    expect(nobody).toEqual({ failed: expect.stringContaining('ingen svarer på porten'), refused: false });
  });

  test('a folder of the settings that is not there is told by its setting', async () => {
    await open();
    const opened = await openImap({ ...dovecot.account, sentFolder: 'Sendt' }, () => NOW);
    expect(opened).toEqual({
      failed: expect.stringMatching(/^IMAP_SENT_FOLDER: .*«Sendt»/),
      refused: true,
    });
  });

  test('without the encryption that the settings ask for there is no login', async () => {
    await open();
    const plain = await openImap({ ...dovecot.account, security: 'starttls' }, () => NOW, QUICK);
    expect(plain).toMatchObject({ failed: expect.any(String) });
    const folder = mkdtempSync(join(tmpdir(), 'purrebot-tls-'));
    const tls = await startDovecot({ tls: makeCertificate() });
    // A certificate that nobody we know has signed.
    const unknown = await openImap({ ...tls.account, port: tls.tlsPort, security: 'tls' }, () => NOW);
    expect(unknown).toMatchObject({ failed: expect.stringContaining('ukjent utsteder') });
    await tls.remove();
    rmSync(folder, { recursive: true });
  });
});

describe('a line that is broken', () => {
  let proxy: FaultProxy;
  beforeEach(async () => {
    proxy = await startFaultProxy(dovecot.port);
  });
  afterEach(() => proxy.stop());

  test('a connection that carries nothing more, without a word, is given up after the patience', async () => {
    await open({ port: proxy.port }, QUICK);
    await takeIn();
    proxy.goSilent();
    dovecot.deliver(corpus('004'));
    await expect(takeIn()).rejects.toThrow();
    expect(await session.closed).toContain('tjeneren svarer ikke');
    await open({ port: proxy.port }, QUICK);
    expect(await takeIn()).toMatchObject({ fetched: 1 });
  });

  test('what was fetched before a cut is there, the rest comes with the next connection', async () => {
    for (let i = 0; i < 120; i++) dovecot.deliver(mail(`Melding ${i}`, `m${i}`));
    await open({ port: proxy.port }, QUICK);
    let seen = 0;
    const cutAfter = { register, session, progress: () => void (++seen === 70 && proxy.cut()) };
    await takeInMail(cutAfter, () => NOW).catch(() => undefined);
    await open({ port: proxy.port }, QUICK);
    await takeIn();
    expect(countMessages(register)).toMatchObject({ stored: 120, unread: 0 });
  });
});
