import type { ImapFlow } from 'imapflow';
import { addDays } from '../rules/calendar/add-days.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { instantFrom } from '../rules/calendar/oslo-time.ts';
import { HEAD_SIZE, receivedTime } from './arrival-time.ts';
import type { ImapAccount } from './imap-account.ts';
import type { Ask } from './imap-session.ts';
import { headersAlone, LARGEST_MAIL, type Mailbox, type MailItem } from './mailbox.ts';

/** Bytes and mails in one FETCH: what is in memory at a time. */
const CHUNK_BYTES = 1024 * 1024;
const CHUNK_MAILS = 200;

interface Listed {
  uid: number;
  size: number;
  internalDate: Instant | null;
}

/** The name that the register knows a folder by. */
export function imapName({ user, host, port }: ImapAccount, path: string): string {
  return `imap://${encodeURIComponent(user)}@${host}:${port}/${path}`;
}

/**
 * A folder of an IMAP account as a mailbox. Item and position are `UIDVALIDITY:UID`: with another UIDVALIDITY every mail
 * is looked at anew, and the register links those that it has by their bytes (reliability.md §4.7).
 */
export function imapFolder(
  client: ImapFlow,
  account: ImapAccount,
  path: string,
  { ask, askLong }: { ask: Ask; askLong: Ask },
  now: () => Instant,
): Mailbox {
  return {
    name: imapName(account, path),
    async *mailsAfter(position, isKnown, since = null) {
      const [validity = '', last = '0'] = (position ?? '').split(':');
      // A folder that is not open tells by STATUS whether it has news; opening it would stop the wait in the inbox.
      if (path !== 'INBOX' && (await hasNoNews(client, path, validity, Number(last), ask))) return;
      // The first SELECT of a huge folder takes its time.
      const lock = await askLong(client.getMailboxLock(path, { readOnly: true }));
      let pending: Download | null = null;
      try {
        // What came since the folder was opened is told with the answer to this (imapflow#156).
        await ask(client.noop());
        if (client.mailbox === false || client.mailbox.exists === 0) return;
        const current = String(client.mailbox.uidValidity);
        const after = current === validity ? Number(last) : 0;
        const listed = await askLong(list(client, after));
        const from = laterOf(account.since, since);
        const wanted = listed.filter(one => isSince(one, from) && !isKnown(`${current}:${one.uid}`));
        // The whole FETCH ends before a mail is handed on: a command within it would wait for itself (imapflow#159). While
        // a chunk is written and read, the server gets the next one ready.
        const chunks = [...chunksOf(wanted)];
        let coming = startDownload(client, chunks[0]);
        for (const [i, chunk] of chunks.entries()) {
          const bytes = await askLong(coming.bytes);
          coming = startDownload(client, chunks[i + 1]);
          pending = coming;
          for (const one of chunk) {
            const raw = bytes.get(one.uid);
            // Deleted on the server between the list and the fetch.
            if (raw !== undefined) yield itemOf(current, one, raw, now());
          }
        }
        // Else a mailbox of old mail would be listed anew at every look.
        const end = listed.at(-1)?.uid ?? after;
        if (end > after) yield { passedTo: `${current}:${end}` };
      } finally {
        // Whoever stops early must not leave an answer behind that the next question would take for its own.
        await pending?.bytes.catch(() => undefined);
        lock.release();
      }
    },
    async itemsSince(since) {
      const lock = await askLong(client.getMailboxLock(path, { readOnly: true }));
      try {
        await ask(client.noop());
        const numbering = client.mailbox === false ? '' : `${client.mailbox.uidValidity}:`;
        if (client.mailbox === false || client.mailbox.exists === 0) return { items: [], numbering };
        // The server's day may be another than ours; what lies before is left out by the time itself.
        const day = new Date(`${addDays(since, -2)}T00:00:00Z`);
        const found = await askLong(client.search({ since: day }, { uid: true }));
        if (!found) throw Object.assign(new Error('the server refused to search'), { responseStatus: 'NO' });
        if (found.length === 0) return { items: [], numbering };
        const from = laterOf(account.since, since);
        const there = await askLong(list(client, found.reduce((a, b) => Math.min(a, b)) - 1));
        return { items: there.filter(one => isSince(one, from)).map(one => `${numbering}${one.uid}`), numbering };
      } finally {
        lock.release();
      }
    },
  };
}

