/** Bullets and arrows of symbol fonts, which have no character of their own. */
const SYMBOLS = /[\uF000-\uF0FF]/g;

/** Signs that nobody sees (soft hyphens, joiners, controls): they would part a word for the rules. */
const UNSEEN = /\p{Cf}|(?![\n\r\t\f\u0085])\p{Cc}/gu;

/** A file's text as the rules want it: one form of each letter, no signs that nobody sees, LF between lines. */
export function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replace(SYMBOLS, '•')
    .replace(UNSEEN, '')
    .replace(/\r\n?|[\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, ' ');
}
