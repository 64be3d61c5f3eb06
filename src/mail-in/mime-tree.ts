import { type TransferEncoding, transferEncoding } from './mime-body.ts';
import { type HeaderLine, readHeaderBlock } from './mime-headers.ts';
import { type StructuredValue, structuredValue } from './mime-parameters.ts';

/** A part that holds something itself: where its body stands in the mail, and how it is written. */
export interface MimeLeaf {
  type: StructuredValue;
  disposition: StructuredValue | null;
  encoding: TransferEncoding;
  /** Where its own headers begin; those of the mail itself when it has one part only. */
  headersStart: number;
  start: number;
  end: number;
  /** The nearest multipart/alternative around it: of its forms one is shown. */
  alternative: OpenMultipart | null;
}

export interface OpenMultipart {
  /** `--` and the boundary. */
  mark: string;
  alternative: OpenMultipart | null;
}

export interface MimeTree {
  headers: HeaderLine[];
  leaves: MimeLeaf[];
}

/** Forwarded mails nest three or four levels; the parser with all its limits takes what is deeper. */
const MAX_DEPTH = 12;

/** As much as the parser takes for all parts together (see read-message.ts). */
const MAX_ALL_HEADERS = 512 * 1024;

/** All boundaries that mail programs make; others (blanks at the end, other characters) are unsure. */
const BOUNDARY = /^[!-~](?:[ -~]{0,198}[!-~])?$/;

/** Longer than any of them with its dashes. */
const MAX_LINE = 210;

const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/;
const TEXT: StructuredValue = { value: 'text/plain', params: new Map() };
const DECIDING = new Set(['content-type', 'content-transfer-encoding', 'content-disposition']);

/**
 * The tree of a mail by RFC 2046, as its leaves in order. Null when anything is unusual: a
 * deciding header twice, no boundary or one that is part of another, a multipart that is never closed.
 */
export function readMimeTree(mail: Buffer): MimeTree | null {
  const open: OpenMultipart[] = [];
  const leaves: MimeLeaf[] = [];
  let headers: HeaderLine[] | null = null;
  let room = MAX_ALL_HEADERS;
  for (let at = 0; ; ) {
    const block = readHeaderBlock(mail, at);
    const part = block === null ? null : partOf(block.lines);
    if (block === null || part === null) return null;
    room -= block.end - at;
    if (room < 0) return null;
    headers ??= block.lines;
    const around = open.at(-1)?.alternative ?? null;
    let leaf: MimeLeaf | null = null;
    if (part.boundary === null)
      leaf = { ...part, headersStart: at, start: block.end, end: mail.length, alternative: around };
    else {
      if (open.length >= MAX_DEPTH || isPartOfAnother(`--${part.boundary}`, open)) return null;
      const multipart: OpenMultipart = { mark: `--${part.boundary}`, alternative: around };
      if (part.type.value === 'multipart/alternative') multipart.alternative = multipart;
      open.push(multipart);
    }
    const next = nextPart(mail, block.end, open, leaf);
    if (leaf !== null) leaves.push(leaf);
    if (next === null) return open.length === 0 ? { headers, leaves } : null;
    at = next;
  }
}

interface Part {
  type: StructuredValue;
  disposition: StructuredValue | null;
  encoding: TransferEncoding;
  /** Of a multipart, else null. */
  boundary: string | null;
}

function partOf(lines: readonly HeaderLine[]): Part | null {
  const found = new Map<string, string>();
  for (const { key, value } of lines) {
    if (!DECIDING.has(key)) continue;
    // Danger: a second Content-Type shows one mail to the virus scanner and another to us.
    if (found.has(key)) return null;
    found.set(key, value);
  }
  const declared = found.get('content-type');
  const type = declared === undefined ? TEXT : structuredValue(declared);
  const placed = found.get('content-disposition');
  const disposition = placed === undefined ? null : structuredValue(placed);
  const encoding = transferEncoding(found.get('content-transfer-encoding'));
  if (type === null || encoding === null || !MEDIA_TYPE.test(type.value)) return null;
  if (placed !== undefined && disposition === null) return null;
  if (!type.value.startsWith('multipart/')) return { type, disposition, encoding, boundary: null };
  const boundary = type.params.get('boundary') ?? '';
  // The parts of a digest are mails even when they do not say so (RFC 2046 5.1.5).
  return BOUNDARY.test(boundary) && type.value !== 'multipart/digest'
    ? { type, disposition, encoding, boundary }
    : null;
}

function isPartOfAnother(mark: string, open: readonly OpenMultipart[]): boolean {
  return open.some(other => other.mark.startsWith(mark) || mark.startsWith(other.mark));
}

/**
 * Goes to the next part: over the rest of the open leaf, whose end it sets, and over what stands between parts. Closes
 * the multiparts that end on the way. Null at the end of the mail.
 */
function nextPart(mail: Buffer, from: number, open: OpenMultipart[], leaf: MimeLeaf | null): number | null {
  let inLeaf = leaf !== null;
  for (let at = lineOfDashes(mail, from); at !== -1 && open.length > 0; ) {
    const found = boundaryAt(mail, at, open);
    if (found === null) {
      at = lineOfDashes(mail, at + 1);
      continue;
    }
    if (inLeaf && leaf !== null) leaf.end = at;
    inLeaf = false;
    open.length = found.closes ? found.level : found.level + 1;
    if (!found.closes) return found.end;
    at = lineOfDashes(mail, found.end);
  }
  return null;
}

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const DASHES = Buffer.from('--');

/** The next line that begins as a boundary does, or -1. Two dashes are rare in a mail, and line breaks are not. */
function lineOfDashes(mail: Buffer, from: number): number {
  for (let at = mail.indexOf(DASHES, from); at !== -1; at = mail.indexOf(DASHES, at)) {
    if (at === 0 || mail[at - 1] === LF) return at;
    // Not dash by dash: a line of a million of them is one line.
    at = mail.indexOf(LF, at);
    if (at === -1) return -1;
  }
  return -1;
}

/** The boundary that the line is, of the innermost multipart that has it. */
function boundaryAt(
  mail: Buffer,
  start: number,
  open: readonly OpenMultipart[],
): { level: number; closes: boolean; end: number } | null {
  const line = mail.toString('latin1', start, start + MAX_LINE);
  for (let level = open.length - 1; level >= 0; level--) {
    const { mark } = open[level]!;
    if (!line.startsWith(mark)) continue;
    const closes = line.startsWith('--', mark.length);
    let at = start + mark.length + (closes ? 2 : 0);
    while (mail[at] === SPACE || mail[at] === TAB) at++;
    while (mail[at] === CR) at++;
    if (at >= mail.length) return { level, closes, end: mail.length };
    if (mail[at] === LF) return { level, closes, end: at + 1 };
  }
  return null;
}
