import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { oneLine } from '../rules/letters/plain-value.ts';
import { content, mailbox } from './compose-mail.ts';
import type { Envelope } from './envelope-for.ts';
import type { OutgoingMail } from './transport.ts';

export interface NoticeMail {
  kind: 'alert' | 'sign-in';
  /** Who it is for; in the name of its file when mails are files. */
  label: string;
  subject: string;
  text: string;
  /** null = plain text alone. */
  html: string | null;
  /** Where a person's answer goes: to people, never to the robot. Missing = nobody is asked to answer. */
  replyTo?: string;
  /** From `envelopeFor`. */
  envelope: Envelope;
  from: string;
  /** MAIL FROM. */
  returnPath: string;
  loopId: string;
  datedAt: Instant;
}

/**
 * A mail from the robot to one of our own people: marked as a robot's (RFC 3834), so that no robot answers it and ours takes a
 * copy or a bounce that comes back for nothing but a robot's mail.
 */
export async function composeNotice(notice: NoticeMail): Promise<OutgoingMail> {
  const { kind, label, envelope, datedAt, html, replyTo } = notice;
  // A digest of its words gives the link away to nobody: its secret is 256 bits.
  const code = createHash('sha256').update(`${datedAt}\n${notice.subject}\n${notice.text}`).digest('hex').slice(0, 24);
  const messageId = `<${kind}.${code}@${notice.from.split('@')[1]}>`;
  const composer = new MailComposer({
    from: mailbox({ name: 'Purrebot', address: notice.from }),
    to: envelope.to.map(mailbox),
    ...(replyTo === undefined ? {} : { replyTo: mailbox({ name: '', address: replyTo }) }),
    subject: oneLine(notice.subject),
    messageId,
    date: new Date(datedAt),
    headers: [
      { key: 'X-Purrebot-Loop', value: oneLine(notice.loopId) },
      { key: 'Auto-Submitted', value: 'auto-generated' },
      { key: 'X-Auto-Response-Suppress', value: 'All' },
      ...(envelope.originalTo === null ? [] : [{ key: 'X-Purrebot-Original-To', value: oneLine(envelope.originalTo) }]),
    ],
    text: content('text/plain', notice.text),
    ...(html === null ? {} : { html: content('text/html', html) }),
    baseBoundary: code,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    messageId,
    kind,
    label,
    datedAt,
    envelope: { from: notice.returnPath, to: envelope.recipients },
    bytes: new Uint8Array(await composer.compile().build()),
    html: html ?? '',
  };
}
