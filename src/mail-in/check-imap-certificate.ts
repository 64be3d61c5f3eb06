import { once } from 'node:events';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls, type PeerCertificate, type TLSSocket } from 'node:tls';
import type { ImapFault } from './check-imap.ts';
import type { ImapAccount } from './imap-account.ts';

/** What the server showed when TLS was set up, trusted or not. */
export interface ImapTls {
  certificate: PeerCertificate;
  /** Why Node does not trust it, as a code; null = it does. */
  fault: string | null;
  /** `TLSv1.3` */
  version: string;
}

/**
 * Sets up TLS and hangs up: no login. So it may also look at a certificate that is not to be trusted, to say why.
 * @param limit milliseconds for the whole of it
 * @param ca issuers to trust in place of the usual ones; null = the usual ones
 */
export async function checkImapCertificate(
  { host, port, security }: Pick<ImapAccount, 'host' | 'port' | 'security'>,
  limit: number,
  ca: string | null = null,
): Promise<{ tls: ImapTls } | { failure: ImapFault }> {
  const sockets: Socket[] = [];
  const heard: { error: Error | null } = { error: null };
  const signal = AbortSignal.timeout(limit);
  const keep = <T extends Socket>(socket: T): T => {
    // Between two waits nobody else hears it, and an `error` that nobody hears ends the process.
    socket.on('error', error => {
      heard.error ??= error;
    });
    sockets.push(socket);
    return socket;
  };
  const options = {
    host,
    port,
    ...(isIP(host) ? {} : { servername: host }),
    ...(ca === null ? {} : { ca }),
    rejectUnauthorized: false,
  };
  let step = 'CONNECT_TIMEOUT';
  try {
    if (security !== 'tls') {
      const plain = keep(connectPlain({ host, port }));
      await once(plain, 'connect', { signal });
      step = 'GREETING_TIMEOUT';
      const refused = await askForTls(plain, signal);
      if (refused !== null) return { failure: refused };
    }
    const socket = keep(connectTls(security === 'tls' ? options : { ...options, socket: sockets[0]! }));
    if (security === 'tls') await once(socket, 'connect', { signal });
    step = 'UPGRADE_TIMEOUT';
    await once(socket, 'secureConnect', { signal });
    return { tls: shownBy(socket) };
  } catch (error) {
    if (signal.aborted && heard.error === null) return { failure: { code: step, said: '' } };
    const { code } = (heard.error ?? error) as { code?: string };
    // Node's own ERR_… but those of TLS say that we asked wrongly.
    if (code === undefined || /^ERR_(?!SSL_|TLS_)/.test(code)) throw error;
    return { failure: { code, said: '' } };
  } finally {
    // The TLS socket takes the plain one with it; to destroy the plain one below it brings the process down.
    sockets.at(-1)?.destroy();
  }
}

/** The greeting and STARTTLS; null when the server goes on to TLS. */
async function askForTls(socket: Socket, signal: AbortSignal): Promise<ImapFault | null> {
  const greeting = await readUntil(socket, /^\* \S+.*\r?\n/m, signal);
  if (!/^\* (OK|PREAUTH)/i.test(greeting)) return { code: 'BAD_GREETING', said: greeting };
  socket.write('p1 STARTTLS\r\n');
  const answer = await readUntil(socket, /^p1 \S+.*\r?\n/m, signal);
  return /^p1 OK/im.test(answer) ? null : { code: 'NO_STARTTLS', said: answer.slice(answer.indexOf('p1 ')) };
}

async function readUntil(socket: Socket, whole: RegExp, signal: AbortSignal): Promise<string> {
  let text = '';
  const ended = once(socket, 'close', { signal });
  ended.catch(() => undefined);
  while (!whole.test(text)) {
    const chunk = await Promise.race([once(socket, 'data', { signal }), ended.then(() => null)]);
    if (chunk === null) throw Object.assign(new Error('closed'), { code: 'ECONNRESET' });
    text += String(chunk[0]);
    // A greeting is one line; whoever sends more speaks another protocol.
    if (text.length > 10_000) throw Object.assign(new Error('no IMAP'), { code: 'BAD_GREETING' });
  }
  return text;
}

function shownBy(socket: TLSSocket): ImapTls {
  return {
    certificate: socket.getPeerCertificate(),
    fault: socket.authorized ? null : String(socket.authorizationError),
    version: socket.getProtocol() ?? '',
  };
}
