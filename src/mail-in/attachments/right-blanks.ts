import { isSpacedWrongly } from './legible.ts';
import type { TextLine } from './text-line.ts';

/**
 * Lines whose letters stand so far apart, or words so close, that the blanks between them are guessed wrong get the blanks
 * that the file draws, when it draws any.
 * @param drawn the letters and blanks of the page in the order of drawing
 */
export function blanksAsDrawn(lines: readonly TextLine[], drawn: string): TextLine[] {
  let letters = '';
  const places: number[] = [];
  for (let at = 0; at < drawn.length; at++) {
    if (/\s/.test(drawn[at]!)) continue;
    letters += drawn[at];
    places.push(at);
  }
  let from = 0;
  return lines.map(line => {
    if (!isSpacedWrongly(line.text)) return line;
    const wanted = line.text.replace(/\s+/g, '');
    const found = letters.indexOf(wanted, from);
    const at = found === -1 ? letters.indexOf(wanted) : found;
    if (at === -1) return line;
    from = at + wanted.length;
    const written = drawn.slice(places[at], places[from - 1]! + 1).replace(/\s+/g, ' ');
    return written.includes(' ') ? { ...line, text: written } : line;
  });
}
