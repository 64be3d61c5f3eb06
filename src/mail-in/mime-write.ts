import type { TransferEncoding } from './mime-body.ts';
import { mimeCharset } from './mime-charset.ts';

/** A text as bytes in its charset and transfer encoding, in lines that end in CRLF. */
export interface WrittenBody {
  body: string;
  charset: string;
  encoding: TransferEncoding;
}

/** Single-byte charsets, whose characters can be looked up. */
const SINGLE_BYTE = /^(?:iso-8859-\d+|windows-125\d|latin1|koi8-[ru])$/;

const BEYOND_ASCII = /[\u0080-\uffff]/;

const bytesOf = new Map<string, Map<string, number>>();

/** The bytes of a text; null when the charset is one of several bytes or has not all of its characters. */
function inCharset(text: string, charset: string): Buffer | null {
  if (/^utf-?8$/.test(charset)) return Buffer.from(text);
  if (/^(?:us-)?ascii$/.test(charset)) return BEYOND_ASCII.test(text) ? null : Buffer.from(text);
  if (!SINGLE_BYTE.test(charset)) return null;
  const table = bytesOf.get(charset) ?? tableOf(charset);
  bytesOf.set(charset, table);
  const codes = [...text].map(character => table.get(character));
  return codes.includes(undefined) ? null : Buffer.from(codes as number[]);
}

function tableOf(charset: string): Map<string, number> {
  const decode = mimeCharset(charset)!.decode;
  return new Map(Array.from({ length: 256 }, (_, code) => [decode(Buffer.from([code])), code]));
}

/** Writes a text in the charset and encoding that it had; in UTF-8 when the charset has not all of its characters. */
export function writtenBody(text: string, charset: string, encoding: TransferEncoding): WrittenBody {
  const lines = text.replace(/\r?\n/g, '\r\n');
  const label = charset.trim().toLowerCase() || 'us-ascii';
  const own = inCharset(lines, label);
  const bytes = own ?? Buffer.from(lines);
  const fits = encoding === 'plain' && own !== null && lines.split('\r\n').every(line => line.length < 950);
  if (fits) return { body: bytes.toString('latin1'), charset: label, encoding };
  const kept = encoding === 'base64' ? 'base64' : 'quoted-printable';
  return { body: encoded(bytes, kept), charset: own === null ? 'utf-8' : label, encoding: kept };
}

/** Bytes in base64 or quoted-printable (RFC 2045). */
export function encoded(bytes: Buffer, encoding: 'base64' | 'quoted-printable'): string {
  if (encoding === 'base64')
    return `${bytes.toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`.replace(/(?:\r\n)+$/, '\r\n');
  return bytes.toString('latin1').split('\r\n').map(quotedPrintableLine).join('\r\n');
}

const MOST = 75;

function quotedPrintableLine(line: string): string {
  const signs = [...line].map((sign, i) => {
    const code = sign.charCodeAt(0);
    const isLastBlank = i === line.length - 1 && (sign === ' ' || sign === '\t');
    const isPlain = (code >= 33 && code <= 126 && sign !== '=') || sign === ' ' || sign === '\t';
    return isPlain && !isLastBlank ? sign : `=${code.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  let written = '';
  let width = 0;
  for (const sign of signs) {
    if (width + sign.length > MOST) {
      written += '=\r\n';
      width = 0;
    }
    written += sign;
    width += sign.length;
  }
  return written;
}

/** A header's text with encoded words (RFC 2047) where it is not ASCII. */
export function headerText(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text;
  const words: string[] = [];
  let word = '';
  for (const sign of text) {
    const written = [...Buffer.from(sign)]
      .map(byte =>
        /[A-Za-z0-9]/.test(String.fromCharCode(byte))
          ? String.fromCharCode(byte)
          : byte === 32
            ? '_'
            : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
      )
      .join('');
    if (word.length + written.length > 60) {
      words.push(word);
      word = '';
    }
    word += written;
  }
  return [...words, word].map(one => `=?utf-8?Q?${one}?=`).join(' ');
}

/** One header line, folded at blanks. */
export function headerLine(name: string, value: string): string {
  let line = `${name}:`;
  let written = '';
  for (const word of value.split(/[ \t]+/).filter(one => one !== '')) {
    if (line.length + word.length > 76 && line.trim() !== '' && line !== `${name}:`) {
      written += `${line}\r\n`;
      line = '';
    }
    line += ` ${word}`;
  }
  return `${written}${line}\r\n`;
}
