import { ImapFlow } from 'imapflow';
import type { ImapAccount } from './imap-account.ts';
import { isListed } from './imap-session.ts';

export interface ImapFound {
  /** Mails in INBOX; null: it cannot be opened. */
  inboxMails: number | null;
  /** Paths of all folders. */
  folders: string[];
  /** The folders that the server marks so, or that are named so; null: none. */
  junk: string | null;
  sent: string | null;
  /** Folders of the settings that are not there, or that hold no mail. */
  absent: string[];
  /** The server tells by itself when a mail comes. */
  idle: boolean;
}

/** Node's or the library's code, and what the server said, as it came (it may be anything, also our password). */
export interface ImapFault {
  code: string;
  said: string;
}

/**
 * Logs in, looks at the folders and out again; nothing in the mailbox is changed.
 * @param limit milliseconds for each step
 * @param ca issuers to trust in place of the usual ones; null = the usual ones
 */
export async function checkImap(
  account: ImapAccount,
  limit: number,
  ca: string | null = null,
): Promise<{ found: ImapFound } | { failure: ImapFault }> {
  const client = new ImapFlow({
    host: account.host,
    port: account.port,
    secure: account.security === 'tls',
    // Left out, imapflow would send the password in the clear to a server without STARTTLS.
    doSTARTTLS: account.security === 'starttls',
    tls: ca === null ? {} : { ca },
    auth: { user: account.user, pass: account.password },
    clientInfo: { name: 'Purrebot' },
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    connectionTimeout: limit,
    greetingTimeout: limit,
    socketTimeout: limit,
  });
  // Before connect: an `error` that nobody hears ends the process.
  client.on('error', () => undefined);
  // connect() is several steps with limits of the library's own; ours is for a server that dribbles, and comes last.
  const step = within(2 * limit);
  try {
    await step(client.connect());
    const idle = client.capabilities.has('IDLE');
    const listed = await step(client.list());
    const special = (use: string) => listed.find(one => one.specialUse === use)?.path ?? null;
    const folders = listed.filter(one => !one.flags.has('\\Noselect')).map(one => one.path);
    const isThere = (path: string) => isListed(path, folders, client.namespace?.prefix ?? '');
    const wanted = [account.junkFolder, account.sentFolder, account.handledFolder].filter(path => path !== null);
    const absent = wanted.filter(path => !isThere(path));
    const inboxMails = await step(countInbox(client));
    await step(client.logout()).catch(() => undefined);
    return { found: { inboxMails, folders, junk: special('\\Junk'), sent: special('\\Sent'), absent, idle } };
  } catch (error) {
    return { failure: failureOf(error) };
  } finally {
    client.close();
  }
}

async function countInbox(client: ImapFlow): Promise<number | null> {
  try {
    return (await client.mailboxOpen('INBOX', { readOnly: true })).exists;
  } catch (error) {
    if ((error as { responseStatus?: string }).responseStatus === 'NO') return null;
    throw error;
  }
}

/** A server that sends a little now and then never meets the library's limits. */
function within(limit: number): <T>(step: Promise<T>) => Promise<T> {
  return async step => {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })), limit);
    try {
      return await Promise.race([step, late]);
    } finally {
      clearTimeout(timer);
      step.catch(() => undefined);
    }
  };
}

function failureOf(error: unknown): ImapFault {
  if (error instanceof TypeError || error instanceof RangeError) throw error;
  const { code, authenticationFailed, responseText, response, tlsFailed } = error as {
    code?: string;
    authenticationFailed?: boolean;
    responseText?: string;
    response?: unknown;
    tlsFailed?: boolean;
  };
  const said = responseText ?? (typeof response === 'string' ? response : '');
  if (authenticationFailed === true) return { code: 'LOGIN_REFUSED', said };
  return { code: code ?? (tlsFailed === true ? 'NO_STARTTLS' : 'UNKNOWN'), said };
}
