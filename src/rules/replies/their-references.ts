import { caseReferencesIn } from '../text/case-references.ts';
import { fold } from '../text/fold.ts';
import { words } from '../text/words.ts';
import type { PlacedSentence } from './sections.ts';
import { type Speakers, speaksForOthers } from './speakers.ts';
import type { ReadPart } from './weigh-parts.ts';

/**
 * Every case number of the sender's own in the subject, the letter and its attachments, sorted, without labels.
 * `ours` are the references of our campaigns; a neighbour's number is not the sender's.
 */
export function theirReferences(
  subject: string,
  parts: readonly ReadPart[],
  ours: readonly string[],
  speakers: Speakers,
): string[] {
  const found = new Set(caseReferencesIn(fold(subject), ours));
  for (const { sentences, document } of parts) {
    sentences.forEach((sentence, place) => {
      for (const reference of referencesOf(sentence, sentences[place - 1], ours, speakers)) found.add(reference);
    });
    for (const { sentence } of document.meetings) {
      const number = /(?<![\d./-])(\d{1,4}\/\d{2,4})(?![\d./])/.exec(sentence.folded)?.[1];
      if (number !== undefined && sentence.section === 'head') found.add(number);
    }
  }
  return [...found].sort();
}

/** «Deres ref.   Vår ref.   Dato» over a line of numbers: the first is the one that we gave. */
const OURS_FIRST = words(/^[^\d]*\b(?:deres|dykkar) ref[^\d]*\bvår ref[^\d]*$/u);

function referencesOf(
  { folded, section }: PlacedSentence,
  above: PlacedSentence | undefined,
  ours: readonly string[],
  speakers: Speakers,
): string[] {
  if (section === 'text' && speaksForOthers(folded, speakers)) return [];
  const found = caseReferencesIn(folded, ours);
  const given = above !== undefined && found.length > 1 && OURS_FIRST.test(above.folded);
  return given ? found.slice(1) : found;
}
