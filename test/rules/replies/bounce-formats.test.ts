import { describe, expect, test } from 'vitest';
import { mailClass } from '../../../src/rules/replies/mail-class.ts';
import { MAILER_DAEMON, OUTLOOK, POSTMASTER, reportPart, serverMail } from './server-mail.ts';

/** Subject, body without a report part, and who failed with which code. */
type Row = [string, typeof MAILER_DAEMON, string, string, string];

const say = (from: typeof MAILER_DAEMON, subject: string, text: string) => {
  const { kind, recipients } = mailClass(serverMail({ from, subject, text }));
  return `${kind}: ${recipients.map(({ address, status }) => `${address} ${status}`).join(', ')}`;
};

describe('failures that servers tell in their own words', () => {
  test.each<Row>([
    [
      'Postfix',
      MAILER_DAEMON,
      'Undelivered Mail Returned to Sender',
      'This is the mail system at host mx.\n\n<ole@a.example>: host mx[192.0.2.1] said: 550 5.1.1 <ole@a.example>: no (in\n    reply to RCPT TO command)\n\n<k@b.example> (expanded from <kari@a.example>): mail for b.example\n    loops back to myself',
      'bounce: ole@a.example 5.1.1, kari@a.example null',
    ],
    [
      'qmail',
      MAILER_DAEMON,
      'failure notice',
      "Hi. This is the qmail-send program at mx.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<ole@a.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nTo: kari@a.example",
      'bounce: ole@a.example 5.1.1',
    ],
    [
      'Exim',
      MAILER_DAEMON,
      'Mail delivery failed: returning message to sender',
      'A message that you sent could not be delivered to one or more of its\nrecipients. The following address(es) failed:\n\n  ole@a.example\n    Unrouteable address\n\n------ This is a copy of the message ------\nTo: kari@a.example',
      'bounce: ole@a.example 5.1.1',
    ],
    [
      'sendmail of old',
      MAILER_DAEMON,
      'Returned mail: Host unknown',
      '   ----- Transcript of session follows -----\n550 <ole@a.example>... Host unknown\n>>> RCPT To:<kari@b.example>\n<<< 550 No such user\n\n   ----- Unsent message follows -----\nTo: nina@c.example',
      'bounce: ole@a.example 5.1.2, kari@b.example 5.1.1',
    ],
    [
      'Exchange 2003, Norwegian',
      POSTMASTER,
      'Kan ikke leveres: Felles ressurs',
      'Meldingen\n\n  Til:   ola.nes@a.example\n  Emne:  Felles ressurs\n\nnådde ikke følgende mottaker(e):\n\nola.nes@a.example den 01.09.2026 10:01\n    E-postkontoen finnes ikke i organisasjonen.\n            <mx.a.example #5.1.1>',
      'bounce: ola.nes@a.example 5.1.1',
    ],
    [
      'Exchange 2010, Norwegian',
      POSTMASTER,
      'Kan ikke leveres: Felles ressurs',
      "Leveringen til disse mottakerne eller gruppene mislyktes:\n\nole@a.example\nE-postadressen du skrev inn, ble ikke funnet.\n\nDiagnoseinformasjon for administratorer:\n\nole@a.example\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound'\n\nOpprinnelige meldingshoder:\n\nTo: kari@a.example",
      'bounce: ole@a.example 5.1.10',
    ],
    [
      'Microsoft 365, Norwegian',
      OUTLOOK,
      'Ikke levert: Felles ressurs',
      'Meldingen til postmottak@a.example kunne ikke leveres.\n\npostmottak ble ikke funnet på a.example.\n\nHandling kreves av mottaker\nUkjent til-adresse',
      'bounce: postmottak@a.example 5.1.1',
    ],
    [
      'nynorsk',
      POSTMASTER,
      'Kan ikkje leverast: Felles',
      'Meldinga di til a@b.example kunne ikkje leverast.',
      'bounce: a@b.example null',
    ],
    [
      'Domino',
      POSTMASTER,
      'DELIVERY FAILURE: User ole not listed',
      'Your message\n\n  Subject: Felles\n\nwas not delivered to:\n\n  ole@a.example\n\nbecause:\n\n  User ole (kari@b.example) not listed in Domino Directory',
      'bounce: ole@a.example 5.1.1',
    ],
    [
      'GroupWise',
      POSTMASTER,
      'Message status - undeliverable',
      'The message that you sent was undeliverable to the following:\n\tole@a.example (user not found)\n\nPossibly truncated original message follows:\nTo: kari@a.example',
      'bounce: ole@a.example 5.1.1',
    ],
    [
      'MDaemon',
      POSTMASTER,
      'Permanent delivery failure',
      'The following addresses did NOT receive a copy of your message:\n\n> ole@a.example\n\n--- Session Transcript ---\n Attempting SMTP connection',
      'bounce: ole@a.example null',
    ],
    [
      'MailEnable',
      POSTMASTER,
      'Message Delivery Failure',
      'The following recipient(s) could not be reached:\n\n\tRecipient: [SMTP:ole@a.example]\n\tReason: the mailbox is full\n\nMessage headers follow:\nTo: kari@a.example',
      'bounce: ole@a.example 5.2.2',
    ],
    [
      'Dovecot',
      MAILER_DAEMON,
      'Rejected: Felles',
      'Your message to <ole@a.example> was automatically rejected:\nQuota exceeded (mailbox for user is full)',
      'bounce: ole@a.example 5.2.2',
    ],
    [
      'Lotus, a label alone',
      MAILER_DAEMON,
      'failure',
      'Invalid final delivery userid:\n ole@a.example',
      'bounce: ole@a.example null',
    ],
    [
      'a list',
      { name: '', address: 'fagnett-owner@lister.example' },
      'Your post',
      'You are not a member of this mailing list <fagnett@lister.example>.\nWrite to\n\tfagnett-ctl@lister.example',
      'bounce: fagnett@lister.example null',
    ],
  ])('%s', (_name, from, subject, text, expected) => {
    expect(say(from, subject, text)).toBe(expected);
  });
});

