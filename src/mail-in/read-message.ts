import PostalMime, { addressParser, decodeWords, type Email, type Attachment as MimePart } from 'postal-mime';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { instantFrom } from '../rules/calendar/oslo-time.ts';
import type { Address, Attachment, Message } from '../rules/replies/message.ts';
import { attachmentText } from './attachment-text.ts';
import { htmlText } from './html-text.ts';
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
    const bytes = tooLarge ? raw.subarray(0, MAX_HEADER_BYTES) : raw;
    const email = await PostalMime.parse(startsWithHeaders(bytes) ? bytes : withoutHeaders(bytes), {
      attachmentEncoding: 'arraybuffer',
      forceRfc822Attachments: true,
      maxNestingDepth: 50,
      maxHeadersSize: MAX_HEADER_BYTES,
    });
    return await toMessage(tooLarge ? { ...email, attachments: [] } : email, problem, depth);
  } catch {
    return { ...NOTHING, problem: 'Meldingen kunne ikke leses som e-post.' };
  }
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

async function toMessage(email: Email, problem: string | null, depth: number): Promise<Message> {
  const headers = email.headers.map(({ key, value }) => ({ name: key, value: decodeWords(value) }));
  const attachments: Attachment[] = [];
  const attachedMessages: Message[] = [];
  for (const part of email.attachments.slice(0, MAX_ATTACHMENTS)) {
    const bytes =
      typeof part.content === 'string' ? new TextEncoder().encode(part.content) : new Uint8Array(part.content);
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

function flat(address: NonNullable<Email['to']>[number]): Address[] {
  const all = address.group ?? [address];
  return all.map(one => mailbox(one.name, one.address));
}

function describe(part: MimePart, bytes: Uint8Array): Omit<Attachment, 'text' | 'problem'> {
  return { name: fileName(part), contentType: part.mimeType, size: bytes.byteLength };
}

/** A name for people and for evidence only: no folders, no control characters. */
function fileName(part: MimePart): string {
  const name = (part.filename ?? '')
    .normalize('NFC')
    .replace(/^.*[\\/]/, '')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 200);
  return name === '' ? part.mimeType.replace('/', '-') : name;
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').slice(0, MAX_BODY_TEXT);
}

function ids(value: string | undefined): string[] {
  return (value ?? '').match(/<[^<>\s]{1,500}>/g) ?? [];
}

function oneId(value: string | undefined): string | null {
  return ids(value)[0] ?? null;
}

function instantOf(date: string | undefined): Instant | null {
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
