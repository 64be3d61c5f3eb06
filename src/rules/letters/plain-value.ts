/**
 * Control characters, and the marks that turn the reading direction: neither belongs in a name or a title, and the
 * first kind can smuggle in a header, the second make an address look like another one.
 */
const UNWANTED = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** A value that must stay on one line: names, titles, references. */
export function oneLine(value: string): string {
  return value.replace(UNWANTED, ' ').replace(/ {2,}/g, ' ').trim();
}

/** Running text as paragraphs of lines: a blank line parts paragraphs, a line break is kept. */
export function paragraphsOf(text: string): string[][] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n/)
    .map(paragraph => paragraph.split('\n').map(oneLine).filter(Boolean))
    .filter(lines => lines.length > 0);
}

/** Where an author's line break means something: the start of a list item. */
const LIST_ITEM = /^(?:[-*•–]|\d{1,2}[.)])\s/;

/** As `paragraphsOf`, but lines that an author broke for width alone are joined again. */
export function rejoinedParagraphs(text: string): string[][] {
  return paragraphsOf(text).map(lines => {
    const joined: string[] = [];
    for (const line of lines) {
      const last = joined.length - 1;
      if (last < 0 || LIST_ITEM.test(line)) joined.push(line);
      else joined[last] = `${joined[last]!} ${line}`;
    }
    return joined;
  });
}
