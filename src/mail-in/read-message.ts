import PostalMime from 'postal-mime';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { instantFrom } from '../rules/calendar/oslo-time.ts';
import type { Address, Message } from '../rules/replies/message.ts';
import { type ReadingBudget, readingBudget } from './attachment-text.ts';
import { decodeText } from './attachments/decode-text.ts';
import { senderIn } from './from-line.ts';
import { hiddenWords, htmlText } from './html-text.ts';
import { type DecodedMail, decoded, readLeanMail } from './lean-mail.ts';
import {
  MAX_ATTACHED_DEPTH,
  MAX_ATTACHMENTS,
  MAX_BODY_TEXT,
  MAX_HEADER_BYTES,
  MAX_MAIL_BYTES,
  MAX_UNUSUAL_LINES,
} from './mail-limits.ts';
import { hasTooManyParts, shapeProblem, startsWithHeaders } from './mail-shape.ts';
import { readAttachments } from './read-attachments.ts';
import { mailbox } from './strict-address.ts';
import { tellingHeaders } from './telling-headers.ts';

/**
 * Decodes a mail. Never throws: what cannot be read comes out with `problem` set.
 * @param budget what its files may take; afterwards it says what they left
 */
export async function readMessage(raw: Uint8Array, budget: ReadingBudget = readingBudget()): Promise<Message> {
  return readNested(raw, 0, budget);
}

async function readNested(raw: Uint8Array, depth: number, budget: ReadingBudget | null): Promise<Message> {
  try {
    if (depth > MAX_ATTACHED_DEPTH) return unreadableMessage(TOO_DEEP);
    const beyond = beyondLimits(raw);
    if (beyond !== null) {
      const email = await readWithPostalMime(beyond.rest);
      return await toMessage({ ...email, attachments: [] }, beyond.problem, depth, budget);
    }
    const problem = shapeProblem(raw);
    const lean = problem === null ? readLeanMail(raw, MAX_ATTACHMENTS) : null;
    if (lean !== null) return await toMessage(lean, problem, depth, budget);
    const lines = firstLines(raw, MAX_UNUSUAL_LINES);
    if (lines !== null) {
      const first = await toMessage(await readWithPostalMime(lines), TOO_MANY_LINES, depth, budget);
      return first.from === null ? await readTelling(raw, TOO_MANY_LINES, depth) : first;
    }
    const email = await readWithPostalMime(raw);
    const whole = problem === null || hasContent(email) ? email : { ...email, text: bodyOf(raw) };
    return await toMessage(whole, problem, depth, budget);
  } catch {
    return readTelling(raw, 'Meldingen kunne ikke leses som e-post.', depth);
  }
}

/** Of a mail with headers beyond all limits: those that tell whose it is, so that its sender's case waits. */
async function readTelling(raw: Uint8Array, problem: string, depth: number): Promise<Message> {
  try {
    return await toMessage(await readWithPostalMime(tellingHeaders(raw)), problem, depth, null);
  } catch {
    return unreadableMessage(problem);
  }
}

/** Why a mail is not read as a whole, and what of it can be. */
function beyondLimits(raw: Uint8Array): { problem: string; rest: Uint8Array } | null {
  const size = Math.round(raw.byteLength / 1024 / 1024);
  if (raw.byteLength > MAX_MAIL_BYTES)
    return { problem: `Meldingen er for stor til å leses (${size} MB).`, rest: raw.subarray(0, MAX_HEADER_BYTES) };
  return hasTooManyParts(raw) ? { problem: 'Meldingen har for mange deler til å leses.', rest: headersOf(raw) } : null;
}

/** The parser for every kind of mail. Ordinary ones never come here: it is ten times slower. */
async function readWithPostalMime(bytes: Uint8Array): Promise<DecodedMail> {
  return PostalMime.parse(startsWithHeaders(bytes) ? bytes : withoutHeaders(bytes), {
    attachmentEncoding: 'arraybuffer',
    forceRfc822Attachments: true,
    maxNestingDepth: 50,
    maxHeadersSize: MAX_HEADER_BYTES,
  });
}

/** The beginning of a mail that has more lines than that; null when it has not. */
function firstLines(raw: Uint8Array, most: number): Uint8Array | null {
  let at = -1;
  for (let i = 0; i < most; i++) {
    at = raw.indexOf(10, at + 1);
    if (at === -1) return null;
  }
  return raw.subarray(0, at + 1);
}

