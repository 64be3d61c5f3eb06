import { MAX_PART_LINES } from './mail-limits.ts';

/** The first part of a mail is enough to see whether it is one. */
const HEAD_BYTES = 256 * 1024;

const HEADER_LINE = /^[!-9;-~]+:/;

/** Enough for the headers and the first text of nearly every mail. */
const FIRST_BYTES = 4 * 1024;

/** The end of a mail stands at its end. */
const LAST_BYTES = 1024;

/** What is wrong with the outer form of a mail, in Norwegian, for the adviser; null when nothing is. */
export function shapeProblem(raw: Uint8Array): string | null {
  if (isBlank(raw)) return 'Meldingen er tom.';
  if (!startsWithHeaders(raw)) return 'Meldingen mangler brevhode og kan ikke leses som e-post.';
  const headers = headersOf(raw);
  if (!/^from:/im.test(headers)) return 'Meldingen mangler avsender.';
  const type = /^content-type:\s*(multipart\/[^\r\n]*)/im.exec(headers)?.[1];
  if (type !== undefined) {
    const boundary = /\bboundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(type);
    const mark = boundary?.[1] ?? boundary?.[2];
    if (mark === undefined) return 'Meldingen er delt opp, men sier ikke hvordan, og kan ikke leses.';
    if (!holds(raw, `--${mark}--`)) return 'Meldingen er ufullstendig: slutten mangler.';
  }
  const charset = /\bcharset\s*=\s*"?([^\s;"]{1,60})/iu.exec(headers)?.[1] ?? charsetOfText(raw);
  if (charset !== undefined && !isKnownCharset(charset))
    return `Meldingen har et ukjent tegnsett («${charset}») og kan ikke leses.`;
  return null;
}

/** A file that begins with its text has no headers; read as mail its first lines would be lost. */
export function startsWithHeaders(raw: Uint8Array): boolean {
  const first = latin1(raw, 2000)
    .split(/\r?\n/)
    .find(line => !line.startsWith('From '));
  return first !== undefined && HEADER_LINE.test(first);
}

/** Whether a mail may have more parts than its parser can take. */
export function hasTooManyParts(raw: Uint8Array): boolean {
  const mail = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  let count = 0;
  for (let at = mail.indexOf('\n--'); at !== -1; at = mail.indexOf('\n--', at + 3)) {
    count += 1;
    if (count > MAX_PART_LINES) return true;
  }
  return false;
}

function holds(raw: Uint8Array, text: string): boolean {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  return bytes.subarray(-LAST_BYTES).includes(text) || bytes.includes(text);
}

function isBlank(raw: Uint8Array): boolean {
  return latin1(raw, 200).trim() === '' && latin1(raw, HEAD_BYTES).trim() === '';
}

/** The headers with their folded lines joined. */
function headersOf(raw: Uint8Array): string {
  const first = latin1(raw, FIRST_BYTES);
  const whole = EMPTY_LINE.test(first) ? first : latin1(raw, HEAD_BYTES);
  return whole.split(EMPTY_LINE, 1)[0]?.replace(/\r?\n[ \t]+/g, ' ') ?? '';
}

const EMPTY_LINE = /\r?\n\r?\n/;

/** The charset of the first text part that names one. */
function charsetOfText(raw: Uint8Array): string | undefined {
  const first = latin1(raw, FIRST_BYTES);
  const found = TEXT_CHARSET.exec(first);
  // At the end of what was looked at, the line may go on.
  if (found !== null && first.includes('\n', found.index + found[0].length)) return found[1];
  return raw.byteLength > FIRST_BYTES ? TEXT_CHARSET.exec(latin1(raw, HEAD_BYTES))?.[1] : found?.[1];
}

const TEXT_CHARSET = /^content-type:\s*text\/[^\r\n]*\bcharset\s*=\s*"?([^\s;"]{1,60})/imu;

function isKnownCharset(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

const windows = new TextDecoder('latin1');

/** The first bytes as text; what is not ASCII as windows-1252. */
function latin1(raw: Uint8Array, length: number): string {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, length));
  const text = bytes.toString('latin1');
  return /[\x80-\x9f]/.test(text) ? windows.decode(bytes) : text;
}
