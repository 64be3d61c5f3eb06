import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compareWithServer } from '../../src/jobs/compare-with-server.ts';
import { casesWithStanding } from '../../src/jobs/gather-cases.ts';
import { takeInMail } from '../../src/jobs/take-in-mail.ts';
import { openImap } from '../../src/mail-in/imap-session.ts';
import type { MailSession } from '../../src/mail-in/mail-session.ts';
import { lastComparisons } from '../../src/register/mailbox-comparisons.ts';
import { mailboxPosition, notePosition } from '../../src/register/mailbox-items.ts';
import { countMessages } from '../../src/register/messages.ts';
import type { Register } from '../../src/register/open-register.ts';
import { storyCampaign } from '../worlds/campaign.ts';
import { type Dovecot, startDovecot } from '../worlds/dovecot.ts';
import { reply } from '../worlds/inbox.ts';
import { at } from '../worlds/journal.ts';

const NOW = at('2013-12-31');
const MALVIK = readFileSync(new URL('../corpus/messages/004.eml', import.meta.url));

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

async function open(change: Partial<Dovecot['account']> = {}): Promise<void> {
  const opened = await openImap({ ...dovecot.account, ...change }, () => NOW);
  if ('failed' in opened) throw new Error(opened.failed);
  session = opened.session;
}
const look = () => takeInMail({ register, session }, () => NOW);
const compare = async () => (await compareWithServer({ register, session }, () => NOW)).comparisons;
const answer = (name: string) =>
  casesWithStanding(register, '2013-samhandling').find(one => one.municipality.name === name)!.standing.answer;

/** As after a fault of ours, or of the server's list: the mailbox counts as read behind mails that nobody fetched. */
function passOver(mailbox: { name: string }, count: number): void {
  const [validity, uid] = mailboxPosition(register, mailbox.name)!.position.split(':');
  notePosition(register, mailbox.name, `${validity}:${Number(uid) + count}`);
}

describe('the comparison with the server', () => {
  test('finds and reads what no look ever fetched, in INBOX and Junk, and says so; the next one finds nothing', async () => {
    dovecot.deliver(reply('Takk.', { id: 'første' }), { at: at('2013-11-29') });
    dovecot.deliver(reply('Takk.', { id: 'annen' }), { folder: 'Junk', at: at('2013-11-29') });
    await open();
    await look();
    dovecot.deliver(MALVIK, { at: at('2013-11-30') });
    dovecot.deliver(reply('Hitra kommune slutter seg til ordningen.', { id: 'svar' }), {
      folder: 'Junk',
      at: at('2013-11-30'),
    });
    passOver(session.inbox, 1);
    passOver(session.junk!, 1);
    expect(await look()).toMatchObject({ fetched: 0 });
    expect([answer('Malvik'), answer('Hitra')]).not.toContain('joined');

    const positions = [session.inbox, session.junk!].map(one => mailboxPosition(register, one.name));
    expect(await compare()).toMatchObject([
      { there: 2, missed: 1, gone: 0, since: '2013-11-14' },
      { there: 2, missed: 1, gone: 0 },
    ]);
    expect([answer('Malvik'), answer('Hitra')]).toEqual(['joined', 'joined']);
    expect([session.inbox, session.junk!].map(one => mailboxPosition(register, one.name))).toEqual(positions);
    expect(lastComparisons(register).map(one => one.missed)).toEqual([1, 1]);
    expect(await compare()).toMatchObject([{ missed: 0 }, { missed: 0 }]);
    expect(await look()).toMatchObject({ fetched: 0, known: 0 });
  });

  test('counts what people have moved or deleted, and keeps it', async () => {
    dovecot.deliver(MALVIK, { at: at('2013-11-30') });
    dovecot.deliver(reply('Hitra kommune slutter seg til ordningen.'), { at: at('2013-12-02') });
    await open();
    await look();
    expect(await compare()).toMatchObject([{ there: 2, gone: 0 }, { there: 0 }]);
    dovecot.administer('expunge', '-u', 'eva', 'mailbox', 'INBOX', 'header', 'From', 'hitra');
    expect(await compare()).toMatchObject([{ there: 1, missed: 0, gone: 1 }, { there: 0 }]);
    expect(answer('Hitra')).toBe('joined');
  });

  test('says nothing of mail that we moved away ourselves', async () => {
    dovecot.deliver(MALVIK, { at: at('2013-11-30') });
    await open({ handledFolder: 'Ferdig' });
    expect(await look()).toMatchObject({ moved: 1 });
    expect(await compare()).toMatchObject([{ there: 0, missed: 0, gone: 0 }, { there: 0 }]);
  });

  test('asks for no mail from before the requests, or before IMAP_SINCE', async () => {
    dovecot.deliver(reply('Gammelt.', { id: 'a' }), { at: at('2013-11-01') });
    dovecot.deliver(reply('Like før.', { id: 'b' }), { at: at('2013-11-20') });
    dovecot.deliver(MALVIK, { at: at('2013-11-30') });
    await open({ since: '2013-11-25' });
    expect(await compare()).toMatchObject([{ there: 1, missed: 1 }, { there: 0 }]);
    await session.close();
    await open();
    expect(await compare()).toMatchObject([{ there: 2, missed: 1 }, { there: 0 }]);
    expect(countMessages(register)).toMatchObject({ stored: 2, unread: 0 });
  });

  test('after another UIDVALIDITY takes nothing for missed that a look has found again, nor for gone', async () => {
    dovecot.deliver(MALVIK, { at: at('2013-11-30') });
    await open();
    await look();
    await session.close();
    dovecot.administer('mailbox', 'update', '-u', 'eva', '--uid-validity', '4242', 'INBOX');
    await open();
    await look();
    expect(await compare()).toMatchObject([{ there: 1, missed: 0, gone: 0 }, { there: 0 }]);
  });
});
