import { HiddenClasses, type Look, lookOf } from './html-look.ts';

/** HTML without the words that no reader sees, and those words. */
export interface SeenHtml {
  html: string;
  /** Words hidden in what is new in the mail, not in an earlier one below; '' when there are none. */
  hidden: string;
}

/** Nothing can be hidden in HTML that has none of these; most mail has none. */
const MAY_HIDE =
  /\bhidden\b|display\s*:|visibility|opacity|mso-hide|line-through|-\d{3}|font-size\s*:\s*[01.]|size\s*=\s*["']?0|#f|white|transparent|rgba?\(|<(?:template|select|textarea|datalist|iframe|object)\b/i;

/** Their content is not shown as text, or not as the sender's words. */
const NEVER_TEXT = new Set(['template', 'select', 'textarea', 'datalist', 'iframe', 'object']);

/** What stands in them is no text for any reader of HTML (html-text.ts takes it out). */
const SKIPPED = new Set(['style', 'script', 'title']);

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** A new one of these ends an open paragraph. */
const BLOCKS = new Set('p div table ul ol li blockquote h1 h2 h3 h4 h5 h6 hr section article header footer'.split(' '));

/** A new one ends the one before it. */
const ENDS_ITS_LIKE = new Set(['li', 'td', 'th', 'tr', 'option', 'dt', 'dd']);

/** Where an earlier mail is quoted: the hidden preview of our own letter stands there too. */
const QUOTE = /\b(?:gmail_quote|moz-cite-prefix|divRplyFwdMsg|yahoo_quoted)\b/;
const HEADER_LINE_ABOVE = /border-top\s*:\s*solid/i;

/** Where a comment or a tag begins. */
const START = /<(?:!--|(\/?)([a-z][a-z\d:]{0,20})(?=[\s/>]))/gi;

/** More than this of hidden words nobody needs to know. */
const MOST_HIDDEN = 2000;

interface Open {
  name: string;
  look: Look;
  quoted: boolean;
}

/**
 * Takes out the words that a reader of the mail would not see: not displayed, without size, white on white, struck out.
 * Danger: «slutter seg <span style="display:none">ikke</span> til» shows a person a yes and a program a no.
 */
export function withoutHidden(html: string): SeenHtml {
  if (!MAY_HIDE.test(html)) return { html, hidden: '' };
  const classes = new HiddenClasses(html);
  const open: Open[] = [
    { name: '', look: { hidden: false, struck: false, tiny: false, light: false, onColour: false }, quoted: false },
  ];
  const counts = new Map<string, number>();
  const kept: string[] = [];
  const unclosed = new Set<string>();
  let hidden = '';
  let at = 0;
  let inHistory = false;
  const pop = () => {
    const { name } = open.pop()!;
    counts.set(name, counts.get(name)! - 1);
  };
  const text = (until: number) => {
    const words = html.slice(at, until);
    const { look, quoted } = open.at(-1)!;
    const unseen = look.hidden || look.tiny || (look.light && !look.onColour);
    if (unseen && !quoted && !inHistory && hidden.length < MOST_HIDDEN) hidden += ` ${words.slice(0, MOST_HIDDEN)}`;
    kept.push(unseen || look.struck ? ' ' : words);
  };
  START.lastIndex = 0;
  for (let found = START.exec(html); found !== null; found = START.exec(html)) {
    const [, slash, written] = found;
    const inside = START.lastIndex;
    const tagEnd = written === undefined ? inside : endOfTag(html, inside);
    // A tag that nothing ends has no text behind it.
    if (tagEnd === -1) break;
    text(found.index);
    at = tagEnd;
    START.lastIndex = at;
    const attributes = html.slice(inside, at - 1);
    if (written === undefined || SKIPPED.has(written.toLowerCase())) {
      const end = slash === '/' ? at : endOf(html, written?.toLowerCase(), at, unclosed);
      kept.push(html.slice(found.index, end));
      at = end;
      START.lastIndex = end;
      continue;
    }
    kept.push(html.slice(found.index, at));
    const name = written.toLowerCase();
    if (slash === '/') {
      if ((counts.get(name) ?? 0) === 0) continue;
      while (open.at(-1)!.name !== name) pop();
      pop();
      continue;
    }
    if (BLOCKS.has(name) && open.at(-1)!.name === 'p') pop();
    if (ENDS_ITS_LIKE.has(name) && open.at(-1)!.name === name) pop();
    inHistory ||= QUOTE.test(attributes) || HEADER_LINE_ABOVE.test(attributes);
    if (VOID.has(name)) continue;
    const above = open.at(-1)!;
    const look = lookOf(name, attributes, above.look, classes);
    open.push({
      name,
      look: NEVER_TEXT.has(name) ? { ...look, hidden: true } : look,
      quoted: above.quoted || name === 'blockquote',
    });
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  text(html.length);
  return { html: kept.join(''), hidden: hidden.replace(/&nbsp;|&#\d+;|&\w+;|\s+/g, ' ').trim() };
}

/** Behind the «>» that ends a tag, outside of quotation marks; -1 without one. */
function endOfTag(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length; at++) {
    const sign = html[at]!;
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '>') return at + 1;
    // Elsewhere a quotation mark is only a sign.
    else if ((sign === '"' || sign === "'") && /[=\s]/.test(html[at - 1]!)) quote = sign;
  }
  return -1;
}

/** Behind a comment, or an element whose content is no text; right here when nothing closes it. */
function endOf(html: string, name: string | undefined, from: number, unclosed: Set<string>): number {
  const key = name ?? '--';
  if (unclosed.has(key)) return from;
  const closing = name === undefined ? /-->/g : new RegExp(`</${name}\\s*>`, 'gi');
  closing.lastIndex = from;
  if (closing.test(html)) return closing.lastIndex;
  // Danger: to search to the end for each of them again takes minutes.
  unclosed.add(key);
  return from;
}
