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
  const sentences = sentencesOf(text).slice(0, FIRST_SENTENCES_OF_PROGRAM);
  const refers = sentences.some(({ folded }) => REFERS.test(folded));
  const isHers = (folded: string) =>
    LEFT.test(folded) ? refers || !WILL_LEAVE.test(folded) : !(ANOTHERS.test(folded) || OF_ANOTHER.test(folded));
  return sentences
    .slice(0, automatic ? FIRST_SENTENCES_OF_PROGRAM : FIRST_SENTENCES)
    .some(({ folded }) => isAbsence(folded) && (automatic || isHers(folded)));
}

/** Does the sentence tell of an absence that is not over? */
export function isAbsence(sentence: string): boolean {
  if (AT_AN_EVENT.test(sentence)) return false;
  const folded = sentence.replace(ANSWERS_UNREAD, ' ');
  return LEFT.test(folded) || ((STARTS_ABSENT.test(folded) || ABSENT.test(folded)) && !IS_OVER.test(folded));
}

/** «Har sluttet i kommunen»: an absence without an end, whatever dates stand beside it. */
export function hasLeft(text: string): boolean {
  return sentencesOf(text)
    .slice(0, FIRST_SENTENCES_OF_PROGRAM)
    .some(({ folded }) => LEFT.test(folded));
}

/** «Svar på denne meldingen blir ikke lest»: what every program says; nobody is away. */
const ANSWERS_UNREAD = words(
  /\bsvar (?:på|til) (?:[^\s]+ ){1,4}?(?:blir|vil|er) (?:[^\s]+ ){0,2}?ikke (?:bli )?(?:lest|besvart|behandlet|registrert|overvåket|fulgt opp)\b/gu,
);

/** «Send e-post til postmottak i stedet», «kontakt Nina Lund»: whom to write to from now on. */
const REFERS = words(
  /^(?:vennligst |gjerne |da )?(?:send|kontakt|ta kontakt|rett|bruk|skriv)\b|\b(?:henvendelser|e-post|mail|spørsmål) (?:[^\s]+ ){0,3}?(?:rettes|sendes|kan (?:rettes|sendes))\b|\b(?:etterfølger(?:en)?|tar over|overtar)\b/u,
);

/** «Jeg går av med pensjon til jul»: in a person's letter that names nobody else, she is still there to write it. */
const WILL_LEAVE = words(
  /\b(?:går av|slutter|blir pensjonist|fratrer|begynner) (?:[^\s]+ ){0,6}?(?:til (?:jul|sommeren|høsten|våren|påske|nyttår|neste)|i (?:sommer|høst|vår|desember|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november)|(?:den )?\d{1,2}\. ?[\p{L}\d]|om (?:en|et|to|tre|noen|kort)|ved (?:årsskiftet|nyttår)|snart|etter hvert|neste|fra nyttår)/u,
);

/** «ligger i bunken til Steinar, som er på reise»: told of somebody by the way. */
const OF_ANOTHER = words(/\b(?:til|hos|av|for) \p{L}+(?: \p{L}+)?, som (?:[^\s]+ )?(?:er|har)\b/u);

/** «sender tre deltakere på kurset», «meld deg på høstkonferansen», «velkommen til»: an event is told of, not an absence. */
const AT_AN_EVENT = words(
  /\b(?:deltar|deltakere?|påmeld\p{L}*|meld(?:er|e)? (?:(?:oss|meg|seg|deg|dere) )?på|innlegg\p{L}*|velkommen (?:til|på)(?! å)|inviter\p{L}*|(?:noen|få|ledige) plasser)\b/u,
);

const I = words(/\b(?:jeg|meg|min|mitt|mine|i am|i'm|i will|my)\b/u);

/** Does the text speak for one person, not for an office? */
export function speaksForOne(folded: string): boolean {
  return I.test(folded);
}