describe('delays', () => {
  test.each<Row>([
    [
      'Exim',
      MAILER_DAEMON,
      'Warning: message 1abc delayed 24 hours',
      'The address to which the message has not yet been delivered is:\n\n  ole@a.example\n    Delay reason: 450 4.7.1 try again\n\nEventually the mail delivery software will give up.',
      'delay: ole@a.example 4.7.1',
    ],
    [
      'Gmail',
      MAILER_DAEMON,
      'Delivery Status Notification (Delay)',
      'THIS IS A WARNING MESSAGE ONLY.\n\nDelivery to the following recipient has been delayed:\n\n     ole@a.example\n\nMessage will be retried for 2 more day(s)',
      'delay: ole@a.example null',
    ],
    [
      'Exchange, Norwegian',
      POSTMASTER,
      'Forsinket levering: Felles',
      'Leveringen til disse mottakerne er forsinket:\n\nole@a.example\n\nDenne meldingen er ikke levert ennå.',
      'delay: ole@a.example null',
    ],
  ])('%s', (_name, from, subject, text, expected) => {
    expect(say(from, subject, text)).toBe(expected);
  });

  test('a server that tells of its delays and gives up has failed', () => {
    const text =
      'Delivery to <ole@a.example> was delayed for 4 hours, then for 2 days.\nI am giving up.\n\n<ole@a.example>: mailbox full';
    expect(mailClass(serverMail({ subject: 'failure notice', text })).kind).toBe('bounce');
  });
});

describe('no bounces', () => {
  test.each([
    [
      'an absence with an empty Return-Path',
      { headers: [{ name: 'return-path', value: '<>' }], text: 'Jeg er på ferie.' },
    ],
    ['a receipt from postmaster', { from: POSTMASTER, text: 'Vi har mottatt henvendelsen din.' }],
    [
      'a person whose mail did not arrive',
      { text: 'Forrige e-post kunne ikke leveres, så vi prøver igjen: Ja, vi deltar.' },
    ],
    [
      'a person who asks about our bounce',
      {
        subject: 'SV: Kan ikke leveres',
        text: 'Vi fikk denne i retur da vi svarte til ole@a.example. Kommunen deltar.',
      },
    ],
    [
      'a person who attaches the report that she got',
      {
        text: 'Vi fikk denne feilen da vi svarte dere. Kommunen deltar.',
        attachments: [reportPart('Final-Recipient: rfc822; guri@ks.example', 'Action: failed', 'Status: 5.1.1')],
      },
    ],
    ['a person who has not delivered', { text: 'Rapporten er ikke levert ennå, men kommer.' }],
  ])('%s', (_name, changes) => {
    const person = { name: 'Tore Nesset', address: 'tore@fjordvik.kommune.example' };
    expect(['none', 'auto_reply']).toContain(
      mailClass(serverMail({ from: person, subject: 'SV: Felles', ...changes })).kind,
    );
  });
});
