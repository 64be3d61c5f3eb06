import type { IsoDate } from '../calendar/iso-date.ts';
import { datesIn } from '../text/dates.ts';
import { sentencesOf } from '../text/sentences.ts';
import { words } from '../text/words.ts';

/** «er på ferie», «ute av kontoret», «i permisjon», «tilbake på kontoret mandag», «har sluttet i kommunen» */
const ABSENT = words(
  /\b(?:ute av kontoret|ikke (?:er )?(?:på|til stede på|ved) (?:kontoret|jobb)|er ikke på (?:kontoret|jobb)|(?:er|har|tar) (?:[^\s]+ ){0,3}?(?:ferie|\p{L}+ferie|permisjon|\p{L}*permisjon|avspasering|fri|tjenestereise|reise|kurs|seminar|\p{L}+samling|fravær\p{L}*|utilgjengelig|sykmeldt|sjukmeld)\b|på (?:ferie|tjenestereise|tenestereise|reise)|avspaserer|fraværende|bortreist|begrenset tilgang til|avgrensa tilgang|ikke tilgang til e-post|(?:leser|les|sjekker|svarer) (?:[^\s]+ ){0,2}?ikke (?:[^\s]+ ){0,2}?e-post|(?:er |kommer |og )?tilbake (?:på (?:kontoret|jobb)|igjen|fra ferie|\p{L}+dag|den \d|\d)|har sluttet i (?!ordningen)|sluttet i (?:stillingen|jobben|kommunen)|jobber ikke lenger|ikke lenger (?:ansatt|i bruk|aktiv|tilsatt)|(?:blir|er) ikke (?:lenger )?(?:lest|lese|videresendt|overvåket)|out of (?:the )?office|on (?:annual |parental |sick )?leave|on vacation|no longer (?:employed|work))/u,
);

/** Only in the first sentences is it the matter of the mail. */
const FIRST_SENTENCES = 3;

/** Does the text tell that its sender is away? */
export function tellsAbsence(text: string): boolean {
  return sentencesOf(text)
    .slice(0, FIRST_SENTENCES)
    .some(({ folded }) => ABSENT.test(folded));
}

const BACK = words(/\b(?:tilbake|fram til|til og med|t\.?o\.?m\.?|ut|fra og med|igjen)\b/u);

/** The last day of the absence, or the day of return, when the text says it. */
export function absentUntil(text: string, sentOn: IsoDate | null): IsoDate | null {
  for (const { folded } of sentencesOf(text)) {
    if (!BACK.test(folded)) continue;
    const dates = datesIn(folded, sentOn, 'future').filter(({ date }) => sentOn === null || date >= sentOn);
    const last = dates.at(-1);
    if (last !== undefined) return last.date;
  }
  return null;
}
