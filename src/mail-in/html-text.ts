import { convert } from 'html-to-text';

/** A newsletter or a pasted spreadsheet may be megabytes of markup; an answer is in the first part of it. */
const MAX_HTML = 1_000_000;

/** Deeply nested tables stop a recursive reader. */
const MAX_DEPTH = 200;

/** Mail programs mark their signature; as «-- » on a line of its own it is recognised like that of a plain text mail. */
const SIGNATURE_MARK =
  /<(?:div|span|table|p)\b[^>]{0,300}?(?:id="?(?:x_)?Signature\b|class="?[^">]{0,80}?(?:gmail_signature|moz-signature)\b)/giu;

/** Word leaves its style sheet and conditional comments in the body; none of it is text. */
const NOT_TEXT = /<!--[\s\S]*?-->|<(style|script|title|head)\b[\s\S]*?<\/\1\s*>/gi;

/** HTML as plain text: one line a line, quoted blocks with «> », a rule as underscores, a signature after «-- ». */
export function htmlText(html: string): string {
  const body = html.slice(0, MAX_HTML).replace(NOT_TEXT, ' ').replace(SIGNATURE_MARK, '<div>-- </div>$&');
  const text = convert(body, {
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
  return text
    .replace(/^-{32,}$/gm, '_'.repeat(32))
    .replace(/^(> ?)*[ \u00a0]+$/gm, '$1')
    .replace(/\n{3,}/g, '\n\n');
}
