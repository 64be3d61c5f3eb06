import type { Attachment, Message } from '../../../src/rules/replies/message.ts';

export const MAILER_DAEMON = { name: 'Mail Delivery System', address: 'mailer-daemon@mx.ks.example' };
export const POSTMASTER = { name: '', address: 'postmaster@mx.ks.example' };
export const OUTLOOK = {
  name: 'Microsoft Outlook',
  address: 'microsoftexchange0123456789abcdef0123456789abcdef@ks.example',
};

/** A mail to the adviser, by a mail server unless something else is said. */
export function serverMail(changes: Partial<Message> = {}): Message {
  return {
    messageId: '<report@mx.ks.example>',
    answers: [],
    from: MAILER_DAEMON,
    to: [{ name: '', address: 'guri.testdal@ks.example' }],
    cc: [],
    subject: 'Undelivered Mail Returned to Sender',
    sentOn: '2026-09-15T08:00:00Z',
    headers: [],
    text: null,
    htmlText: null,
    attachments: [],
    attachedMessages: [],
    problem: null,
    ...changes,
  };
}

/** The part of a report that programs read (RFC 3464). */
export function reportPart(...lines: string[]): Attachment {
  const text = ['Reporting-MTA: dns; mx.ks.example', '', ...lines, ''].join('\n');
  return {
    name: 'message-delivery-status',
    contentType: 'message/delivery-status',
    size: text.length,
    text,
    problem: null,
  };
}
