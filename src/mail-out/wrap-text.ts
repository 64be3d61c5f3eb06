/** RFC 3676 and old archive systems: a plain text line is at most 76 characters. */
export const LINE_WIDTH = 76;

/**
 * Breaks at plain spaces only: «kr 14 133» and «7. mars» carry hard ones. A word longer than a line is cut, except a web
 * address, since a broken link is worse than a long line. The first line starts with `first`, the others with `rest`.
 */
export function wrapText(text: string, first = '', rest = first): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of words(text, LINE_WIDTH - Math.max(first.length, rest.length))) {
    if (empty || line.length + 1 + word.length <= LINE_WIDTH) {
      line += empty ? word : ` ${word}`;
    } else {
      lines.push(line);
      line = `${rest}${word}`;
    }
    empty = false;
  }
  return [...lines, line].map(each => each.trimEnd()).filter(each => each !== '');
}

function* words(text: string, width: number): Generator<string> {
  for (const word of text.split(' ')) {
    if (word.length <= width || /^https?:\/\//i.test(word)) {
      if (word !== '') yield word;
      continue;
    }
    for (let at = 0; at < word.length; at += width) yield word.slice(at, at + width);
  }
}
