import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpAccount } from './smtp-account.ts';
import { refusedAddress, type SmtpFailure, smtpOutcome } from './smtp-outcome.ts';
import { strictRecipient } from './strict-recipient.ts';
import type { OutgoingMail, RefusedAddress, SendResult, Transport } from './transport.ts';

/**
 * How long we wait, in milliseconds. The answer to the final dot may take ten minutes (RFC 5321 §4.5.3.2.6): a shorter
 * wait makes doubt where there was none.
 */
export interface SmtpPatience {
  connect: number;
  greeting: number;
  answer: number;
  /** For a whole letter: the others wait for the next byte, and a server that sends one now and then would hold us for ever. */
  whole?: number;
}

const PATIENCE: SmtpPatience = { connect: 30_000, greeting: 30_000, answer: 600_000 };
const WHOLE = 1_200_000;

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
  beforeFinalDot: (refused: readonly RefusedAddress[]) => void,
): Promise<SendResult> {
  // The library's own reading of addresses has been wrong many times; it gets none that is not plain.
  const { from, to, witness = null } = mail.envelope;
  const cunning = [from, ...to, ...(witness === null ? [] : [witness])].find(
    address => 'refused' in strictRecipient(address),
  );
  if (cunning !== undefined || to.length === 0) {
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
  const { promise: late, reject: giveUp } = Promise.withResolvers<never>();
  late.catch(() => undefined);
  const timer = setTimeout(
    () => giveUp(Object.assign(new Error('the server is too slow'), { code: 'ETIMEDOUT' })),
    patience.whole ?? WHOLE,
  );
  const inTime = <T>(step: Promise<T>): Promise<T> => {
    // The one that comes too late has nobody left to hear it.
    step.catch(() => undefined);
    return Promise.race([step, late]);
  };
  try {
    await inTime(opened(connection, account));
    const recipients = witness === null ? to : [...to, witness];
    // The library notes in this very object what the server said to each address.
    const envelope: NotedEnvelope = { from, to: recipients, size: mail.bytes.byteLength };
    const refused = () =>
      (envelope.rejectedErrors ?? []).filter(({ recipient }) => recipient !== witness).map(refusedAddress);
    const body = bodyOf(
      mail.bytes,
      // Our own copy alone is no letter: when nobody else is left, no byte of it goes.
      () => refused().length < to.length,
      () => {
        beforeFinalDot(refused());
        dotWritten = true;
      },
    );
    const info = await inTime(sent(connection, envelope, body));
    const isWitnessed = witness !== null && info.accepted.includes(witness);
    return { sent: true, file: null, response: info.response.slice(0, 200), refused: refused(), isWitnessed };
  } catch (error) {
    if (error instanceof NobodyLeft) return nobodyTook(error.refusals);
    if (error instanceof OurFault) throw error.cause;
    return smtpOutcome(error as SmtpFailure, dotWritten);
  } finally {
    clearTimeout(timer);
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

type NotedEnvelope = SMTPConnection.Envelope & { rejectedErrors?: SmtpFailure[] };

function sent(
  connection: SMTPConnection,
  envelope: NotedEnvelope,
  body: Readable,
): Promise<SMTPConnection.SentMessageInfo> {
  return new Promise((resolve, reject) => {
    connection.on('error', reject);
    connection.on('end', () => reject(Object.assign(new Error('the server closed'), { code: 'ECONNECTION' })));
    // A body that cannot note its end is our fault, and must not look like one of the server.
    body.on('error', cause =>
      reject(cause instanceof NobodyLeft ? new NobodyLeft(envelope.rejectedErrors ?? []) : new OurFault(cause)),
    );
    connection.send(envelope, body, (error, info) => (error ? reject(error) : resolve(info)));
  });
}

/** Every address but our own was refused. */
class NobodyLeft extends Error {
  refusals: readonly SmtpFailure[];
  constructor(refusals: readonly SmtpFailure[]) {
    super('every recipient was refused');
    this.refusals = refusals;
  }
}

/** As the library tells it when there is no witness: the last refusal, permanent only when all of them are. */
function nobodyTook(refusals: readonly SmtpFailure[]): SendResult {
  const told = refusals.find(one => (one.responseCode ?? 500) < 500) ?? refusals.at(-1) ?? {};
  return smtpOutcome({ ...told, code: 'EENVELOPE', command: 'RCPT TO' }, false);
}

class OurFault extends Error {
  constructor(cause: unknown) {
    super('the letter could not be noted as ended', { cause });
  }
}

/** The mail in pieces. The end is noted before the stream ends: only then the library can write the final dot. */
function bodyOf(bytes: Uint8Array, hasReader: () => boolean, beforeEnd: () => void): Readable {
  let at = 0;
  return new Readable({
    read() {
      if (at === 0 && !hasReader()) {
        this.destroy(new NobodyLeft([]));
        return;
      }
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
