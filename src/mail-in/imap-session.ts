import { ImapFlow } from 'imapflow';
import type { Instant } from '../rules/calendar/iso-date.ts';
import type { ImapAccount } from './imap-account.ts';
import { waitOf, whyImapFailed } from './imap-failure.ts';
import { imapFolder } from './imap-folder.ts';
import type { MailSession, OpenedMail } from './mail-session.ts';
import type { Mailbox } from './mailbox.ts';

/** One literal may not be larger: a mail above `LARGEST_MAIL` is asked for by its headers alone. */
const MAX_LITERAL = 48 * 1024 * 1024;

/** How long we wait, in milliseconds. A test shortens it. */
export interface Patience {
  /** For one answer of the server; a connection that was cut without a word is seen after this. */
  answer: number;
  /** For the connection and the greeting. */
  connect: number;
  /** For the next byte of a long download. */
  silence: number;
  /** For a long list or download, whole: a server that sends a byte now and then would hold us for ever. */
  whole?: number;
}

export const PATIENCE: Patience = { answer: 30_000, connect: 30_000, silence: 120_000 };
const WHOLE = 1_800_000;

/** Logs in and finds the folders. A new client each time: an ImapFlow is never used again (reliability.md §6.1). */
export async function openImap(
  account: ImapAccount,
  now: () => Instant,
  patience: Patience = PATIENCE,
): Promise<OpenedMail> {
  const client = new ImapFlow({
    host: account.host,
    port: account.port,
    secure: account.security === 'tls',
    // true: no STARTTLS, no login. Left out, imapflow would go on in the clear.
    doSTARTTLS: account.security === 'starttls',
    auth: { user: account.user, pass: account.password },
    logger: false,
    clientInfo: { name: 'Purrebot' },
    disableCompression: true,
    autoIdleDelay: 50,
    maxIdleTime: 4 * 60_000,
    connectionTimeout: patience.connect,
    greetingTimeout: patience.connect,
    socketTimeout: patience.silence,
    maxLiteralSize: MAX_LITERAL,
  });
  // Before connect: an `error` that nobody hears ends the process (imapflow#302).
  let failure: unknown = null;
  client.on('error', error => {
    failure = error;
  });
  const { promise: closed, resolve: close } = Promise.withResolvers<string | null>();
  client.on('close', () => close(client.closedByClient && failure === null ? null : whyImapFailed(failure, account)));
  const within = (milliseconds: number) =>
    asker(client, milliseconds, error => {
      failure = error;
    });
  const ask = within(patience.answer);
  try {
    // It is several steps with limits of the library's own, each for the next byte.
    await within(2 * patience.connect)(client.connect());
    const folders = await ask(client.list());
    const missing = missingFolder(
      account,
      folders.map(one => one.path),
      client.namespace?.prefix ?? '',
    );
    if (missing !== null) {
      await client.logout();
      return { failed: missing, refused: true };
    }
    const special = (use: string) => folders.find(one => one.specialUse === use)?.path ?? null;
    const junk = account.junkFolder ?? special('\\Junk');
    const sent = account.sentFolder ?? special('\\Sent');
    const folder = (path: string) =>
      imapFolder(client, account, path, { ask, askLong: within(patience.whole ?? WHOLE) }, now);
    const { handledFolder } = account;
    if (
      handledFolder !== null &&
      !isListed(
        handledFolder,
        folders.map(one => one.path),
        client.namespace?.prefix ?? '',
      )
    )
      await ask(client.mailboxCreate(handledFolder));
    return { session: sessionOf(client, { inbox: 'INBOX', junk, sent, handled: handledFolder }, folder, ask, closed) };
  } catch (error) {
    client.close();
    const busy = waitOf(error);
    const refused = busy === null && (error as { authenticationFailed?: boolean }).authenticationFailed === true;
    return { failed: whyImapFailed(error, account), refused, ...(busy === null ? {} : { wait: busy }) };
  }
}

