import type { Dovecot } from './dovecot.ts';
import type { SmtpSink } from './smtp-sink.ts';

/** The settings of a program that reads this mailbox and sends through this server. */
export function mailEnvironment(dovecot: Pick<Dovecot, 'port'>, sink: Pick<SmtpSink, 'port'>): Record<string, string> {
  return {
    IMAP_HOST: '127.0.0.1',
    IMAP_PORT: String(dovecot.port),
    IMAP_SECURITY: 'none',
    IMAP_USER: 'eva',
    IMAP_PASSWORD: 'pw',
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(sink.port),
    SMTP_SECURITY: 'none',
    REPLY_ADDRESS: 'svar@purrebot.ks.example',
    SENDING_PAUSE: '0',
  };
}
