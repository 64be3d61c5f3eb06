import { ALL_FINITE } from '../text/verb-forms.ts';
import { words } from '../text/words.ts';
import type { Claim } from './claim.ts';
import type { PlacedSentence } from './sections.ts';

/** «Ja takk, send …», «Nei, fristen gikk …»: what stands behind the word that opens the sentence. */
const BARE = words(/^(?:hei[,!.]? )?(?:(?:ja|jada|nei)(?: takk| da)?)[,.!]? (?<rest>.+)$/u);
const ACTS = words(
  new RegExp(
    `\\b(?:${ALL_FINITE}|er|var|har|hadde|vil|kan|skal|må|får|fikk|kom|kommer|ligger|tar|send|ring|bruk|gjør|hils|sett|les|sjekk|se|vent|trenger|ønsker|gjelder|husker|stemmer|mottok|vet|hvem|hva|hvordan|hvor|når)\\b`,
    'u',
  ),
);
/** A pronoun and the verb that it must have, whichever that is: «det passer fint». */
const SAYS = words(/^(?:det|dette|den|vi|jeg|dere|du|han|hun|de) \p{L}+/u);
/** What only repeats the answer, with a verb. */
const AGREES = words(
  /^(?:dette|det|den|her|vi|jeg|kommunen) (?:er|blir|støtter|gjør|ønsker|vil|kan|skal|bli|deltar|bidrar|slutter|betaler|godtar|aksepterer|tar|går|har)\b|\b(?:ordningen|avtalen|delta\p{L}*|med på|tilslutt\p{L}*|slutte\p{L}*|bidra\p{L}*|råd til|dyrt|kostbart|for mye|økonomi\p{L}*|budsjett\p{L}*|prioriter\p{L}*|penger|stå utenfor|faktura\p{L}*)\b/u,
);

/** «Svaret på spørsmålet ditt er ja» */
const YOUR_QUESTION = words(/\bspørsmål(?:et|ene)? (?:ditt|dine|deres|dere|du|fra (?:deg|dere))\b/u);
const ABOUT_JOINING = words(
  /\b(?:slutte\p{L}*|delta\p{L}*|med|bidra\p{L}*|tilslutning\p{L}*|deltakelse\p{L}*|svar\p{L}*|godkjenne\p{L}*|si ja|takke ja|betale|inngå)\b/u,
);

/** A yes or no that may answer another question than ours: only what agrees with it, or nothing, may follow. */
export function answersOtherQuestion(
  because: readonly Claim[],
  said: readonly { sentence: PlacedSentence; said: string }[],
): boolean {
  if (because.some(({ sentence }) => YOUR_QUESTION.test(sentence.folded))) return true;
  const only = because.filter(({ kind }) => kind === 'join' || kind === 'decline');
  if (only.length === 0 || only.some(({ rule }) => !/^(?:bare )?(?:ja|nei)$/.test(rule))) return false;
  return only.some(({ sentence }) => {
    const at = said.findIndex(part => part.sentence === sentence);
    const text = said[at]?.said ?? sentence.folded;
    if (text.includes('?') && /^(?:ja|nei)\b/.test(text)) return true;
    const rest = BARE.exec(text)?.groups?.rest;
    if (rest !== undefined && (ACTS.test(rest) || SAYS.test(rest)) && !AGREES.test(rest)) return true;
    const before = said[at - 1]?.said ?? '';
    return /^(?:ja|nei)(?: takk)?[.!]?$/.test(text) && before.endsWith('?') && !ABOUT_JOINING.test(before);
  });
}
