import { describe, expect, test } from 'vitest';
import { mailClass } from '../../../src/rules/replies/mail-class.ts';
import { understandReply } from '../../../src/rules/replies/understand-reply.ts';
import { KNOWN } from './read-mail.ts';
import { reportPart, serverMail } from './server-mail.ts';

const report = (...lines: string[]) => serverMail({ attachments: [reportPart(...lines)] });
const told = (...lines: string[]) => mailClass(report(...lines));

describe('a report with fields (RFC 3464)', () => {
  test('names each recipient with what happened and its code', () => {
    expect(
      told(
        'Final-Recipient: rfc822; Ole@Lidal.kommune.example',
        'Action: failed',
        'Status: 5.1.1',
        '',
        'Final-Recipient: rfc822;kari@fjordvik.kommune.example',
        'Action: delayed',
        'Status: 4.4.1 (no answer)',
        '',
        'Final-Recipient: rfc822; ok@fjordvik.kommune.example',
        'Action: relayed',
        'Status: 2.0.0',
      ),
    ).toEqual({
      kind: 'bounce',
      recipients: [
        { address: 'ole@lidal.kommune.example', action: 'failed', status: '5.1.1' },
        { address: 'kari@fjordvik.kommune.example', action: 'delayed', status: '4.4.1' },
      ],
    });
  });

  test('without the blank lines between recipients is the same report', () => {
    const { recipients } = told(
      'Action: failed',
      'Final-Recipient: rfc822; a@b.example',
      'Status: 5.2.2',
      'Action: failed',
      'Final-Recipient: rfc822; c@d.example',
      'Status: 5.1.1',
    );
    expect(recipients.map(({ address, status }) => `${address} ${status}`)).toEqual([
      'a@b.example 5.2.2',
      'c@d.example 5.1.1',
    ]);
  });

  test('tells the address that we wrote to, not the one that it was forwarded to', () => {
    const { recipients } = told(
      'Original-Recipient: rfc822;postmottak@lidal.kommune.example',
      'Final-Recipient: rfc822;arkiv-intern@lidal.local.example',
      'Action: failed',
      'Status: 5.1.1',
    );
    expect(recipients[0]?.address).toBe('postmottak@lidal.kommune.example');
  });

  test.each([
    ['5.0.0', 'smtp; 550 5.7.1 Relaying denied', '5.7.1'],
    ['4.4.7', 'smtp; 450 4.2.2 mailbox full', '4.2.2'],
    ['5.1.1', 'smtp; 550 no such user at 192.0.2.5.1', '5.1.1'],
    ['5.2.2', 'X-Postfix; host mx[5.1.1.1] said no', '5.2.2'],
  ])('of Status %s and «%s» the more telling code counts', (status, diagnostic, expected) => {
    const { recipients } = told(
      'Final-Recipient: rfc822; a@b.example',
      'Action: failed',
      `Status: ${status}`,
      `Diagnostic-Code: ${diagnostic}`,
    );
    expect(recipients[0]?.status).toBe(expected);
  });

  test('takes the code from its own text when the fields only say that it failed', () => {
    const attachments = [reportPart('Final-Recipient: rfc822; a@b.example', 'Action: failed', 'Status: 5.0.0')];
    const text = 'An error has occurred.\n\na@b.example: 550 5.7.26 not authenticated';
    expect(mailClass(serverMail({ attachments, text })).recipients[0]?.status).toBe('5.7.26');
  });

  test('of deliveries that went well is no bounce', () => {
    expect(told('Final-Recipient: rfc822; a@b.example', 'Action: delivered', 'Status: 2.0.0').kind).toBe('none');
  });

  test('whose parts were lost on the way is read from the text', () => {
    const text = 'See transcript.\n\nFinal-Recipient: RFC822; a@b.example\nAction: failed\nStatus: 5.3.0\n';
    expect(mailClass(serverMail({ text }))).toMatchObject({
      kind: 'bounce',
      recipients: [{ address: 'a@b.example', status: '5.3.0' }],
    });
  });

  test('inside another mail of a server is found', () => {
    const inner = report('Final-Recipient: rfc822; a@b.example', 'Action: failed', 'Status: 5.1.1');
    const text = '----- The following addresses had permanent delivery errors -----';
    expect(mailClass(serverMail({ text, attachedMessages: [inner] })).recipients[0]?.address).toBe('a@b.example');
  });

  test('that a colleague forwards with few words is one; with a letter above it is a letter', () => {
    const fields = '> Final-Recipient: RFC822; a@b.example\n> Action: failed\n> Status: 5.1.1';
    const from = { name: 'Kari', address: 'kari@ks.example' };
    const forwarded = (own: string) =>
      mailClass(
        serverMail({
          from,
          subject: 'VS: Undeliverable: Felles',
          text: `${own}\n\n-----Opprinnelig melding-----\n${fields}`,
        }),
      ).kind;
    expect(forwarded('Til orientering.')).toBe('bounce');
    expect(
      forwarded(
        'Vi fikk denne i retur da vi svarte dere. Fjordvik kommune slutter seg til ordningen fra nyttår, slik dere ba om.',
      ),
    ).toBe('none');
  });
});

