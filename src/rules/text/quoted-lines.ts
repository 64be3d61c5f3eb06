import { type QuoteStart, quoteStartAt } from './quote-start.ts';

/** A body taken apart into what its sender wrote and what he quotes. */
export interface Unquoted {
  lines: readonly string[];
  /** The sender's own lines; quoted lines stand between one segment and the next. */
  segments: string[][];
  /** Lines with quote marks among them, and the attributions above these. */
  marked: string[];
  /** The first line of the history that runs to the end, its introduction not counted; null when there is none. */
  block: number | null;
  /** The line at which that introduction begins, else the number of lines. */
  end: number;
}

const MARK = /^[\s\ufeff]{0,8}>/;

/** GroupWise: «>>> Eva Indreby 27.02.2014 09:12 >>>», with unmarked text below. */
const BETWEEN_MARKS = /^\s{0,8}>>> [^>].{2,150}\d.{0,40} >>>\s*$/;

/** Text that the sender quotes with a bar, as some programs do. */
const BAR = /^\s{0,8}\|(?:\s|$)/;

/** Takes quoted history out of a body. Lines are literal; nothing is joined or trimmed. */
export function unquote(body: string): Unquoted {
  const lines = body.split('\n');
  const found: Unquoted = { lines, segments: [], marked: [], block: null, end: lines.length };
  let segment: string[] = [];
  const close = () => {
    if (segment.some(line => line.trim() !== '')) found.segments.push(segment);
    segment = [];
  };
  let hasBars = false;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!;
    if (line.startsWith('>>>') && BETWEEN_MARKS.test(line)) {
      close();
      return { ...found, block: at + 1, end: at };
    }
    if (MARK.test(line) || (hasBars && BAR.test(line)) || isWrapped(lines, at)) {
      close();
      found.marked.push(line);
      at++;
      continue;
    }
    const start = quoteStartAt(lines, at);
    if (start === null) {
      segment.push(line);
      at++;
      continue;
    }
    if (start.before !== '') segment.push(start.before);
    close();
    const below = nextFilled(lines, at + start.lines);
    const first = lines[below] ?? '';
    if (runsToTheEnd(start, below >= lines.length, first)) {
      found.block = at + start.lines;
      found.end = at;
      return found;
    }
    hasBars = BAR.test(first);
    found.marked.push(...(start.before === '' ? lines.slice(at, at + start.lines) : [start.from]));
    at += start.lines;
  }
  close();
  return found;
}

/** Below «Den … skrev …:» marked lines stand among the sender's own; unmarked text is quoted to the end. */
function runsToTheEnd({ kind }: QuoteStart, isLast: boolean, first: string): boolean {
  return kind === 'block' || !(isLast || MARK.test(first) || BAR.test(first));
}

/** Mail programs wrap a marked line that is too long, and leave what is over without a mark. */
const MIN_WRAPPED = 50;

/**
 * Is this what is over of a long quoted line? Danger: it would be our own words as the sender's. An answer of his own
 * between quoted lines begins with a capital letter, or the line above it ends a sentence.
 */
function isWrapped(lines: readonly string[], at: number): boolean {
  const above = lines[at - 1];
  const below = lines[at + 1];
  if (above === undefined || below === undefined || !MARK.test(above) || !MARK.test(below)) return false;
  return above.length >= MIN_WRAPPED && !/[.?!:]\s*$/.test(above.slice(-20)) && /^[^\s\p{Lu}]/u.test(lines[at]!);
}

function nextFilled(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]!.trim() === '') at++;
  return at;
}
