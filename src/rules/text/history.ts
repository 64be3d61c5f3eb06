import type { OwnTexts } from './own-text.ts';
import { paragraphsIn } from './paragraphs.ts';
import { quoteStartAt } from './quote-start.ts';
import type { Unquoted } from './quoted-lines.ts';
import { splitSignature } from './signature.ts';

const MARKS = /^[\s\ufeff]*(?:>\s?)+/;
const ONE_MARK = /^[\s\ufeff]*> ?/;

/** Is there quoted history, and does it repeat a letter of ours? */
export type History = 'none' | 'ours' | 'other';

/** Tells whose history it is. */
export function historyOf({ lines, marked, block }: Unquoted, own: OwnTexts): History {
  const quoted = block === null ? marked : [...marked, ...lines.slice(block)];
  if (quoted.length === 0) return 'none';
  return !own.isEmpty && repeatsUs(quoted, own) ? 'ours' : 'other';
}

/** Quoted lines may be wrapped anywhere, so paragraphs are put together first. */
function repeatsUs(quoted: readonly string[], own: OwnTexts): boolean {
  const lines = quoted.map(line => (line.includes('>') ? line.replace(MARKS, '') : line));
  return paragraphsIn(lines).some(({ from, to }) => own.contains(lines.slice(from, to).join('\n')));
}

/** All that is quoted, as it stands. */
export function quotedTextOf({ lines, marked, block, end }: Unquoted): string {
  return [...marked, ...(block === null ? [] : lines.slice(end))].join('\n').trim();
}

/** The first block below the sender's words, up to the next one; Apple Mail marks all of it with «>». Null: none. */
export function firstBlockOf({ lines, marked, block, segments }: Unquoted): string[] | null {
  if (block !== null) return upToNextQuote(lines, block);
  if (segments.length > 1 || marked.length === 0) return null;
  const unmarked = marked.map(line => line.replace(ONE_MARK, ''));
  const first = unmarked.findIndex(line => line.trim() !== '');
  const start = first === -1 ? null : quoteStartAt(unmarked, first);
  return start?.kind === 'block' ? upToNextQuote(unmarked, first + start.lines) : null;
}

function upToNextQuote(lines: readonly string[], from: number): string[] {
  let end = from;
  while (end < lines.length && quoteStartAt(lines, end) === null) end++;
  return lines.slice(from, end);
}

/** What somebody else wrote and the sender passed on. A block in which our own words stand is our letter quoted. */
export function forwardedOf(unquoted: Unquoted, own: OwnTexts): string | null {
  const block = firstBlockOf(unquoted);
  if (block === null) return null;
  const lines = block.filter(line => !ONE_MARK.test(line));
  const holdsOurs = paragraphsIn(lines).some(({ from, to }) => {
    const paragraph = lines.slice(from, to).join('\n');
    return own.contains(paragraph) || paragraph.split(/(?<=[.!?])\s+/).some(sentence => own.contains(sentence));
  });
  const { text } = splitSignature(lines, '');
  return text === '' || holdsOurs ? null : text;
}
