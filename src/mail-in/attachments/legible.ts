/** Fewer letters than this say nothing of a page: a stamp, a page number. */
const ENOUGH = 100;

const VOWELS = /[aeiouyæøåáàâäéèêëíïóòôöúüýAEIOUYÆØÅÁÀÂÄÉÈÊËÍÏÓÒÔÖÚÜÝ]+/g;

/** Longer than nearly any Norwegian word; addresses and file names aside. */
const GLUED = /(?<![\p{L}\d@./_-])\p{L}{30,}(?![\p{L}@./_-])/gu;

/** Letters that stand alone: four in a row are no words («i å»). */
const PULLED_APART = /(?<!\S)(?:\p{L} ){4,}/gu;

/** The letters in a text. */
export function lettersIn(text: string): number {
  return text.replace(/\P{L}+/gu, '').length;
}

/**
 * Whether a text can be read as words. A font without character codes gives signs or letters in disorder; text set letter
 * by letter may have lost the blanks between its words, or have one behind each letter.
 */
export function isLegible(text: string): boolean {
  const letters = lettersIn(text);
  if (letters < ENOUGH) return !hasStraySigns(text);
  if (hasStraySigns(text)) return false;
  const vowels = (text.length - text.replace(VOWELS, '').length) / letters;
  if (vowels < 0.22 || vowels > 0.62) return false;
  return lettersIn((text.match(GLUED) ?? []).join('') + (text.match(PULLED_APART) ?? []).join('')) < letters / 10;
}

/** Signs of no script: the replacement character, the private area of fonts, controls. */
function hasStraySigns(text: string): boolean {
  const stray = text.match(/\uFFFD|\p{Co}|(?![\n\r\t\f])\p{Cc}/gu)?.length ?? 0;
  return stray > 3 && stray > text.length / 20;
}

/** Whether the blanks of a line cannot be right. */
export function isSpacedWrongly(line: string): boolean {
  return line.search(GLUED) !== -1 || line.search(PULLED_APART) !== -1;
}
