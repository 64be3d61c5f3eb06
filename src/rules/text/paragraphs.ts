/** Lines between blank lines: from the first to behind the last. */
export interface Paragraph {
  from: number;
  to: number;
}

/** The paragraphs among the lines from `from` to before `to`. */
export function paragraphsIn(lines: readonly string[], from = 0, to = lines.length): Paragraph[] {
  const found: Paragraph[] = [];
  let start = -1;
  for (let at = from; at <= to; at++) {
    const isBlank = at === to || lines[at]!.trim() === '';
    if (!isBlank && start === -1) start = at;
    if (isBlank && start !== -1) {
      found.push({ from: start, to: at });
      start = -1;
    }
  }
  return found;
}

/** Only these paragraphs of the lines, with as many blank lines between them as their sender made. */
export function linesOf(lines: readonly string[], paragraphs: readonly Paragraph[]): string[] {
  return paragraphs.flatMap(({ from, to }, at) => {
    let end = to;
    while (at < paragraphs.length - 1 && end < lines.length && lines[end]!.trim() === '') end++;
    return lines.slice(from, end);
  });
}

/** The lines that belong to none of these paragraphs, which stand in order. */
export function linesBetween(lines: readonly string[], paragraphs: readonly Paragraph[]): string[] {
  const ends = [0, ...paragraphs.map(({ to }) => to)];
  return ends.flatMap((end, at) => lines.slice(end, paragraphs[at]?.from));
}
