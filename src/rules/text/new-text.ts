import type { OwnTexts } from './own-text.ts';
import { quoteStartAt } from './quote-start.ts';
import { withoutSignature } from './signature.ts';

export interface NewText {
  /** What the sender wrote now, his segments with a blank line between. */
  text: string;
  /** The same with its signature, where the name of an unknown sender's municipality may stand. */
  withSignature: string;
  /** Is there quoted history, and does it repeat a letter of ours? */
  readonly quoted: 'none' | 'ours' | 'other';
  /** The first block below it that is not ours: words that the sender passed on, or null. */
  readonly forwarded: string | null;
}

const QUOTED_LINE = /^\s*>/;

/** Removes quoted history, signature and footers from a body. Pieces that it leaves are literal slices of the body. */
export function newTextOf(body: string, senderName: string, own: OwnTexts): NewText {
  const unquoted = withoutQuotes(body);
  const text = withoutOwnParagraphs(unquoted.kept, own);
  let quoted: NewText['quoted'] | undefined;
  return {
    text: withoutSignature(text, senderName),
    withSignature: text,
    // Most mails are understood without the history below them, which is most of their text.
    get quoted() {
      quoted ??= quotedBy(unquoted, own);
      return quoted;
    },
    get forwarded() {
      const { lines, block } = unquoted;
      return block === null ? null : forwardedOf(upToNextQuote(lines, block), own);
    },
  };
}

/** Only the `text` of `newTextOf`: what is quoted is not looked at. */
export function newWordsOf(body: string, senderName: string, own: OwnTexts): string {
  return withoutSignature(withoutOwnParagraphs(withoutQuotes(body).kept, own), senderName);
}

interface Unquoted {
  lines: string[];
  /** The sender's own lines; a quoted one is left empty. */
  kept: string;
  /** Lines marked with «>» among them. */
  marked: string[];
  /** The line at which the quoted history begins that runs to the end. */
  block: number | null;
}

function withoutQuotes(body: string): Unquoted {
  const lines = body.split('\n');
  const marked: string[] = [];
  const kept: string[] = [];
  let block: number | null = null;
  for (let at = 0; at < lines.length && block === null; ) {
    const start = quoteStartAt(lines, at);
    if (start === null) {
      const line = lines[at] ?? '';
      const isMarked = QUOTED_LINE.test(line);
      if (isMarked) marked.push(line);
      kept.push(isMarked ? '' : line);
      at++;
      continue;
    }
    at += start.lines;
    kept.push('');
    if (start.kind !== 'attribution' || !followedByMarks(lines, at)) block = at;
  }
  return { lines, kept: kept.join('\n'), marked, block };
}

/** Below «Den … skrev …:» marked lines stand among the sender's own; unmarked text is quoted to the end. */
function followedByMarks(lines: readonly string[], from: number): boolean {
  let at = from;
  while (at < lines.length && (lines[at] ?? '').trim() === '') at++;
  return at >= lines.length || QUOTED_LINE.test(lines[at] ?? '');
}

function quotedBy({ lines, marked, block }: Unquoted, own: OwnTexts): NewText['quoted'] {
  const quoted = block === null ? marked : [...marked, ...lines.slice(block)];
  if (quoted.length === 0) return 'none';
  return !own.isEmpty && repeatsUs(quoted, own) ? 'ours' : 'other';
}

/** Quoted lines may be wrapped anywhere, so paragraphs are put together first. */
function repeatsUs(lines: readonly string[], own: OwnTexts): boolean {
  let paragraph = '';
  for (const line of lines) {
    const unmarked = line.includes('>') ? line.replace(/^\s*(?:>\s?)+/, '') : line;
    if (/[^ \t]/.test(unmarked)) {
      paragraph += `${unmarked}\n`;
      continue;
    }
    if (own.contains(paragraph)) return true;
    paragraph = '';
  }
  return own.contains(paragraph);
}

function upToNextQuote(lines: readonly string[], from: number): string[] {
  let end = from;
  while (end < lines.length && quoteStartAt(lines, end) === null) end++;
  return lines.slice(from, end);
}

/** A block in which our own words stand is our letter quoted, not an answer passed on. */
function forwardedOf(block: readonly string[], own: OwnTexts): string | null {
  const text = block
    .filter(line => !QUOTED_LINE.test(line))
    .join('\n')
    .trim();
  const paragraphs = text.split(/\n[ \t]*\n/).filter(part => part.trim() !== '');
  const holdsOurs = paragraphs.some(
    part => own.contains(part) || part.split(/(?<=[.!?])\s+/).some(sentence => own.contains(sentence)),
  );
  return text === '' || holdsOurs ? null : withoutSignature(text, '');
}

function withoutOwnParagraphs(text: string, own: OwnTexts): string {
  return text
    .split(/\n[ \t]*\n/)
    .filter(part => !own.contains(part))
    .join('\n\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
