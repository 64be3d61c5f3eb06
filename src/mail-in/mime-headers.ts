/** A header line, unfolded: its name in lower case, its value still with encoded words. */
export interface HeaderLine {
  key: string;
  value: string;
}

export interface HeaderBlock {
  lines: HeaderLine[];
  /** Where the body begins: behind the empty line. */
  end: number;
}

/** No mail of a town hall has longer headers; the parser with all its limits takes those that have. */
const MAX_HEADERS = 64 * 1024;

const FIELD_NAME = /^[!-9;-~]+$/;

/** Danger: a control character or a line break of its own kind is how a second sender is smuggled into a header. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that must not stand there
const CONTROL = /[\0-\x08\x0a-\x1f\x7f]/;

const BEYOND_ASCII = /[^\0-\x7f]/;

/** RFC 6532 headers; a mark U+FEFF stays, so that it cannot turn a line into another header. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Most blocks are shorter than the second; a value that is kept holds no more than its block in memory. */
const STEPS = [1024, 8 * 1024, MAX_HEADERS];

/**
 * The header lines from `start` to the empty line. Null when they are not plainly headers: no name, no empty line,
 * control characters, or too long.
 */
export function readHeaderBlock(mail: Buffer, start: number): HeaderBlock | null {
  for (const step of STEPS) {
    const text = mail.toString('latin1', start, start + step);
    const lines = linesOf(text);
    if (lines !== 'longer') return lines === null ? null : unfolded(lines.lines, start, start + lines.end);
    if (text.length < step) return null;
  }
  return null;
}

/** The unfolded lines before the empty line; `longer` when it does not stand in the text. */
function linesOf(text: string): { lines: string[]; end: number } | 'longer' | null {
  const lines: string[] = [];
  for (let at = 0; ; ) {
    const stop = text.indexOf('\n', at);
    if (stop === -1) return 'longer';
    const line = text.slice(at, text[stop - 1] === '\r' && stop > at ? stop - 1 : stop);
    at = stop + 1;
    if (line === '') return { lines, end: at };
    // A boundary among the headers ends the part before it had a body.
    if (line.startsWith('--') || CONTROL.test(line)) return null;
    const decoded = BEYOND_ASCII.test(line) ? utf8.decode(Buffer.from(line, 'latin1')) : line;
    if (line[0] !== ' ' && line[0] !== '\t') lines.push(decoded);
    else if (lines.length === 0) return null;
    else lines[lines.length - 1] += decoded;
  }
}

function unfolded(lines: readonly string[], start: number, end: number): HeaderBlock | null {
  const block: HeaderBlock = { lines: [], end };
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = withoutBlanks(colon === -1 ? line : line.slice(0, colon));
    // The line that a mailbox file puts above a mail («From x@y Thu Jun 18 …») is kept as some header without a meaning.
    const isEnvelope = start === 0 && block.lines.length === 0 && line.startsWith('From ');
    if (!isEnvelope && (colon === -1 || !FIELD_NAME.test(name))) return null;
    block.lines.push({ key: name.toLowerCase(), value: colon === -1 ? '' : withoutBlanks(line.slice(colon + 1)) });
  }
  return block;
}

/** Only space and tab, as RFC 5322 has it: other spaces of Unicode are content. */
export function withoutBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
