import type { PeerCertificate, TLSSocket } from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpAccount } from './smtp-account.ts';

/** What the server said of itself when TLS was set up, its certificate trusted or not. */
export interface SmtpFound {
  /** The first line of its answer to EHLO. */
  name: string;
  offersLogin: boolean;
  /** null: the connection is in the clear. */
  tls: { certificate: PeerCertificate; fault: string | null; version: string } | null;
}

/** Node's or the library's code, how far we came, and what the server said, as it came. */
export interface SmtpFault {
  code: string;
  step: 'connect' | 'tls' | 'login';
  said: string;
}

/**
 * EHLO and TLS, without login and without a letter. So it may also look at a certificate that is not to be trusted.
 * @param limit milliseconds
 * @param ca issuers to trust in place of the usual ones; null = the usual ones
 */
export async function checkSmtp(
  account: SmtpAccount,
  limit: number,
  ca: string | null = null,
): Promise<{ found: SmtpFound } | { failure: SmtpFault }> {
  const opened = await open(account, limit, { ...trusted(ca), rejectUnauthorized: false });
  if ('failure' in opened) return opened;
  const { connection } = opened;
  const socket = connection._socket as TLSSocket;
  const found: SmtpFound = {
    name: String(connection.lastServerResponse || '')
      .split(/\r?\n/)[0]!
      .replace(/^\d{3}[ -]/, ''),
    // The types do not know it.
    offersLogin: (connection as unknown as { allowsAuth: boolean }).allowsAuth,
    tls: connection.secure
      ? {
          certificate: socket.getPeerCertificate(),
          fault: socket.authorized ? null : String(socket.authorizationError),
          version: socket.getProtocol() ?? '',
        }
      : null,
  };
  await close(connection, limit);
  return { found };
}

/** EHLO and AUTH on a connection that is trusted, and nothing is sent. @returns null when the server let us in */
export async function checkSmtpLogin(
  account: SmtpAccount,
  limit: number,
  ca: string | null = null,
): Promise<SmtpFault | null> {
  const opened = await open(account, limit, trusted(ca));
  if ('failure' in opened) return opened.failure;
  const { connection, died } = opened;
  const { user, password } = account.login!;
  const { promise, resolve } = Promise.withResolvers<SmtpFault | null>();
  const timer = setTimeout(() => resolve({ code: 'ETIMEDOUT', step: 'login', said: '' }), limit);
  connection.login({ user, pass: password }, error => resolve(error ? failureOf(error, 'login') : null));
  void died.then(failure => resolve({ ...failure, step: 'login' }));
  const failure = await promise;
  clearTimeout(timer);
  await close(connection, limit);
  return failure;
}

function trusted(ca: string | null): { ca?: string } {
  return ca === null ? {} : { ca };
}

/** `died` settles when the connection breaks later on; it is always listened to, so no `error` goes unheard. */
type Opened = { connection: SMTPConnection; died: Promise<SmtpFault> } | { failure: SmtpFault };

async function open(
  { host, port, security }: SmtpAccount,
  limit: number,
  tls: { ca?: string; rejectUnauthorized?: false },
): Promise<Opened> {
  const options = {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls,
    connectionTimeout: limit,
    greetingTimeout: limit,
    socketTimeout: limit,
    dnsTimeout: limit,
    // The types do not know it: the process shall not wait for the server to close its end.
    socketCloseTimeout: 0,
  };
  const connection = new SMTPConnection(options);
  const { promise: died, resolve: die } = Promise.withResolvers<SmtpFault>();
  const { promise, resolve } = Promise.withResolvers<Opened>();
  const fail = (failure: SmtpFault) => {
    die(failure);
    resolve({ failure });
  };
  // The library has limits for each step; ours is for a server that dribbles, and comes last.
  const timer = setTimeout(() => fail({ code: 'ETIMEDOUT', step: 'connect', said: '' }), 2 * limit);
  connection.on('error', error => fail(failureOf(error, 'connect')));
  connection.connect(error => (error ? fail(failureOf(error, 'connect')) : resolve({ connection, died })));
  const opened = await promise;
  clearTimeout(timer);
  if ('failure' in opened) connection.close();
  return opened;
}

/** QUIT, and at the latest after the limit. */
async function close(connection: SMTPConnection, limit: number): Promise<void> {
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  connection.once('end', resolve);
  const timer = setTimeout(() => connection.close(), limit);
  if (connection.destroyed) resolve();
  else connection.quit();
  await ended;
  clearTimeout(timer);
}

function failureOf(error: SMTPConnection.SMTPError, during: 'connect' | 'login'): SmtpFault {
  const { code, originalCode, timeoutType, command, response } = error as SMTPConnection.SMTPError & {
    originalCode?: string;
    timeoutType?: string;
  };
  const said = response ?? '';
  if (code === 'EAUTH') return { code: 'LOGIN_REFUSED', step: 'login', said };
  if (code === 'ETLS' && command === 'STARTTLS' && said !== '') return { code: 'NO_STARTTLS', step: 'tls', said };
  const exact = timeoutType ?? originalCode ?? code ?? 'UNKNOWN';
  const isTls = code === 'ETLS' || /^(EPROTO|ERR_SSL|ERR_TLS|CERT_|UPGRADE_TIMEOUT)|SELF_SIGNED|UNABLE_TO/.test(exact);
  return { code: exact, step: isTls ? 'tls' : during, said };
}
