import type { PlacedSentence } from './sections.ts';

/** A fact and the sentence that says it. */
export interface Fact<T> {
  value: T;
  sentence: PlacedSentence;
}
