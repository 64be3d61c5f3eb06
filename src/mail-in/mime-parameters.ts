import { mimeCharset } from './mime-charset.ts';

/** `text/plain; charset=utf-8` taken apart. */
export interface StructuredValue {
  /** In lower case. */
  value: string;
  /** By name in lower case; RFC 2231 pieces are put together. */
  params: ReadonlyMap<string, string>;
}

const VALUE = /^([!#$%&'*+./\w^`{|}~-]+)[ \t]*(?:;|$)/;

/** One parameter: a plain word, or words in quotation marks without a backslash. Comments and anything else are unsure. */
const PARAMETER =
  /[ \t]*([!#$%&'*+.\w^`{|}~-]+)[ \t]*=[ \t]*(?:"([^"\\]*)"|([!#$%&'*+./:=?@\w^`{|}~-]+))[ \t]*(?:;|$)/y;

/** Longer ones are an attack or belong to a mail program in a loop. */
const MAX_VALUE = 2000;

/** Takes the value of a Content-Type or Content-Disposition apart; null when it is not written as plainly as it should. */
export function structuredValue(text: string): StructuredValue | null {
  const first = text.length > MAX_VALUE ? null : VALUE.exec(text);
  if (first === null) return null;
  const plain = new Map<string, string>();
  const pieces = new Map<string, string>();
  for (let at = first[0].length; at < text.length; ) {
    if (/^[ \t]*$/.test(text.slice(at))) break;
    PARAMETER.lastIndex = at;
    const found = PARAMETER.exec(text);
    if (found === null) return null;
    at = PARAMETER.lastIndex;
    const name = (found[1] ?? '').toLowerCase();
    const into = name.includes('*') ? pieces : plain;
    // Danger: of two boundaries one is for the virus scanner and one for us.
    if (into.has(name)) return null;
    into.set(name, found[2] ?? found[3] ?? '');
  }
  if (pieces.size > 0 && !joinPieces(pieces, plain)) return null;
  return { value: (first[1] ?? '').toLowerCase(), params: plain };
}

/** RFC 2231: `name*=utf-8''…`, `name*0=…; name*1=…`, `name*0*=…`. False when the pieces do not fit together. */
function joinPieces(pieces: ReadonlyMap<string, string>, into: Map<string, string>): boolean {
  const names = new Set([...pieces.keys()].map(name => name.slice(0, name.indexOf('*'))));
  for (const name of names) {
    const value = joinedValue(name, pieces);
    // A file name may stand twice, for old and new programs: the new form counts. Of anything else one is for somebody else.
    if (value === null || (into.has(name) && name !== 'filename' && name !== 'name')) return false;
    into.set(name, value);
  }
  return [...pieces.keys()].every(name => /^[^*]+\*(?:(?:0|[1-9]\d?)\*?)?$/.test(name));
}

function joinedValue(name: string, pieces: ReadonlyMap<string, string>): string | null {
  const count = [...pieces.keys()].filter(key => key.startsWith(`${name}*`)).length;
  const single = pieces.get(`${name}*`);
  const parts: { text: string; encoded: boolean }[] = single === undefined ? [] : [{ text: single, encoded: true }];
  for (let number = 0; single === undefined && number < count; number++) {
    const encoded = pieces.get(`${name}*${number}*`);
    const text = encoded ?? pieces.get(`${name}*${number}`);
    if (text === undefined) return null;
    parts.push({ text, encoded: encoded !== undefined });
  }
  if (parts.length !== count) return null;
  return decodedPieces(parts);
}

/** Neighbours are decoded together: a character may be cut in the middle of its bytes. */
function decodedPieces(parts: { text: string; encoded: boolean }[]): string | null {
  let charset = 'utf-8';
  const [first] = parts;
  if (first?.encoded) {
    const mark = /^([^']*)'[^']*'(.*)$/.exec(first.text);
    if (mark === null) return null;
    charset = mark[1] || 'utf-8';
    first.text = mark[2] ?? '';
  } else if (parts.some(({ encoded }) => encoded)) return null;
  const reader = mimeCharset(charset);
  if (reader === null) return null;
  let result = '';
  let waiting = '';
  for (const { text, encoded } of [...parts, { text: '', encoded: false }]) {
    if (encoded) {
      waiting += text;
      continue;
    }
    if (waiting !== '') result += reader.decode(percentBytes(waiting));
    waiting = '';
    result += text;
  }
  return result;
}

function percentBytes(text: string): Buffer {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const hex = text[at] === '%' ? /^[\da-f]{2}/i.exec(text.slice(at + 1, at + 3))?.[0] : undefined;
    if (hex === undefined) {
      bytes.push(...Buffer.from(text[at] ?? ''));
      continue;
    }
    bytes.push(Number.parseInt(hex, 16));
    at += 2;
  }
  return Buffer.from(bytes);
}
