/**
 * RFC 3676, `format=flowed`: a line that ends in a space goes on in the next one, and a space that protects the start
 * of a line is taken away. With `deletesSpace` the space at the end of a line is no part of the text.
 */
export function flowedText(text: string, deletesSpace: boolean): string {
  // Joined once at the end: a text of one growing paragraph would otherwise be copied with every line of it.
  const pieces: string[] = [];
  let openFrom = 0;
  let openLength = 0;
  text.split(/\r?\n/).forEach((raw, number) => {
    const line = raw.startsWith(' ') ? raw.slice(1) : raw;
    const last = pieces.at(-1) ?? '';
    // «-- » above a signature ends in a space and yet is a line of its own.
    const isMark = openLength === 3 && pieces.slice(openFrom).join('') === '-- ';
    if (number > 0 && last.endsWith(' ') && !isMark) {
      if (deletesSpace) {
        pieces.pop();
        if (last.length > 1) pieces.push(last.slice(0, -1));
        openLength--;
      }
    } else if (number > 0) {
      pieces.push('\n');
      openFrom = pieces.length;
      openLength = 0;
    }
    if (line !== '') pieces.push(line);
    openLength += line.length;
  });
  return pieces.join('');
}
