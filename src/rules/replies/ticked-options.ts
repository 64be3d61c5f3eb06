import { words } from '../text/words.ts';
import type { PlacedSentence } from './sections.ts';

/** «[x]», «(x)», «☒», «✔», and a lone «x» in front of an option. */
const TICK = /[☒☑✓✔✅🗹]|[[(]\s{0,3}[xX✓✔]\s{0,3}[\])]|^\s{0,8}[xX]\s{1,8}(?=\p{L}{2})/u;

/** «[ ]», «( )», «☐», «□» */
const BLANK = /[☐□⬜]|\[\s{0,3}\]|\(\s{0,3}\)/u;

/** «a) …», «b. …»: an option of a list in which another one is ticked. */
const LETTERED = /^\s{0,8}[a-eA-E][.)]\s/u;

/** «c) vil behandle saken senere: X»: the cross behind an option of a list. */
const TICK_BEHIND = /[:.…–-]\s{0,3}[xX✓✔]\s{0,3}$/u;

/** «~~Nei~~»: struck out. */
const STRUCK = /~~[^~]{1,200}~~/gu;

/**
 * Of a list of ready answers only the ticked ones are said: «[x] slutter seg til / [ ] slutter seg ikke til». The tick is
 * taken off, so that the line reads like any other; without a tick in the list nobody has chosen, and nothing is dropped
 * but the blank lines.
 */
export function tickedOnly(sentences: readonly PlacedSentence[]): PlacedSentence[] {
  const struck = sentences.map(sentence =>
    sentence.literal.includes('~~') ? { ...sentence, folded: sentence.folded.replace(STRUCK, ' ').trim() } : sentence,
  );
  const marked = struck.some(({ literal }) => BLANK.test(literal) || isTicked(literal));
  if (!marked) return struck;
  const ticked = struck.some(({ literal }) => isTicked(literal) && isOption(literal));
  return struck.flatMap(sentence => {
    const { literal } = sentence;
    if (isTicked(literal) && isOption(literal)) return [{ ...sentence, folded: bare(sentence.folded), ticked: true }];
    if (BLANK.test(literal) && isOption(literal)) return [];
    return ticked && LETTERED.test(literal) ? [] : [sentence];
  });
}

function isTicked(literal: string): boolean {
  return TICK.test(literal) || (LETTERED.test(literal) && TICK_BEHIND.test(literal));
}

/** A line of a list, not a sentence with a smiling mark in it. */
function isOption(literal: string): boolean {
  return literal.length < 240;
}

const MARKS = words(
  /^(?:[-*•] ?)?(?:[a-e][.)] ?)?(?:[[(]\s{0,3}[x✓✔]\s{0,3}[\])]|[☒☑✓✔✅🗹]|x (?=\p{L}{2})) ?(?:[a-e][.)] )?|\s{0,3}(?:[[(]\s{0,3}[x✓✔]\s{0,3}[\])]|[☒☑✓✔✅🗹])\s*$/gu,
);

function bare(folded: string): string {
  return folded
    .replace(MARKS, '')
    .replace(TICK_BEHIND, '')
    .replace(/^[a-e][.)] (?=\p{L}{2})/u, '')
    .trim();
}
