import PostalMime, { addressParser } from 'postal-mime';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { instantFrom } from '../rules/calendar/oslo-time.ts';
import type { Address, Attachment, Message } from '../rules/replies/message.ts';
import { attachmentText } from './attachment-text.ts';
import { htmlText } from './html-text.ts';
import { type DecodedMail, type DecodedPart, decoded, readLeanMail } from './lean-mail.ts';
import { shapeProblem, startsWithHeaders } from './mail-shape.ts';
import { mailbox } from './strict-address.ts';

/** A larger mail would fill the memory several times over while it is decoded: only its headers are read. */
const MAX_MAIL_BYTES = 25 * 1024 * 1024;

/** The headers of a mail that is too large; also the limit of all headers together. */
const MAX_HEADER_BYTES = 512 * 1024;

/** Nobody writes more than this; a body beyond it is a pasted log or an attack on the patterns. */
const MAX_BODY_TEXT = 400_000;

/** A mail in a mail in a mail is read; deeper ones are rubbish or an attack. */
const MAX_ATTACHED_DEPTH = 3;

/** More parts than this come from a mail program in a loop. */
const MAX_ATTACHMENTS = 40;

/** Decodes a mail. Never throws: what cannot be read comes out with `problem` set. */
export async function readMessage(raw: Uint8Array): Promise<Message> {
  return readNested(raw, 0);
}

async function readNested(raw: Uint8Array, depth: number): Promise<Message> {
  try {
    const tooLarge = raw.byteLength > MAX_MAIL_BYTES;
    const size = Math.round(raw.byteLength / 1024 / 1024);
    const problem = tooLarge ? `Meldingen er for stor til å leses (${size} MB).` : shapeProblem(raw);
    const email =
      (problem === null ? readLeanMail(raw, MAX_ATTACHMENTS) : null) ??
      (await readWithPostalMime(tooLarge ? raw.subarray(0, MAX_HEADER_BYTES) : raw));
    return await toMessage(tooLarge ? { ...email, attachments: [] } : email, problem, depth);
  } catch {
    return unreadableMessage('Meldingen kunne ikke leses som e-post.');
  }
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

async function toMessage(email: DecodedMail, problem: string | null, depth: number): Promise<Message> {
  const headers = email.headers.map(({ key, value }) => ({ name: key, value: decoded(value) }));
  const attachments: Attachment[] = [];
  const attachedMessages: Message[] = [];
  for (const part of email.attachments.slice(0, MAX_ATTACHMENTS)) {
    const bytes = bytesOf(part.content);
    if (part.mimeType === 'message/rfc822' && depth < MAX_ATTACHED_DEPTH) {
      const inner = await readNested(bytes, depth + 1);
      attachedMessages.push(inner);
      attachments.push({ ...describe(part, bytes), text: inner.text ?? inner.htmlText, problem: inner.problem });
    } else
      attachments.push({ ...describe(part, bytes), ...(await attachmentText(fileName(part), part.mimeType, bytes)) });
  }
  const html = email.html ? htmlText(email.html).slice(0, MAX_BODY_TEXT) : null;
  return {
    messageId: oneId(email.messageId),
    answers: [...new Set([...ids(email.inReplyTo), ...ids(email.references)])],
    from: sender(headers),
    to: (email.to ?? []).flatMap(flat),
    cc: (email.cc ?? []).flatMap(flat),
    subject: (email.subject ?? '').replace(/\s+/g, ' ').trim(),
    sentOn: instantOf(email.date),
    headers,
    text: email.text?.trim() ? plain(email.text) : null,
    htmlText: html?.trim() ? html : null,
    attachments,
    attachedMessages,
    problem,
  };
}

/** Two senders in one From (or two From lines) is a way to seem to be somebody else: then the address is nobody's. */
function sender(headers: Message['headers']): Address | null {
  const lines = headers.filter(({ name }) => name === 'from');
  const found = lines.flatMap(({ value }) => addressParser(value, { flatten: true }));
  const [first] = found;
  if (first === undefined) return null;
  return found.length === 1 ? mailbox(first.name, first.address) : { name: first.name ?? '', address: '' };
}

function flat(address: NonNullable<DecodedMail['to']>[number]): Address[] {
  const all = address.group ?? [address];
  return all.map(one => mailbox(one.name, one.address));
}

function bytesOf(content: DecodedPart['content']): Uint8Array {
  if (content instanceof Uint8Array) return content;
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
}

function describe(part: DecodedPart, bytes: Uint8Array): Omit<Attachment, 'text' | 'problem'> {
  return { name: fileName(part), contentType: part.mimeType, size: bytes.byteLength };
}

/** A name for people and for evidence only: no folders, no control characters. */
function fileName(part: DecodedPart): string {
  const name = (part.filename ?? '')
    .normalize('NFC')
    .replace(/^.*[\\/]/, '')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 200);
  return name === '' ? part.mimeType.replace('/', '-') : name;
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
