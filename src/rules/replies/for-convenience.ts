import type { Clause } from '../text/clauses.ts';
import { words } from '../text/words.ts';

/** What is sent, fetched or asked for around an answer, and is none: invoice, copies, papers, a telephone call. */
const PRACTICAL = words(
  /\b(?:faktura\p{L}*|fakturer\p{L}*|original\p{L}*|papirutgave\p{L}*|papirversjon\p{L}*|kopi\p{L}*|utskrift\p{L}*|særutskrift\p{L}*|saksframlegg\p{L}*|saksprotokoll\p{L}*|protokoll\p{L}*|vedlegg\p{L}*|dokument\p{L}*|vedtaket|post(?:en)?|ettersend\p{L}*|oversend\p{L}*|bestillingsnummer\p{L}*|betalingsinformasjon\p{L}*|kontonummer\p{L}*|organisasjonsnummer\p{L}*|adresse\p{L}*|kontaktperson\p{L}*|kontaktes|telefon\p{L}*|nås|kontaktopplysninger)\b/u,
);

/** «når dere er klare», «dersom dere ikke ber om det», «hvis det er behov»: it suits you, nothing hangs on it. */
const AS_YOU_LIKE = words(
  /^(?:(?:det|dette) (?:er|skulle være|blir) (?:(?:ikke|noe|fortsatt) )?(?:behov|ønskelig|ønsket|nødvendig|aktuelt|bruk for|klart|tid for det)\b|(?:det|dette) (?:passer|trengs|ønskes|trenges|lar seg gjøre)\b|(?:dere|du|de|ks|noen(?: av dere)?) (?:(?:ikke|også|selv|heller|skulle|måtte|gjerne|fortsatt) ){0,3}(?:er klare?|blir klare?|ber om|ønsker?|trenger?|vil(?:le)? (?:det|heller|gjerne|ha)|skal ha|har (?:behov|bruk)|behøver?|foretrekker|etterspør|spør|savner|må ha|krever det|finner det)\b)/u,
);

/** Whatever follows up an answer may be our joining itself: «når dere vil ha vår signatur» is no matter of post. */
const OF_THE_YES = words(
  /\b(?:med|delta\p{L}*|slutte\p{L}*|tilslut\p{L}*|pris\p{L}*|sats\p{L}*|beløp\p{L}*|reduser\p{L}*|endre\p{L}*|alle|andre)\b/u,
);

/**
 * «Faktura kan sendes når dere er klare», «Originalen sendes ikke i posten dersom dere ikke ber om det»: a clause of time or
 * condition that is only a courtesy about invoice, papers or contact. A condition of the yes hangs on taking part or paying.
 */
export function isForConvenience({ kind, text }: Clause, said: string): boolean {
  if (kind !== 'condition' && kind !== 'time') return false;
  if (!AS_YOU_LIKE.test(text) || OF_THE_YES.test(text)) return false;
  return PRACTICAL.test(said);
}
