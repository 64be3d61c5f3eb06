import { sentencesOf } from '../text/sentences.ts';
import { words } from '../text/words.ts';
import { ABSENT, ANOTHERS, IS_OVER, LEFT, STARTS_ABSENT } from './absence-words.ts';

/** Only in the first sentences is it the matter of the mail. */
const FIRST_SENTENCES = 4;

/** A program greets, thanks and names the office before it comes to the point. */
const FIRST_SENTENCES_OF_PROGRAM = 8;

/**
 * Does the text tell that its sender is away, or has left? In a person's letter only her own absence counts: that of her
 * director is the reason for what the letter answers.
 */
export function tellsAbsence(text: string, automatic: boolean): boolean {
  return sentencesOf(text)
    .slice(0, automatic ? FIRST_SENTENCES_OF_PROGRAM : FIRST_SENTENCES)
    .some(
      ({ folded }) =>
        isAbsence(folded) && (automatic || LEFT.test(folded) || !(ANOTHERS.test(folded) || OF_ANOTHER.test(folded))),
    );
}

/** Does the sentence tell of an absence that is not over? */
export function isAbsence(folded: string): boolean {
  if (AT_AN_EVENT.test(folded)) return false;
  return LEFT.test(folded) || ((STARTS_ABSENT.test(folded) || ABSENT.test(folded)) && !IS_OVER.test(folded));
}

/** «Har sluttet i kommunen»: an absence without an end, whatever dates stand beside it. */
export function hasLeft(text: string): boolean {
  return sentencesOf(text)
    .slice(0, FIRST_SENTENCES_OF_PROGRAM)
    .some(({ folded }) => LEFT.test(folded));
}

/** «ligger i bunken til Steinar, som er på reise»: told of somebody by the way. */
const OF_ANOTHER = words(/\b(?:til|hos|av|for) \p{L}+(?: \p{L}+)?, som (?:[^\s]+ )?(?:er|har)\b/u);

/** «sender tre deltakere på kurset», «takk for innlegget på seminaret»: an event is told of, not an absence. */
const AT_AN_EVENT = words(
  /\b(?:deltar|deltakere?|påmeld\p{L}*|meld(?:er|e)? (?:(?:oss|meg|seg) )?på|innlegg\p{L}*)\b/u,
);

const I = words(/\b(?:jeg|meg|min|mitt|mine|i am|i'm|i will|my)\b/u);

/** Does the text speak for one person, not for an office? */
export function speaksForOne(folded: string): boolean {
  return I.test(folded);
}
