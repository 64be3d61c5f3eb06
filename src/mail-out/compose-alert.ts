import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { oneLine } from '../rules/letters/plain-value.ts';
import { content, mailbox } from './compose-mail.ts';
import type { Envelope } from './envelope-for.ts';
import type { OutgoingMail } from './transport.ts';

export interface AlertMail {
  subject: string;
  text: string;
  /** From `envelopeFor`. */
  envelope: Envelope;
  from: string;
  /** Where a person's answer goes: to people, never to the robot. */
  replyTo: string;
  /** MAIL FROM. */
  returnPath: string;
  loopId: string;
  datedAt: Instant;
}

/**
 * An alert as a mail: plain text, from a robot and marked as such (RFC 3834), so that no robot answers it and ours takes a
 * copy that comes back for nothing but a robot's letter.
 */
export async function composeAlert(alert: AlertMail): Promise<OutgoingMail> {
  const { envelope, datedAt } = alert;
  const code = createHash('sha256').update(`${datedAt}\n${alert.subject}\n${alert.text}`).digest('hex').slice(0, 24);
  const messageId = `<varsel.${code}@${alert.from.split('@')[1]}>`;
  const composer = new MailComposer({
    from: mailbox({ name: 'Purrebot', address: alert.from }),
    to: envelope.to.map(mailbox),
    replyTo: mailbox({ name: '', address: alert.replyTo }),
    subject: oneLine(alert.subject),
    messageId,
    date: new Date(datedAt),
    headers: [
      { key: 'X-Purrebot-Loop', value: oneLine(alert.loopId) },
      { key: 'Auto-Submitted', value: 'auto-generated' },
      { key: 'X-Auto-Response-Suppress', value: 'All' },
      ...(envelope.originalTo === null ? [] : [{ key: 'X-Purrebot-Original-To', value: oneLine(envelope.originalTo) }]),
    ],
    text: content('text/plain', alert.text),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    messageId,
    kind: 'alert',
    label: 'varsel',
    datedAt,
    envelope: { from: alert.returnPath, to: envelope.recipients },
    bytes: new Uint8Array(await composer.compile().build()),
    html: '',
  };
}
