import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../src/mail-in/read-message.ts';
import { type AnsweredBefore, mayAnswerAutomatically } from '../../../src/rules/sending/may-answer-automatically.ts';
import { reply } from '../../worlds/inbox.ts';
import { at } from '../../worlds/journal.ts';

const NOW = at('2013-12-10');
const NOBODY: AnsweredBefore = { ownAddresses: ['svar@purrebot.ks.example'], lastToSender: null, lastHour: 0 };

async function answers(headers: string, before: Partial<AnsweredBefore> = {}, from?: string) {
  const raw = reply('Hitra kommune slutter seg til ordningen.', {
    more: headers,
    ...(from === undefined ? {} : { from }),
  });
  return mayAnswerAutomatically(await readMessage(Buffer.from(raw)), { ...NOBODY, ...before }, NOW);
}

describe('an automatic answer', () => {
  test.each([
    ['', 'a mail without any mark'],
    ['Auto-Submitted: no\r\n', 'one that says that a person sent it'],
    ['Auto-Submitted: no; reason=person\r\n', 'the same with a parameter'],
    ['X-Auto-Response-Suppress: None\r\n', 'one that asks for nothing'],
    ['Precedence: first-class\r\n', 'ordinary mail'],
    ['Return-Path: <postmottak@hitra.kommune.example>\r\n', 'one that can be returned'],
    ['Received: from a by b; Mon, 9 Dec 2013 10:00:00 +0100\r\n'.repeat(50), 'one that came through fifty servers'],
  ])('goes to a person («%s»: %s)', async headers => {
    expect(await answers(headers)).toEqual({ may: true });
  });

  test.each([
    ['Auto-Submitted: auto-replied\r\n'],
    ['Auto-Submitted: auto-replied; foo=bar\r\n'],
    ['Auto-Submitted:  AUTO-GENERATED \r\n'],
    ['Auto-Submitted:\r\n auto-notified\r\n'],
    ['Auto-Submitted: nonsense\r\n'],
    ['Return-Path: <>\r\n'],
    ['Return-Path: < >\r\n'],
    ['List-Id: <samhandling.lister.example>\r\n'],
    ['List-Unsubscribe: <mailto:av@lister.example>\r\n'],
    ['Precedence: bulk\r\n'],
    ['Precedence: JUNK\r\n'],
    ['Precedence: list\r\n'],
    ['X-Auto-Response-Suppress: OOF, AutoReply\r\n'],
    ['X-Autoreply: yes\r\n'],
    ['X-Purrebot-Loop: svar@purrebot.ks.example\r\n'],
    ['X-Purrebot-Loop: svar@en-annen.purrebot.example\r\n'],
    ['Received: from a by b; Mon, 9 Dec 2013 10:00:00 +0100\r\n'.repeat(51)],
  ])('never goes to a robot: %s', async headers => {
    expect(await answers(headers)).toMatchObject({ may: false });
  });

  test.each([['svar@purrebot.ks.example'], ['no-reply@hitra.kommune.example'], ['Hitra kommune']])(
    'never goes to «%s»',
    async from => {
      expect(await answers('', {}, from)).toMatchObject({ may: false });
    },
  );

  test('never goes to a report of a mail server', async () => {
    const raw = reply('--b\r\n\r\nKunne ikke leveres\r\n--b--').replace('text/plain', 'multipart/report; boundary=b');
    const message = await readMessage(Buffer.from(raw));
    expect(mayAnswerAutomatically(message, NOBODY, NOW)).toMatchObject({ may: false });
  });

  test('goes to one sender once a week', async () => {
    expect(await answers('', { lastToSender: at('2013-12-04') })).toMatchObject({ may: false });
    expect(await answers('', { lastToSender: at('2013-12-03') })).toEqual({ may: true });
  });

  test('stops altogether after twenty within an hour, and says that it is our fault', async () => {
    expect(await answers('', { lastHour: 19 })).toEqual({ may: true });
    expect(await answers('', { lastHour: 20 })).toMatchObject({ may: false, stop: true });
  });
});
