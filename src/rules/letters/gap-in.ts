import type { WrittenLetter } from './letter-facts.ts';

/** What a place that nobody filled looks like: a field's brackets, or a missing value written out by the language. */
const GAP = /\{\{[^{}\n]{0,60}|\}\}|\bundefined\b|\bNaN\b|\[object [A-Z]\w{0,20}\]|mailto:(?=[?"\s>]|$)|href=""/;

/** The first gap in a letter's words, or null: the last look before its bytes are frozen. */
export function gapIn({ subject, text, html }: Pick<WrittenLetter, 'subject' | 'text' | 'html'>): string | null {
  for (const words of [subject, text, html]) {
    const found = GAP.exec(words);
    if (found !== null) return found[0];
  }
  return null;
}
