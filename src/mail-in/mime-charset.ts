import { isUtf8 } from 'node:buffer';

/** Charsets of ordinary mail, under their ordinary names. Others have aliases and habits that postal-mime knows. */
const ORDINARY =
  /^(?:utf-?8|us-ascii|ascii|latin1|iso-8859-(?:[1-7]|9|1[0345])|windows-125\d|koi8-[ru]|gb2312|gbk|gb18030|big5|euc-kr|euc-jp|shift_jis|iso-2022-jp)$/;

/** By the Encoding Standard all of these are windows-1252. */
const WESTERN = /^(?:us-ascii|ascii|latin1|iso-8859-1|windows-1252)$/;

/** In these a line break is always the byte that it is in ASCII, and nothing else is. */
const KEEPS_LINES = /^(?:utf|us-|ascii|latin|iso-8859|windows|koi8)/;

/** Where windows-1252 differs from Latin-1, in which a byte is its own character. */
const WINDOWS_ONLY = /[\x80-\x9f]/;
const BEYOND_ASCII = /[\x80-\xff]/;
const OTHER_LETTERS = /[\u00a0-\ufffc]/;

export interface MimeCharset {
  keepsLines: boolean;
  decode(bytes: Buffer): string;
}

const known = new Map<string, MimeCharset>();

/** The reader for a `charset` (none = UTF-8); null for those that are not ordinary. */
export function mimeCharset(charset: string | undefined): MimeCharset | null {
  const label = (charset || 'utf8').trim().toLowerCase();
  const old = known.get(label);
  if (old !== undefined) return old;
  if (!ORDINARY.test(label)) return null;
  const made = { keepsLines: KEEPS_LINES.test(label), decode: decoderFor(label) };
  known.set(label, made);
  return made;
}

const western = new TextDecoder('windows-1252');
const utf8 = new TextDecoder();

/**
 * Shared by all mails, since nothing is decoded in pieces. What a mail says of its letters is often not so: UTF-8 shows
 * itself (hardly any other text is valid UTF-8 beyond ASCII), and what calls itself UTF-8 and is not is Western European here.
 * Node's own decoder for windows-1252 goes character by character.
 */
function decoderFor(label: string): MimeCharset['decode'] {
  const decoder = new TextDecoder(label);
  if (/^utf-?8$/.test(label)) {
    return bytes => {
      const text = decoder.decode(bytes);
      // Danger: a mail that lost a byte on its way is UTF-8 still; only one in which no letter is, is not.
      return text.includes('\ufffd') && !OTHER_LETTERS.test(text) ? western.decode(bytes) : text;
    };
  }
  if (!WESTERN.test(label)) return bytes => decoder.decode(bytes);
  return bytes => {
    const text = bytes.toString('latin1');
    if (!BEYOND_ASCII.test(text)) return text;
    if (isUtf8(bytes)) return utf8.decode(bytes);
    return WINDOWS_ONLY.test(text) ? decoder.decode(bytes) : text;
  };
}
