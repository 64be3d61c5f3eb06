/** Charsets of ordinary mail, under their ordinary names. Others have aliases and habits that postal-mime knows. */
const ORDINARY =
  /^(?:utf-?8|us-ascii|ascii|latin1|iso-8859-(?:[1-7]|9|1[0345])|windows-125\d|koi8-[ru]|gb2312|gbk|gb18030|big5|euc-kr|euc-jp|shift_jis|iso-2022-jp)$/;

/** By the Encoding Standard all of these are windows-1252. */
const WESTERN = /^(?:us-ascii|ascii|latin1|iso-8859-1|windows-1252)$/;

/** In these a line break is always the byte that it is in ASCII, and nothing else is. */
const KEEPS_LINES = /^(?:utf|us-|ascii|latin|iso-8859|windows|koi8)/;

/** Where windows-1252 differs from Latin-1, in which a byte is its own character. */
const WINDOWS_ONLY = /[\x80-\x9f]/;

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

/** Shared by all mails, since nothing is decoded in pieces. Node's own for windows-1252 goes character by character. */
function decoderFor(label: string): MimeCharset['decode'] {
  const decoder = new TextDecoder(label);
  if (!WESTERN.test(label)) return bytes => decoder.decode(bytes);
  return bytes => {
    const text = bytes.toString('latin1');
    return WINDOWS_ONLY.test(text) ? decoder.decode(bytes) : text;
  };
}
