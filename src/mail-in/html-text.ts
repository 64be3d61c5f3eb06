import { compile } from 'html-to-text';
import { withoutHidden } from './hidden-html.ts';
import { withHistoryMarked } from './html-history.ts';
import { leanHtmlText } from './lean-html.ts';

/** A newsletter or a pasted spreadsheet may be megabytes of markup; an answer is in the first part of it. */
const MAX_HTML = 1_000_000;

/** Deeply nested tables stop a recursive reader. */
const MAX_DEPTH = 200;

/** Mail programs mark their signature; as «-- » on a line of its own it is recognised like that of a plain text mail. */
const SIGNATURE_MARK =
  /<(?:div|span|table|p)\b[^>]{0,300}?(?:id="?(?:x_)?Signature\b|class="?[^">]{0,80}?(?:gmail_signature|moz-signature)\b)/giu;

/** What begins an element that is no text; what is struck out («<s>», «<del>») is taken back. */
const NOT_TEXT = /<(?:!--|(style|script|title|head|del|strike|s)(?=[\s>]))/gi;

/** «ſ» is an «s» to the pattern above. */
const SIGNATURE = /signature|\u017f/i;

/** Made once: it takes longer than most mails to convert. */
const convert = compile({
  wordwrap: false,
  limits: { maxDepth: MAX_DEPTH, maxInputLength: MAX_HTML * 2 },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'hr', options: { length: 32 } },
    { selector: 'p.MsoNormal', format: 'paragraph', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'li.MsoNormal', format: 'paragraph', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'h1', options: { uppercase: false } },
    { selector: 'h2', options: { uppercase: false } },
    { selector: 'h3', options: { uppercase: false } },
    { selector: 'h4', options: { uppercase: false } },
    { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    { selector: 'blockquote', options: { leadingLineBreaks: 1, trailingLineBreaks: 1, trimEmptyLines: true } },
  ],
});

/** The words in it that no reader sees, outside of earlier mails that it quotes; '' when there are none. */
export function hiddenWords(html: string): string {
  return withoutHidden(html.slice(0, MAX_HTML)).hidden;
}

/** HTML as plain text, what no reader sees left out: one line a line, quoted blocks with «> », a rule as underscores, a signature after «-- », history below a title. */
export function htmlText(html: string): string {
  const text = withHistoryMarked(withoutStyles(withoutHidden(html.slice(0, MAX_HTML)).html));
  const body = SIGNATURE.test(text) ? text.replace(SIGNATURE_MARK, '<div>-- </div>$&') : text;
  const written = leanHtmlText(body) ?? convertAny(body);
  const ruled = written.includes(RULE) ? written.replace(/^-{32,}$/gm, '_'.repeat(32)) : written;
  const tidy = ruled.replace(/^(> ?)*[ \u00a0]+$/gm, '$1');
  return tidy.includes('\n\n\n') ? tidy.replace(/\n{3,}/g, '\n\n') : tidy;
}

const RULE = '-'.repeat(32);

/** What stands deeper than MAX_DEPTH is left out anyway, with this mark. */
const LEFT_OUT = '...';

/** So many elements within each other take html-to-text a second; a million bytes of `<b>` took it a quarter of a minute. */
const MAX_OPEN = 20_000;

/** Elements that nothing closes, or that the next of their kind closes. */
const TAG =
  /<(?:(?!(?:br|hr|img|p|li|t[drh]|d[dt]|meta|link|input|col|option|wbr|area|base|source|param)\b)|(?=\/))(\/?)([a-z]{1,20})/gi;

/** Any HTML as html-to-text reads it; lean-html.ts, which is ten times quicker, reads the ordinary ones in the same way. */
export function convertAny(html: string): string {
  return isTooDeep(html) ? LEFT_OUT : convert(html);
}

/** Danger: «<i></b>» opens one more each time, though as many are closed. */
function isTooDeep(html: string): boolean {
  const open = new Map<string, number>();
  let depth = 0;
  for (const [, slash, written = ''] of html.matchAll(TAG)) {
    const name = written.toLowerCase();
    const count = open.get(name) ?? 0;
    if (slash === '' || count > 0) {
      open.set(name, count + (slash === '' ? 1 : -1));
      depth += slash === '' ? 1 : -1;
    }
    if (depth > MAX_OPEN) return true;
  }
  return false;
}

/**
 * Word leaves its style sheet and conditional comments in the body; none of it is text.
 * Danger: one pattern for the whole searches to the end of the mail for every `<!--` that nothing closes.
 */
function withoutStyles(html: string): string {
  const unclosed = new Set<string>();
  let kept = '';
  let from = 0;
  NOT_TEXT.lastIndex = 0;
  for (let found = NOT_TEXT.exec(html); found !== null; found = NOT_TEXT.exec(html)) {
    const name = found[1]?.toLowerCase() ?? '--';
    const end = unclosed.has(name) ? -1 : endOf(html, name, NOT_TEXT.lastIndex);
    if (end === -1) {
      unclosed.add(name);
      continue;
    }
    kept += `${html.slice(from, found.index)} `;
    from = end;
    NOT_TEXT.lastIndex = end;
  }
  return kept + html.slice(from);
}

/** Behind the end of a comment or an element that begins before `from`; -1 when it has none. */
function endOf(html: string, name: string, from: number): number {
  if (name === '--') {
    const end = html.indexOf('-->', from);
    return end === -1 ? -1 : end + 3;
  }
  const closing = new RegExp(`</${name}\\s*>`, 'gi');
  closing.lastIndex = from;
  return closing.test(html) ? closing.lastIndex : -1;
}
