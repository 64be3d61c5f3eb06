import { describe, expect, test } from 'vitest';
import { addOutgoing } from '../../src/register/messages.ts';
import { badMailRegister, takenIn } from '../worlds/bad-mail.ts';
import { mail, parts, typed } from '../worlds/hostile-mail.ts';
import { inbox } from '../worlds/inbox.ts';
import { at } from '../worlds/journal.ts';

const YES = 'Hitra kommune slutter seg til ordningen.';
const NO = 'Hitra kommune slutter seg ikke til ordningen.';
const HITRA = 'postmottak@hitra.kommune.example';

type Row = [number: string, what: string, mails: (string | Uint8Array)[], effect: string, why?: string];

/** A server's report about an address. */
function report(action: string, recipient: string): Buffer {
  const fields = `Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; ${recipient}\r\nAction: ${action}\r\nStatus: 5.1.1\r\n`;
  const body = parts(
    'report; report-type=delivery-status',
    'Om meldingen din.',
    typed('message/delivery-status', fields),
  );
  return mail(body, { from: 'mailer-daemon@mx.example', subject: 'Delivery report', more: ['Return-Path: <>'] });
}

/** The numbers are those of the list of bad inputs (README.md). */
describe('headers that lie or are broken', () => {
  test.each<Row>([
    [
      '18',
      'another answer under the same Message-ID: both are kept, a person sees it',
      [mail(YES), mail(NO)],
      'review',
      'id er brukt på nytt',
    ],
    [
      '18a',
      'the same answer with other transport headers',
      [mail(YES), mail(YES, { more: ['Received: from a by b'] })],
      'linked',
    ],
    ['20a', 'no Message-ID', [mail(YES, { id: '' })], 'joined'],
    ['20b', 'an empty Message-ID', [mail(YES, { id: '', more: ['Message-ID: <>'] })], 'joined'],
    ['20c', 'a Message-ID of 10 kB', [mail(YES, { id: 'x'.repeat(10_000) })], 'joined'],
    ['20d', 'a Message-ID with a NUL', [mail(YES, { id: 'a\0b' })], 'joined'],
    ['20e', 'a Message-ID cut by a line break', [mail(YES, { id: 'a\r\n b' })], 'joined'],
    [
      '23a',
      'a subject of 100 kB',
      [mail(YES, { subject: `SV: ${'Felles kommunal ressurs '.repeat(4200)}` })],
      'joined',
    ],
    ['23b', 'a subject of emoji alone', [mail(YES, { subject: '👍🎉' })], 'joined'],
    [
      '23c',
      'a subject that turns the direction of reading',
      [mail(YES, { subject: 'SV: \u202eressurs\u202c' })],
      'joined',
    ],
    ['23d', 'a subject of zero-width signs', [mail(YES, { subject: '\u200b\u200d\u2060' })], 'joined'],
    // Reports that do not show which letter of ours they are about count for nothing (26).
    ['25', 'a delivery report', [report('failed', HITRA)], 'doubted'],
    [
      '25a',
      'a delivery report with a yes above it',
      [
        mail(
          parts(
            'report; report-type=delivery-status',
            YES,
            typed(
              'message/delivery-status',
              `Reporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; ${HITRA}\r\nAction: failed\r\nStatus: 5.1.1\r\n`,
            ),
          ),
          { from: 'mailer-daemon@hitra.kommune.example', more: ['Return-Path: <>'] },
        ),
      ],
      'doubted',
    ],
    ['26a', 'a report about an address of nobody', [report('failed', 'ukjent@annet.example')], 'nothing'],
    ['27b', 'a report that it was relayed', [report('relayed', HITRA)], 'nothing'],
    ['27c', 'a report that it was expanded', [report('expanded', HITRA)], 'nothing'],
    [
      '28',
      'a report in Norwegian without its fields',
      [
        mail(`Meldingen din til ${HITRA} kunne ikke leveres. Mottakeren finnes ikke.`, {
          from: 'postmaster@mx.example',
          subject: 'Kan ikke leveres: Felles kommunal ressurs',
        }),
      ],
      'doubted',
    ],
    [
      '28a',
      'such a report that names no address',
      [
        mail('Meldingen kunne ikke leveres.', {
          from: 'postmaster@hitra.kommune.example',
          subject: 'Kan ikke leveres: Felles kommunal ressurs',
        }),
      ],
      'doubted',
    ],
  ])('%s: %s', async (_number, _what, mails, effect, why = '') => {
    const got = await takenIn(...mails);
    expect([got.effect, got.why]).toEqual([effect, expect.stringContaining(why)]);
  });

  test('19: an id of our own letter does not make somebody else’s words ours, nor an answer', async () => {
    const register = badMailRegister();
    const ours = '<p1.request@purrebot.ks.example>';
    const letter = {
      bytes: Buffer.from('brev'),
      sha256: 'x',
      messageId: ours,
      from: 'eva.indreby@ks.example',
      subject: 'x',
    };
    const id = addOutgoing(register, letter, at('2013-11-28'));
    register.prepare('UPDATE letter SET mail_message_id = ?, message_id = ? WHERE id = 1').run(ours, id);
    const back = (from: string) => mail(YES, { from, id: '', more: [`Message-ID: ${ours}`] });
    const results = await inbox(register, at('2013-12-09')).receive(back('eva.indreby@ks.example'), back(HITRA));
    expect(results).toMatchObject([{ outcome: 'duplicate' }, { outcome: 'read', review: true }]);
    expect(register.prepare("SELECT count(*) FROM journal WHERE event = 'answered'").pluck().get()).toBe(0);
  });

  test.each([
    ['21a', 'none', null],
    ['21b', 'of 1970', 'Thu, 1 Jan 1970 00:00:00 +0000'],
    ['21c', 'of 2099', 'Fri, 1 Jan 2099 00:00:00 +0000'],
    ['21d', 'of 31 February', 'Sat, 31 Feb 2014 10:00:00 +0100'],
    ['21e', 'in a zone that is none', 'Mon, 9 Dec 2013 10:00:00 +9900'],
    ['21f', 'in words', 'i går'],
    ['21g', 'a year ahead', 'Tue, 9 Dec 2014 10:00:00 +0100'],
    ['21h', 'two, the first a year ahead', 'Tue, 9 Dec 2014 10:00:00 +0100\r\nDate: Mon, 9 Dec 2013 10:00:00 +0100'],
  ])('%s: a Date %s: its days are reckoned from its arrival', async (_number, _what, date) => {
    const more = date === null ? [] : [`Date: ${date}`];
    const got = await takenIn(mail('Saken behandles i kommunestyret 30. januar.', { more }));
    expect([got.effect, got.reading.expectedBy]).toEqual(['deferred', '2014-01-30']);
  });

  test('22: a line break and an escape in a subject are blanks', async () => {
    const subject = `=?utf-8?B?${Buffer.from('SV: ressurs\r\nBcc: x@evil.example\u001b[2J\u0000').toString('base64')}?=`;
    const { register, effect } = await takenIn(mail(YES, { subject }));
    const kept = register.prepare('SELECT subject FROM message WHERE direction = ?').pluck().get('in') as string;
    expect([effect, /\p{Cc}/u.test(kept)]).toEqual(['joined', false]);
  });

  test.each([
    ['24a', '10,000 headers', Array.from({ length: 10_000 }, (_, n) => `X-${n}: ${'y'.repeat(60)}`)],
    ['24b', 'a header of 5 MB', [`X-Long: ${'y'.repeat(5_000_000)}`]],
    ['24c', 'a header folded 100,000 times', [`X-Folded: a${'\r\n b'.repeat(100_000)}`]],
    ['24d', '100,000 Received lines', Array.from({ length: 100_000 }, () => 'Received: from a by b')],
  ])('%s: of a mail with %s it is still known whose case must wait', async (_number, _what, more) => {
    const before = process.cpuUsage();
    const { effect, hitra } = await takenIn(mail(YES, { more }));
    const { user } = process.cpuUsage(before);
    expect(['set aside', 'review']).toContain(effect);
    expect(hitra).toMatchObject({ answer: 'none', ball: 'review' });
    // The list says two seconds; this machine is shared.
    expect(user / 1e6).toBeLessThan(8);
  });

  test('26b: a report about an address that we never wrote to silences no reminder', async () => {
    const { hitra } = await takenIn(report('failed', 'ukjent@hitra.kommune.example'));
    expect(hitra.delivery).not.toBe('bounced hard');
  });

  test('27a: a report of a delay is no failure', async () => {
    const { effect, reading, hitra } = await takenIn(report('delayed', HITRA));
    expect([effect, reading.permanent]).toEqual(['doubted', false]);
    expect(hitra.delivery).not.toBe('bounced hard');
  });
});