const TOO_MANY_LINES = `Meldingen er uvanlig bygd, og bare de første ${MAX_UNUSUAL_LINES} linjene er lest. Åpne den i postkassen.`;
const TOO_DEEP = `E-posten ligger for dypt (i mer enn ${MAX_ATTACHED_DEPTH} andre) og er ikke lest.`;
const TOO_MANY_PARTS = `Meldingen har flere enn ${MAX_ATTACHMENTS} vedlegg, og de siste er ikke lest.`;

const NOTHING: Message = {
  messageId: null,
  answers: [],
  from: null,
  to: [],
  cc: [],
  subject: '',
  sentOn: null,
  headers: [],
  text: null,
  htmlText: null,
  attachments: [],
  attachedMessages: [],
  problem: null,
};

/** A mail of which nothing is known but why it was not read. */
export function unreadableMessage(problem: string): Message {
  return { ...NOTHING, problem };
}

/** The headers alone, with the empty line that ends them. */
export function headersOf(raw: Uint8Array): Uint8Array {
  const head = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, MAX_HEADER_BYTES));
  const ends = [head.indexOf('\r\n\r\n') + 4, head.indexOf('\n\n') + 2].filter(end => end > 4);
  return raw.subarray(0, Math.min(head.byteLength, ...ends));
}

function hasContent({ text, html, attachments }: DecodedMail): boolean {
  return Boolean(text?.trim() || html?.trim()) || attachments.length > 0;
}

/** Of a mail whose parts cannot be told apart: all that stands below its headers, as in reports that were cut on the way. */
function bodyOf(raw: Uint8Array): string {
  const start = startsWithHeaders(raw) ? headersOf(raw).byteLength : 0;
  return decodeText(raw.subarray(start, start + MAX_BODY_TEXT));
}

async function toMessage(
  email: DecodedMail,
  problem: string | null,
  depth: number,
  budget: ReadingBudget | null,
): Promise<Message> {
  const headers = email.headers.map(({ key: name, value }) => ({
    name,
    value: AS_WRITTEN.has(name) ? value : decoded(value),
  }));
  // In a report hangs our own letter, with our own files.
  const isReport = headers.some(({ name, value }) => name === 'content-type' && /^multipart\/report\b/i.test(value));
  const { attachments, attachedMessages, leftOut } = await readAttachments(email.attachments, budget, bytes =>
    readNested(bytes, depth + 1, isReport ? null : budget),
  );
  const html = email.html ? htmlText(email.html).slice(0, MAX_BODY_TEXT) : null;
  return {
    messageId: oneId(email.messageId),
    answers: [...new Set([...ids(email.inReplyTo), ...ids(email.references)])],
    from: senderIn(email.headers.filter(({ key }) => key === 'from').map(({ value }) => value)),
    to: (email.to ?? []).flatMap(flat),
    cc: (email.cc ?? []).flatMap(flat),
    subject: (email.subject ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim(),
    sentOn: instantOf(email.date),
    headers,
    text: email.text?.trim() ? plain(email.text) : null,
    htmlText: html?.trim() ? html : null,
    ...(email.html ? hiddenIn(email.html) : {}),
    attachments,
    attachedMessages,
    problem: problem ?? (leftOut || email.leftOut === true ? TOO_MANY_PARTS : null),
  };
}

/** Danger: a server's word on the sender holds what the sender wrote; decoded, it could say something else. */
const AS_WRITTEN = new Set(['authentication-results', 'dkim-signature', 'received']);

function hiddenIn(html: string): Pick<Message, 'hiddenText'> {
  const hidden = hiddenWords(html);
  return hidden === '' ? {} : { hiddenText: hidden };
}

function flat(address: NonNullable<DecodedMail['to']>[number]): Address[] {
  const all = address.group ?? [address];
  return all.map(one => mailbox(one.name, one.address));
}

function plain(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return lines.slice(0, MAX_BODY_TEXT);
}

function ids(value: string | undefined): string[] {
  return (value ?? '').match(/<[^<>\s]{1,500}>/g) ?? [];
}

function oneId(value: string | undefined): string | null {
  return ids(value)[0] ?? null;
}

/** As `toISOString` writes it: fractions of a second are dropped. */
const IN_UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function instantOf(date: string | undefined): Instant | null {
  if (date !== undefined && IN_UTC.test(date)) return `${date.slice(0, 19)}Z`;
  try {
    return date === undefined ? null : instantFrom(date);
  } catch {
    return null;
  }
}

/** Text without headers is kept as a body, so that a person can read it. */
function withoutHeaders(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(bytes.byteLength + 2);
  whole.set([13, 10]);
  whole.set(bytes, 2);
  return whole;
}
