import { words } from './words.ts';

/** «trenger svar på et par ting», «lurer på om», «kan dere bekrefte», «ber om nærmere opplysninger» */
export const ASKS = words(
  /\b(?:(?:trenger|ønsker|ber om|ba om|vil ha|må ha|har behov for) (?:[^\s]+ ){0,4}?(?:svar på|informasjon|bekreftelse|opplysninger|avklaring|avklart|redegjørelse|dokumentasjon|utdyping|presisering|tilsendt|oversikt)|lurer (?:[^\s]+ ){0,2}?på|har (?:[^\s]+ ){0,4}?spørsmål|(?:kan|kunne|vil) (?:dere|du|ks) (?:[^\s]+ ){0,2}?(?:bekrefte|sende|si|opplyse|redegjøre|forklare|gi|avklare|svare|oversende|spesifisere|opplys)|(?:ber|bes) (?:om at )?(?:dere|ks) (?:[^\s]+ ){0,2}?(?:sende|sender|avklare|avklarer|bekrefte|bekrefter|redegjøre|opplyse|oversende|oversender)|vennligst (?:send|oversend|bekreft|avklar|opplys)|ber om å få tilsendt|spør om)\b/u,
);

/** «kan ikke se at vi har mottatt henvendelsen», «vedleggene fulgte ikke med»: send again; no standpoint. */
export const NOT_RECEIVED = words(
  /\b(?:(?:ikke|aldri) (?:[^\s]+ ){0,6}?(?:mottatt|fått|motta|funnet|finne) (?:[^\s]+ ){0,5}?(?:henvendelse\p{L}*|brev\p{L}*|vedlegg\p{L}*|e-post|anmodning\p{L}*|avtale\p{L}*|saksframlegg|dokument\p{L}*|forespørsel\p{L}*)|mangler (?:[^\s]+ ){0,2}?vedlegg\p{L}*|vedlegg\p{L}* (?:[^\s]+ ){0,3}?(?:mangler|manglet|fulgte ikke|var ikke|lar seg ikke|kan ikke åpnes)|finner ikke (?:[^\s]+ ){0,4}?(?:henvendelse\p{L}*|brev\p{L}*|vedlegg\p{L}*|e-post|avtalen))\b/u,
);

/** «ikke før vi har sett en avtale», «før dette er avklart»: they wait for us, not for a meeting. */
export const WAITS_FOR_US = words(
  /\bikke(?: [^\s]+){0,9}? før(?: [^\s]+){0,6}? (?:avklart|avklaring|svar|avtale|avtalen|utkast|informasjon|opplysninger|vet|dokumentasjon|sett|fått|mottatt|grunnlag)\b/,
);

/** «vi må vite det før vi kan ta stilling», «trenger dette avklart før» */
export const MUST_KNOW = words(
  /\b(?:må|trenger|ønsker|bør|vil) (?:[^\s]+ ){0,3}?(?:vite|ha svar|få svar|få vite|avklart|avklaring|ha avklart|se)\b(?: [^\s]+){0,5}? før\b/u,
);

/** «før rådmannen kan ta stilling», «før dette er avklart»: the question stands in the way of the answer. */
export const BEFORE_ANSWER = words(
  /\b(?:før|innen|inntil|når) (?:[^\s]+ ){0,6}?(?:ta(?:r)? stilling|si (?:[^\s]+ )?(?:ja|nei)|svare?r?|avklart|behandle|behandler|avgjøre|legge(?:r)? (?:[^\s]+ )?fram|sett en avtale|fått svar|vet (?:mer|hva)|går videre|tar (?:det|saken) videre)\b/u,
);

/** «Er det mulig å svare etter møtet?», «kan vi komme tilbake i oktober?»: asks for time, not for facts. */
export const ASKS_FOR_TIME = words(
  /\b(?:svare|komme tilbake|gi (?:[^\s]+ ){0,2}?svar|vente|utsette) (?:[^\s]+ ){0,3}?(?:etter|til|innen|i løpet av|over|senere)\b/u,
);