function laterOf(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}

async function hasNoNews(client: ImapFlow, path: string, validity: string, last: number, ask: Ask): Promise<boolean> {
  const status = await ask(client.status(path, { uidNext: true, uidValidity: true }));
  if (status === false || status.uidNext === undefined) return false;
  return String(status.uidValidity) === validity && status.uidNext <= last + 1;
}

/**
 * `N:*` answers with the last mail even when nothing is new, so what is not after is dropped (RFC 9051 §9, seq-range). A
 * mailbox of 50,000 mails is a long answer: it has the long patience.
 */
async function list(client: ImapFlow, after: number): Promise<Listed[]> {
  const found = await client.fetchAll(`${after + 1}:*`, { uid: true, size: true, internalDate: true }, { uid: true });
  return found
    .filter(one => one.uid > after)
    .map(one => ({ uid: one.uid, size: one.size ?? 0, internalDate: instantOf(one.internalDate) }))
    .sort((a, b) => a.uid - b.uid);
}

/** @param from a day or a moment; ISO texts compare as they stand */
function isSince({ internalDate }: Listed, from: string | null): boolean {
  return from === null || internalDate === null || internalDate >= from;
}

function instantOf(date: Date | string | undefined): Instant | null {
  const milliseconds = date === undefined ? Number.NaN : new Date(date).getTime();
  return Number.isNaN(milliseconds) ? null : instantFrom(milliseconds);
}

/** Mails that fit into memory together; one that is too large stands alone. */
function* chunksOf(listed: readonly Listed[]): Generator<Listed[]> {
  let chunk: Listed[] = [];
  let bytes = 0;
  for (const one of listed) {
    if (chunk.length > 0 && (bytes + one.size > CHUNK_BYTES || chunk.length === CHUNK_MAILS)) {
      yield chunk;
      chunk = [];
      bytes = 0;
    }
    chunk.push(one);
    bytes += one.size;
  }
  if (chunk.length > 0) yield chunk;
}

interface Download {
  bytes: Promise<Map<number, Uint8Array>>;
}

function startDownload(client: ImapFlow, chunk: readonly Listed[] | undefined): Download {
  const bytes = chunk === undefined ? Promise.resolve(new Map<number, Uint8Array>()) : download(client, chunk);
  // A line that breaks before anybody waits for this is told by whoever waits next.
  bytes.catch(() => undefined);
  return { bytes };
}

/** A large mail over a slow line takes minutes: it has the long patience, and a silent line ends by itself. */
async function download(client: ImapFlow, chunk: readonly Listed[]): Promise<Map<number, Uint8Array>> {
  const range = chunk.map(one => one.uid).join(',');
  const tooLarge = chunk.some(one => one.size > LARGEST_MAIL);
  const source = tooLarge ? { start: 0, maxLength: HEAD_SIZE } : true;
  const found = await client.fetchAll(range, { uid: true, source }, { uid: true });
  return new Map(found.flatMap(one => (one.source === undefined ? [] : [[one.uid, one.source]])));
}

function itemOf(validity: string, { uid, size, internalDate }: Listed, raw: Uint8Array, now: Instant): MailItem {
  const item = `${validity}:${uid}`;
  const content = size > LARGEST_MAIL ? headersAlone(raw, size) : { bytes: raw, problem: null };
  // The receiving server's own line is nearer to the truth than the folder's date, which a move may renew.
  const arrivedAt = [receivedTime(raw), internalDate].find(at => at !== null && at <= now) ?? now;
  return { item, position: item, arrivedAt, content };
}
