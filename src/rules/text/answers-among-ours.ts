import { isContact } from './name-lines.ts';
import type { OwnTexts } from './own-text.ts';
import { splitSignature } from './signature.ts';

/** So many lines of the block must be ours, and most of them, before anything else in it can be an answer. */
const MIN_OURS = 3;

/**
 * What somebody wrote between (or below) the lines of our letter, which his mail program quotes without any marks: all
 * that is not ours. Null when the block is no letter of ours, or holds nothing else.
 * Danger: what a mail program makes of our letter on its way (addresses, pictures' names) is no answer.
 */
export function answersAmongOurs(block: readonly string[], own: OwnTexts): string | null {
  const segments: string[][] = [];
  let ours = 0;
  let others = 0;
  let isOpen = false;
  for (const line of block) {
    if (line.trim() === '') {
      isOpen = false;
      continue;
    }
    const { isOurs, left } = partsOf(line, own);
    if (isOurs) {
      ours++;
      isOpen = false;
    }
    // Above the first line of ours stand greetings and banners.
    if (left === '' || ours === 0 || isContact(left)) continue;
    others++;
    if (isOpen) segments.at(-1)!.push(left);
    else segments.push([left]);
    isOpen = true;
  }
  if (ours < MIN_OURS || others >= ours) return null;
  const said = segments.map(lines => splitSignature(lines, '').text).filter(text => text !== '');
  return said.length === 0 ? null : said.join('\n\n');
}

/** Is the line ours, or a part of it («1. Vil dere delta? Ja, det vil vi.»)? `left` = the rest, as it stands. */
function partsOf(line: string, own: OwnTexts): { isOurs: boolean; left: string } {
  if (own.holds(line)) return { isOurs: true, left: '' };
  const sentences = line.slice(0, 2000).split(/(?<=[?!:]|\p{L}\.)\s+/u);
  const first = sentences.findIndex(sentence => !own.holds(sentence));
  // Our words first, then his: more often than not the other way round is a sentence of his that quotes ours.
  if (first <= 0) return { isOurs: false, left: line.trim() };
  return { isOurs: true, left: line.slice(line.indexOf(sentences[first]!, sentences[first - 1]!.length)).trim() };
}
