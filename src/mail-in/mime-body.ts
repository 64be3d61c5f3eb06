export type TransferEncoding = 'plain' | 'base64' | 'quoted-printable';

/** What the header says, when it says it plainly; else null. */
export function transferEncoding(header: string | undefined): TransferEncoding | null {
  const name = (header ?? '8bit').toLowerCase();
  if (name === 'base64' || name === 'quoted-printable') return name;
  return name === '7bit' || name === '8bit' || name === 'binary' ? 'plain' : null;
}

const CR = 13;
const LF = 10;
const EQUALS = 61;

/** Where the decoded bytes go: a buffer of at least that size. */
export type Room = (size: number) => Buffer;

/** The bytes of a part's body, lines ending in LF. Null when a bare CR stands in it. */
export function bodyBytes(
  mail: Buffer,
  start: number,
  end: number,
  encoding: TransferEncoding,
  room: Room,
): Buffer | null {
  if (encoding === 'quoted-printable') return quotedPrintable(mail, start, end, room(end - start + 1));
  if (encoding === 'base64') return base64(mail, start, end, room(end - start + 1));
  const written = mail.toString('latin1', start, end);
  const text = withLf(written);
  return text === null ? null : text === written ? mail.subarray(start, end) : Buffer.from(text, 'latin1');
}

/** A body as it stands in the mail, one character a byte, with lines that end in LF. Null when a bare CR is in it. */
export function withLf(written: string): string | null {
  const text = written.includes('\r') ? written.replaceAll('\r\n', '\n') : written;
  if (text.includes('\r')) return null;
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** Used again for every text: a new one for each would soon be most of the work of the memory. */
let scratch = Buffer.allocUnsafe(64 * 1024);

/** Larger ones are not kept. */
const MAX_SCRATCH = 1024 * 1024;

/** Room that is written over by the next text. */
export function scratchRoom(size: number): Buffer {
  if (size > MAX_SCRATCH) return Buffer.allocUnsafe(size);
  if (size > scratch.length) scratch = Buffer.allocUnsafe(Math.min(MAX_SCRATCH, size * 2));
  return scratch;
}

/** The value of each character of base64; 64 for padding, 65 for all that is passed over (RFC 2045 6.8). */
const SIXBITS = new Uint8Array(256).fill(65);
Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/').forEach((code, value) => {
  SIXBITS[code] = value;
});
SIXBITS[EQUALS] = 64;

/** Padding ends a unit, also in the middle: some programs pad every line. */
function base64(mail: Buffer, start: number, end: number, out: Buffer): Buffer {
  let to = 0;
  let bits = 0;
  let count = 0;
  for (let at = start; at <= end; at++) {
    // Four characters at once, as long as none of them is a line break or worse.
    while (count === 0 && at + 3 < end) {
      const a = SIXBITS[mail[at]!]!;
      const b = SIXBITS[mail[at + 1]!]!;
      const c = SIXBITS[mail[at + 2]!]!;
      const d = SIXBITS[mail[at + 3]!]!;
      if ((a | b | c | d) >= 64) break;
      out[to++] = (a << 2) | (b >> 4);
      out[to++] = (b << 4) | (c >> 2);
      out[to++] = (c << 6) | d;
      at += 4;
    }
    const value = at < end ? SIXBITS[mail[at]!]! : 64;
    if (value === 65) continue;
    if (value < 64) {
      bits = (bits << 6) | value;
      count++;
    }
    if (count === 4) {
      out[to++] = bits >> 16;
      out[to++] = bits >> 8;
      out[to++] = bits;
    } else if (value < 64) continue;
    else if (count === 3) {
      out[to++] = bits >> 10;
      out[to++] = bits >> 2;
    } else if (count === 2) out[to++] = bits >> 4;
    bits = 0;
    count = 0;
  }
  return out.subarray(0, to);
}

/** RFC 2045 6.7; what is no escape stays as it is written. */
function quotedPrintable(bytes: Buffer, start: number, end: number, out: Buffer): Buffer | null {
  let to = 0;
  let soft = false;
  let lineStart = true;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === EQUALS) {
      const next = bytes[at + 1] ?? LF;
      if (at + 1 >= end || next === LF || next === CR) {
        soft = true;
        continue;
      }
      const code = at + 2 < end ? hex(next) * 16 + hex(bytes[at + 2]!) : -1;
      if (code >= 0) {
        out[to++] = code;
        at += 2;
      } else out[to++] = byte;
      lineStart = false;
    } else if (byte === LF) {
      if (!soft) out[to++] = LF;
      soft = false;
      lineStart = true;
    } else if (byte === CR) {
      if (at + 1 >= end || bytes[at + 1] !== LF) return null;
    } else {
      out[to++] = byte;
      lineStart = false;
    }
  }
  if (!lineStart && !soft) out[to++] = LF;
  return out.subarray(0, to);
}

function hex(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  if (byte >= 65 && byte <= 70) return byte - 55;
  return byte >= 97 && byte <= 102 ? byte - 87 : -1000;
}
