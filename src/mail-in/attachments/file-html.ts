import { htmlText } from '../html-text.ts';
import { DAMAGED, FileFault, TOO_LARGE } from './file-fault.ts';

/** html-text.ts reads no more; a letter has a hundredth of it. */
const MAX_HTML = 1_000_000;

/** What html-text.ts writes for elements within each other by the thousand. */
const LEFT_OUT = '...';

/** The text of a file in HTML, or of an office file written as such: a table's columns are three blanks apart. Throws FileFault. */
export function fileHtmlText(html: string): string {
  if (html.length > MAX_HTML) throw new FileFault(TOO_LARGE);
  const text = htmlText(html).replace(/ {3,}/g, '   ');
  if (text.trim() === LEFT_OUT) throw new FileFault(DAMAGED);
  return text;
}
