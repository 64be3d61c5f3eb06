import { isUnfinished, joinWrapped, paragraphsOf } from './paragraphs.ts';
import type { TextLine } from './text-line.ts';

/** The lines of a page from top to bottom of the file's own order, and where the paper ends. */
export interface PageLines {
  lines: TextLine[];
  /** y of the upper and the lower edge of the paper. */
  top: number;
  bottom: number;
}

/** The part of the paper, above and below, where the heads and feet of pages stand. */
const EDGE = 0.13;

const PAGE_NUMBER = /^(?:(?:side|page|s\.)\s*)?[-–(]?\s*\d{1,4}\s*(?:(?:av|of|\/)\s*\d{1,4})?\s*[-–)]?$/i;

/** Points by which the same line may differ from page to page. */
const SAME_PLACE = 4;

/**
 * The text of a document: what is printed at the edge of several pages comes once (a foot at the end), page numbers not at
 * all, and a sentence that goes on behind a page's end stays one.
 */
export function textOfPages(pages: readonly PageLines[]): string {
  const running = runningLines(pages);
  const printed = new Set<string>();
  const feet: string[] = [];
  let text = '';
  for (const page of pages) {
    const isOwn = (line: TextLine): boolean => {
      if (pages.length < 2 || !isAtEdge(page, line.y)) return true;
      if (line.text.length < 40 && PAGE_NUMBER.test(line.text.trim())) return false;
      const key = keyOf(line, page);
      if (!running.has(key)) return true;
      const isFoot = line.y < (page.top + page.bottom) / 2;
      if (!printed.has(key) && isFoot) feet.push(line.text);
      const isFirst = !printed.has(key);
      printed.add(key);
      return isFirst && !isFoot;
    };
    const next = paragraphsOf(page.lines.filter(isOwn));
    if (next === '') continue;
    if (text === '') text = next;
    else text = isUnfinished(text) && /^\p{Ll}/u.test(next) ? joinWrapped(text, next) : `${text}\n\n${next}`;
  }
  return [text, ...feet].filter(part => part !== '').join('\n\n');
}

/** Lines that stand at the same place of the edge on more than one page, page numbers in them aside. */
function runningLines(pages: readonly PageLines[]): Set<string> {
  const pagesOf = new Map<string, number>();
  for (const page of pages) {
    const keys = new Set(page.lines.filter(({ y }) => isAtEdge(page, y)).map(line => keyOf(line, page)));
    for (const key of keys) pagesOf.set(key, (pagesOf.get(key) ?? 0) + 1);
  }
  return new Set([...pagesOf].filter(([, count]) => count > 1).map(([key]) => key));
}

function keyOf({ text, y }: TextLine, { bottom }: PageLines): string {
  return `${Math.round((y - bottom) / SAME_PLACE)} ${text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim()}`;
}

function isAtEdge({ top, bottom }: PageLines, y: number): boolean {
  const edge = (top - bottom) * EDGE;
  return y > top - edge || y < bottom + edge;
}
