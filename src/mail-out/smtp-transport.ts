import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpAccount } from './smtp-account.ts';
import { refusedAddress, type SmtpFailure, smtpOutcome } from './smtp-outcome.ts';
import { strictRecipient } from './strict-recipient.ts';
import type { OutgoingMail, SendResult, Transport } from './transport.ts';

/**
 * How long we wait, in milliseconds. The answer to the final dot may take ten minutes (RFC 5321 §4.5.3.2.6): a shorter
 * wait makes doubt where there was none.
 */
export interface SmtpPatience {
  connect: number;
  greeting: number;
  answer: number;
}

const PATIENCE: SmtpPatience = { connect: 30_000, greeting: 30_000, answer: 600_000 };

/** Bytes of the mail in one write. */
const PIECE = 64 * 1024;

/** Letters through a mail server: one connection a letter (no pool: it sends again by itself, reliability.md §6.2). */
export function smtpTransport(account: SmtpAccount, patience: SmtpPatience = PATIENCE): Transport {
  return { send: (mail, beforeFinalDot) => sendOne(account, patience, mail, beforeFinalDot) };
}

async function sendOne(
  account: SmtpAccount,
  patience: SmtpPatience,
  mail: OutgoingMail,
  beforeFinalDot: () => void,
): Promise<SendResult> {
  // The library's own reading of addresses has been wrong many times; it gets none that is not plain.
  const cunning = [mail.envelope.from, ...mail.envelope.to].find(address => 'refused' in strictRecipient(address));
  if (cunning !== undefined || mail.envelope.to.length === 0) {
    const why = cunning === undefined ? 'Brevet har ingen mottaker.' : `Adressen «${cunning}» kan ikke brukes.`;
    return { sent: false, of: 'letter', failed: 'EADDRESS', temporary: false, why };
  }
  let dotWritten = false;
  const connection = new SMTPConnection({
    host: account.host,
    port: account.port,
    secure: account.security === 'tls',
    requireTLS: account.security === 'starttls',
    ignoreTLS: account.security === 'none',
    connectionTimeout: patience.connect,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.answer,
  });
  try {
    await opened(connection, account);
    const body = bodyOf(mail.bytes, () => {
      beforeFinalDot();
      dotWritten = true;
    });
    const info = await sent(connection, mail, body);
    const refused = (info.rejectedErrors ?? []).map(error => refusedAddress(error as SmtpFailure));
    return { sent: true, file: null, response: info.response.slice(0, 200), refused };
  } catch (error) {
    if (error instanceof OurFault) throw error.cause;
    return smtpOutcome(error as SmtpFailure, dotWritten);
  } finally {
    connection.close();
  }
}

async function opened(connection: SMTPConnection, { login }: SmtpAccount): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    // Also after the connection: an `error` that nobody hears ends the process.
    connection.on('error', reject);
    connection.on('end', () => reject(Object.assign(new Error('the server closed'), { code: 'ECONNECTION' })));
    connection.connect(error => (error ? reject(error) : resolve()));
  });
  if (login === null) return;
  await new Promise<void>((resolve, reject) => {
    // A line that is lost in the middle of the login is told by these alone.
    connection.on('error', reject);
    connection.on('end', () => reject(Object.assign(new Error('the server closed'), { code: 'ECONNECTION' })));
    connection.login({ user: login.user, pass: login.password }, error => (error ? reject(error) : resolve()));
  });
}

function sent(connection: SMTPConnection, mail: OutgoingMail, body: Readable): Promise<SMTPConnection.SentMessageInfo> {
  return new Promise((resolve, reject) => {
    connection.on('error', reject);
    connection.on('end', () => reject(Object.assign(new Error('the server closed'), { code: 'ECONNECTION' })));
    // A body that cannot note its end is our fault, and must not look like one of the server.
    body.on('error', cause => reject(new OurFault(cause)));
    const envelope = { from: mail.envelope.from, to: mail.envelope.to, size: mail.bytes.byteLength };
    connection.send(envelope, body, (error, info) => (error ? reject(error) : resolve(info)));
  });
}

class OurFault extends Error {
  constructor(cause: unknown) {
    super('the letter could not be noted as ended', { cause });
  }
}

/** The mail in pieces. The end is noted before the stream ends: only then the library can write the final dot. */
function bodyOf(bytes: Uint8Array, beforeEnd: () => void): Readable {
  let at = 0;
  return new Readable({
    read() {
      if (at < bytes.byteLength) {
        this.push(Buffer.from(bytes.subarray(at, at + PIECE)));
        at += PIECE;
        return;
      }
      try {
        beforeEnd();
      } catch (error) {
        this.destroy(error as Error);
        return;
      }
      this.push(null);
    },
  });
}
