import type { OwnTexts } from './own-text.ts';
import { quoteStartAt } from './quote-start.ts';
import { withoutSignature } from './signature.ts';

export interface NewText {
  /** What the sender wrote now, his segments with a blank line between. */
  text: string;
  /** The same with its signature, where the name of an unknown sender's municipality may stand. */
  withSignature: string;
  /** Is there quoted history, and does it repeat a letter of ours? */
  quoted: 'none' | 'ours' | 'other';
  /** The first block below it that is not ours: words that the sender passed on, or null. */
  forwarded: string | null;
}

const QUOTED_LINE = /^\s*>/;

/** Removes quoted history, signature and footers from a body. Pieces that it leaves are literal slices of the body. */
export function newTextOf(body: string, senderName: string, own: OwnTexts): NewText {
  const lines = body.split('\n');
  const quotedLines: string[] = [];
  const kept: string[] = [];
  let block: string[] | null = null;
  for (let at = 0; at < lines.length; ) {
    const start = quoteStartAt(lines, at);
    if (start === null) {
      const line = lines[at] ?? '';
      if (QUOTED_LINE.test(line)) quotedLines.push(line);
      kept.push(QUOTED_LINE.test(line) ? '' : line);
      at++;
      continue;
    }
    const next = at + start.lines;
    const marked = start.kind === 'attribution' && followedByMarks(lines, next);
    kept.push('');
    if (marked) {
      at = next;
      continue;
    }
    block = upToNextQuote(lines, next);
    quotedLines.push(...lines.slice(next));
    break;
  }
  const text = withoutOwnParagraphs(kept.join('\n'), own);
  return {
    text: withoutSignature(text, senderName),
    withSignature: text,
    quoted: quotedLines.length === 0 ? 'none' : repeatsUs(quotedLines, own) ? 'ours' : 'other',
    forwarded: forwardedOf(block, own),
  };
}

/** Below «Den … skrev …:» marked lines stand among the sender's own; unmarked text is quoted to the end. */
function followedByMarks(lines: readonly string[], from: number): boolean {
  const next = lines.slice(from).find(line => line.trim() !== '');
  return next === undefined || QUOTED_LINE.test(next);
}

/** Quoted lines may be wrapped anywhere, so paragraphs are put together first. */
function repeatsUs(lines: readonly string[], own: OwnTexts): boolean {
  const unmarked = lines.map(line => line.replace(/^\s*(?:>\s?)+/, '')).join('\n');
  return unmarked.split(/\n[ \t]*\n/).some(part => own.contains(part));
}

function upToNextQuote(lines: readonly string[], from: number): string[] {
  let end = from;
  while (end < lines.length && quoteStartAt(lines, end) === null) end++;
  return lines.slice(from, end);
}

/** A block in which our own words stand is our letter quoted, not an answer passed on. */
function forwardedOf(block: string[] | null, own: OwnTexts): string | null {
  if (block === null) return null;
  const text = block
    .filter(line => !QUOTED_LINE.test(line))
    .join('\n')
    .trim();
  const paragraphs = text.split(/\n[ \t]*\n/).filter(part => part.trim() !== '');
  const ours = paragraphs.filter(
    part => own.contains(part) || part.split(/(?<=[.!?])\s+/).some(sentence => own.contains(sentence)),
  );
  return text === '' || ours.length > 0 ? null : withoutSignature(text, '');
}

function withoutOwnParagraphs(text: string, own: OwnTexts): string {
  return text
    .split(/\n[ \t]*\n/)
    .filter(part => !own.contains(part))
    .join('\n\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
