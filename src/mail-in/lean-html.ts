import { LeanBlockText } from './lean-block-text.ts';
import { textOfEntities } from './lean-entities.ts';

/** Elements that stand in a line and say nothing of it. Anything that is not named in this file is unsure. */
const INLINE = new Set(
  'a abbr b big center cite code del em font html i ins o:p s small span strike strong sub sup tt u'.split(' '),
);

/** Line breaks above and below. */
const BLOCKS = new Map<string, readonly [number, number]>([
  ['p', [2, 2]],
  ['div', [1, 1]],
  ['blockquote', [1, 1]],
  ['article', [1, 1]],
  ['aside', [1, 1]],
  ['footer', [1, 1]],
  ['header', [1, 1]],
  ['main', [1, 1]],
  ['nav', [1, 1]],
  ['section', [1, 1]],
  ['h1', [3, 2]],
  ['h2', [3, 2]],
  ['h3', [3, 2]],
  ['h4', [2, 2]],
]);

/** Word's own paragraph: one line a line. Written otherwise (more classes, not in front) it is unsure. */
const WORD_PARAGRAPH = /^\s+class=(?:"MsoNormal"|MsoNormal)(?=\s|$)/;

/** What may stand before the body and is no text. */
const BEFORE_BODY =
  /^\s*(?:<!doctype [^<>"']*(?:"[^<>"']*"[^<>"']*)*>\s*)?(?:<html(?:\s[^<>"']*(?:"[^<>"']*"[^<>"']*)*)?>\s*)?(?:<\/?(?:head|meta|link|base)(?:\s[^<>"']*(?:"[^<>"']*"[^<>"']*)*)?>\s*)*$/i;

const BODY = /<body(?=[\s>])/i;

/** A rule is written as this many dashes (see html-text.ts). */
const RULE = '-'.repeat(32);

/** Deeper nesting than any mail program makes. */
const MAX_DEPTH = 60;

/**
 * The text of well-formed HTML of paragraphs, blocks, quotes and ordinary inline elements, as html-to-text with the
 * options of html-text.ts writes it. Null for tables, lists, and everything that a browser would have to put right.
 */
export function leanHtmlText(html: string): string | null {
  const body = bodyOf(html);
  if (body === null) return null;
  const builder = new LeanBlockText();
  const open: string[] = [];
  let at = body.start;
  for (;;) {
    const tag = html.indexOf('<', at);
    const text = textOfEntities(html.slice(at, tag === -1 ? html.length : tag));
    if (text === null) return null;
    if (text !== '') builder.addText(text);
    if (tag === -1) break;
    const end = html.indexOf('>', tag);
    if (end === -1) return null;
    at = end + 1;
    const inner = html.slice(tag + 1, end);
    const element = ORDINARY.get(inner) ?? elementOf(inner);
    if (element === null || open.length > MAX_DEPTH) return null;
    if (element.closes && element.name === 'body' && body.inBody && open.length === 0)
      return isEnd(html.slice(at)) ? builder.text() : null;
    if (!apply(element, open, builder)) return null;
  }
  return open.length === 0 && !body.inBody ? builder.text() : null;
}

/** Where the text begins: behind `<body …>`, or at the start when there is none. */
function bodyOf(html: string): { start: number; inBody: boolean } | null {
  const found = BODY.exec(html);
  if (found === null) return { start: 0, inBody: false };
  const end = html.indexOf('>', found.index);
  if (end === -1 || !isPlain(html.slice(found.index + 5, end))) return null;
  const before = html.slice(0, found.index);
  return before.length < 10_000 && BEFORE_BODY.test(before) ? { start: end + 1, inBody: true } : null;
}

/** Behind the body only its own end, and that of the page, may stand. */
function isEnd(rest: string): boolean {
  return rest.length < 1000 && /^\s*(?:<\/html>)?\s*$/i.test(rest);
}

interface Element {
  name: string;
  closes: boolean;
  /** Line breaks above and below a block, null for what stands in a line. */
  breaks: readonly [number, number] | null;
}

/** Has no content, so nothing closes it. */
const EMPTY = new Set(['br', 'hr', 'img', 'meta', 'link']);

/** The element that stands between «<» and «>»; null when it is none that is known, or is not plainly written. */
function elementOf(inner: string): Element | null {
  const written = /^\/?[a-z][a-z\d:]{0,15}(?=[\s/]|$)/i.exec(inner)?.[0];
  if (written === undefined) return null;
  const attributes = inner.slice(written.length);
  const closes = written.startsWith('/');
  const name = written.slice(closes ? 1 : 0).toLowerCase();
  if (!isPlain(attributes)) return null;
  const breaks = BLOCKS.get(name) ?? null;
  if (breaks === null && name !== 'body' && !INLINE.has(name) && !EMPTY.has(name)) return null;
  // Not closed by its slash: a browser leaves it open.
  if (attributes.endsWith('/') && !EMPTY.has(name)) return null;
  if (name !== 'p' || !attributes.includes('MsoNormal')) return { name, closes, breaks };
  return WORD_PARAGRAPH.test(attributes) ? { name, closes, breaks: [1, 1] } : null;
}

/** Attributes whose end is certain: blanks first, and quotation marks in pairs. */
function isPlain(attributes: string): boolean {
  if (attributes === '' || attributes === '/') return true;
  if (!/^[\s/]/.test(attributes) || attributes.includes('<')) return false;
  let quote = '';
  for (let at = 0; at < attributes.length; at++) {
    const sign = attributes[at]!;
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") {
      if (attributes[at - 1] !== '=') return false;
      quote = sign;
    }
  }
  return quote === '';
}

/** Nearly all tags of a mail are these; to look them up is quicker than to take them apart. */
const ORDINARY = new Map(
  ['p class="MsoNormal"', 'p class=MsoNormal', ...'/p p o:p /o:p br br/ div /div span /span b /b a /a'.split(' ')].map(
    inner => [inner, elementOf(inner)] as const,
  ),
);

/** False when the tag does not fit what is open. */
function apply({ name, closes, breaks }: Element, open: string[], builder: LeanBlockText): boolean {
  if (closes) {
    if (open.pop() !== name) return false;
    if (breaks !== null) builder.closeBlock();
    return true;
  }
  if (name === 'br') builder.breakLine();
  // A block ends an open paragraph, wherever its own end tag stands.
  else if ((breaks !== null || name === 'hr') && open.at(-1) === 'p') return false;
  else if (name === 'hr') addRule(builder);
  else if (name === 'body') return false;
  if (EMPTY.has(name)) return true;
  open.push(name);
  if (breaks !== null) builder.openBlock(breaks[0], breaks[1], name === 'blockquote');
  return true;
}

function addRule(builder: LeanBlockText): void {
  builder.openBlock(2, 2, false);
  builder.addText(RULE);
  builder.closeBlock();
}