/** A folder that the settings name must be there: else answers would lie unread in one of another name. */
function missingFolder(
  { junkFolder, sentFolder }: ImapAccount,
  paths: readonly string[],
  prefix: string,
): string | null {
  const named = { IMAP_JUNK_FOLDER: junkFolder, IMAP_SENT_FOLDER: sentFolder };
  for (const [setting, path] of Object.entries(named)) {
    if (path === null || isListed(path, paths, prefix)) continue;
    return `${setting}: ventet en mappe i postkassen, fant ingen «${path}». «purrebot doctor» viser mappene som er der.`;
  }
  return null;
}

/** `Ferdig` is `INBOX.Ferdig` on a server that keeps everything below INBOX; imapflow reads it so too. */
export function isListed(path: string, paths: readonly string[], prefix: string): boolean {
  return paths.includes(path) || paths.includes(`${prefix}${path}`);
}

/** Runs one question to the server; without an answer in time the connection is dropped and the question throws. */
export type Ask = <T>(question: Promise<T>) => Promise<T>;

function asker(client: ImapFlow, milliseconds: number, note: (error: Error) => void): Ask {
  return async question => {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      const error = Object.assign(new Error('no answer from the IMAP server'), { code: 'ETIMEDOUT' });
      note(error);
      client.close();
      reject(error);
    }, milliseconds);
    try {
      return await Promise.race([question, late]);
    } finally {
      clearTimeout(timer);
      // The one that lost the race has nobody left to hear it.
      question.catch(() => undefined);
      late.catch(() => undefined);
    }
  };
}

function sessionOf(
  client: ImapFlow,
  { inbox, junk, sent, handled }: { inbox: string; junk: string | null; sent: string | null; handled: string | null },
  folder: (path: string) => Mailbox,
  ask: Ask,
  closed: Promise<string | null>,
): MailSession {
  let listener = (): void => undefined;
  client.on('exists', () => listener());
  const inFolder = async <T>(path: string, use: () => Promise<T>, readOnly: boolean): Promise<T> => {
    const lock = await ask(client.getMailboxLock(path, { readOnly }));
    try {
      return await use();
    } finally {
      lock.release();
    }
  };
  return {
    inbox: folder(inbox),
    junk: junk === null ? null : folder(junk),
    sent: sent === null ? null : folder(sent),
    closed,
    movesHandled: handled !== null,
    onNews(listen) {
      listener = listen;
    },
    keepCopy: async mail => {
      if (sent === null) return { outcome: 'no folder', item: null };
      const found = await inFolder(
        sent,
        () => client.search({ header: { 'message-id': mail.messageId } }, { uid: true }),
        true,
      );
      // Some servers file what passes their SMTP by themselves.
      if (found && found.length > 0) return { outcome: 'there already', item: null };
      const kept = await client.append(sent, Buffer.from(mail.bytes), ['\\Seen'], new Date(mail.sentAt));
      const told = kept !== false && kept.uid !== undefined && kept.uidValidity !== undefined;
      return { outcome: 'kept', item: told ? `${kept.uidValidity}:${kept.uid}` : null };
    },
    moveHandled: async items => {
      if (handled === null) return;
      await inFolder(
        inbox,
        async () => {
          const validity = client.mailbox === false ? '' : String(client.mailbox.uidValidity);
          const uids = items.filter(item => item.startsWith(`${validity}:`)).map(item => item.split(':')[1]!);
          if (uids.length === 0) return;
          const moved = await client.messageMove(uids.join(','), handled, { uid: true });
          if (moved === false) throw Object.assign(new Error('the server moved nothing'), { responseStatus: 'NO' });
        },
        false,
      );
    },
    rest: async () => {
      await inFolder(inbox, async () => undefined, true);
    },
    close: async () => {
      await ask(client.logout()).catch(() => client.close());
    },
  };
}