describe('the reading of a report', () => {
  test('names municipality and campaign, and shows the lines that say so', () => {
    const returned = serverMail({ messageId: '<request@ks.example>' });
    const reading = understandReply(
      {
        ...report('Final-Recipient: rfc822; postmottak@lidal.kommune.example', 'Action: failed', 'Status: 5.1.1'),
        attachedMessages: [returned],
      },
      KNOWN,
    );
    expect(reading).toMatchObject({
      kind: 'bounce',
      permanent: true,
      municipalities: ['Lidal'],
      campaign: 'digital',
      review: false,
    });
    expect(reading.evidence).toEqual([
      {
        field: 'recipients',
        text: 'Final-Recipient: rfc822; postmottak@lidal.kommune.example',
        part: 'message-delivery-status',
      },
      { field: 'permanent', text: 'Status: 5.1.1', part: 'message-delivery-status' },
    ]);
  });

  test('of a mixed report counts only those that failed', () => {
    const mixed = report(
      'Final-Recipient: rfc822; a@lidal.kommune.example',
      'Action: failed',
      '',
      'Final-Recipient: rfc822; b@lidal.kommune.example',
      'Action: delayed',
    );
    expect(understandReply(mixed, KNOWN)).toMatchObject({ permanent: true, recipients: ['a@lidal.kommune.example'] });
  });

  test('that names nobody goes to a person', () => {
    expect(understandReply(serverMail({ text: 'Your message could not be delivered.' }), KNOWN)).toMatchObject({
      kind: 'bounce',
      recipients: [],
      review: true,
    });
  });

  test('is a reading even when the mail was cut on the way', () => {
    const cut = {
      ...report('Final-Recipient: rfc822; a@b.example', 'Action: failed'),
      problem: 'Meldingen er ufullstendig.',
    };
    expect(understandReply(cut, KNOWN)).toMatchObject({ kind: 'bounce', recipients: ['a@b.example'], review: false });
  });
});

describe('complaints', () => {
  test.each([
    ['RFC 5965', { headers: [{ name: 'content-type', value: 'multipart/report; report-type="feedback-report"' }] }],
    ['Microsoft', { subject: 'complaint about message from 192.0.2.5' }],
    ['Amazon', { text: '{"notificationType":"Complaint","complaint":{"complainedRecipients":[]}}' }],
  ])('of %s are no bounce and no answer', (_name, changes) => {
    const message = serverMail({ from: { name: '', address: 'staff@post.example' }, ...changes });
    expect(mailClass(message)).toEqual({ kind: 'feedback', recipients: [] });
    expect(understandReply(message, KNOWN)).toMatchObject({ kind: 'other', review: false });
  });
});

test('a line of a million letters or quotes is read in under a second', () => {
  for (const sign of [
    'a',
    ' ',
    '<',
    '>',
    '@',
    '.',
    '-',
    '\n',
    '5',
    ':',
    '\t',
    'a@',
    'mail ',
    '550 ',
    'to ',
    '\n ',
    'deliver ',
  ]) {
    const text = `Could not be delivered:\n${sign.repeat(1_000_000 / sign.length)}`;
    const started = performance.now();
    mailClass(serverMail({ text, headers: [{ name: 'x-failed-recipients', value: text }] }));
    mailClass(serverMail({ attachments: [{ ...reportPart(), text: `Final-Recipient: ${text}` }] }));
    mailClass(serverMail({ from: { name: text, address: '' }, subject: text, text, htmlText: text }));
    expect(performance.now() - started, JSON.stringify(sign)).toBeLessThan(1000);
  }
});
