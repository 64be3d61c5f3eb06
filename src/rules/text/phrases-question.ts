import { words } from './words.ts';

/** «trenger svar på et par ting», «lurer på om», «kan dere bekrefte», «ber om nærmere opplysninger» */
export const ASKS = words(
  /\b(?:(?:trenger|ønsker|ber om|ber (?:vi|kommunen|rådmannen|jeg) om|ba om|vil ha|må ha|har behov for) (?:[^\s]+ ){0,4}?(?:svar på|informasjon|bekreftelse|opplysninger|avklaring|avklart|redegjørelse|dokumentasjon|utdyping|presisering|tilsendt|oversikt)|lurer (?:[^\s]+ ){0,3}?på|(?:ønsker|vil|hadde|skulle) (?:[^\s]+ ){0,2}?(?:gjerne )?(?:å )?(?:vite|visst|ha visst|se(?! (?:[^\s]+ ){0,3}?(?:i sammenheng|an|på))|få vite)\b|usikker(?:e)? på (?:hva|hvor|om|hvilke|hvem|hvordan)|forstår (?:[^\s]+ ){0,2}?ikke (?:helt )?(?:hva|hvor|om)|etterlyser|savner|har (?:[^\s]+ ){0,4}?spørsmål|(?:kan|kunne|vil) (?:dere|du|ks) (?:[^\s]+ ){0,2}?(?:bekrefte|sende|si|opplyse|redegjøre|forklare|gi|avklare|svare|oversende|spesifisere|opplys)|(?:ber|bes) (?:om at )?(?:dere|ks) (?:[^\s]+ ){0,2}?(?:sende|sender|avklare|avklarer|bekrefte|bekrefter|redegjøre|opplyse|oversende|oversender)|vennligst (?:send|oversend|bekreft|avklar|opplys)|ber om å få tilsendt|(?:ber om|ønsker|vil gjerne ha) (?:et )?(?:[^\s]+ )?møte med (?:dere|ks|deg)|(?:hjelp|fint|bra|ønskelig|nyttig|greit|supert|flott|takknemlige?) (?:[^\s]+ ){0,2}?(?:om|dersom|hvis) (?:vi|dere|jeg|du) (?:[^\s]+ ){0,2}?(?:fått|få|får|fikk|sendte|sender|sende|kunne se|kunne lese|utdype|utdyper|utdypet|forklare|forklarte|opplyse|opplyste)|for å få (?:[^\s]+ ){0,2}?(?:forklart|avklart|belyst|utdypet)|spør om)\b/u,
);

/** «kan ikke se at vi har mottatt henvendelsen», «vedleggene fulgte ikke med»: send again; no standpoint. */
export const NOT_RECEIVED = words(
  /\b(?:(?:ikke|aldri) (?:[^\s]+ ){0,6}?(?:mottatt|fått|motta|funnet|finne) (?:[^\s]+ ){0,5}?(?:henvendelse\p{L}*|brev\p{L}*|vedlegg\p{L}*|e-post|anmodning\p{L}*|avtale\p{L}*|saksframlegg|dokument\p{L}*|forespørsel\p{L}*|regneark\p{L}*|beregning\p{L}*|oversikt\p{L}*|fordeling\p{L}*|utkast\p{L}*|stillingsbeskrivelse\p{L}*)|mangler (?:[^\s]+ ){0,2}?vedlegg\p{L}*|(?:vedlegg|avtale|utkast|regneark|dokument|brev)\p{L}* (?:[^\s]+ ){0,3}?(?:mangler|manglet|fulgte ikke|var ikke|lar seg ikke|lot seg ikke|lå ikke|kom ikke|kunne ikke åpnes|ikke (?:med|ved)|kan ikke åpnes)|finner ikke (?:[^\s]+ ){0,4}?(?:henvendelse\p{L}*|brev\p{L}*|vedlegg\p{L}*|e-post|avtalen))\b/u,
);

/** «ikke før vi har sett en avtale», «før dette er avklart»: they wait for us, not for a meeting. */
export const WAITS_FOR_US = words(
  /\bikke(?: [^\s]+){0,9}? før(?: [^\s]+){0,6}? (?:avklart|avklaring|svar|avtale|avtalen|utkast|informasjon|opplysninger|vet|dokumentasjon|sett|fått|mottatt|grunnlag)\b/,
);

/** «vi må vite det før vi kan ta stilling», «trenger dette avklart før» */
export const MUST_KNOW = words(
  /\b(?:må|trenger|ønsker|bør(?! få se)|vil) (?:(?!få se på)[^\s]+ ){0,3}?(?:vite|kjenne|forstå|ha svar|få svar|få vite|avklart|avklaring|ha avklart|(?:ha|få) (?:[^\s]+ ){0,3}?(?:forklart|klarlagt|klargjort|oppklart|besvart|utdypet|spesifisert|dokumentert)|se(?! (?:nærmere )?på))\b(?: [^\s]+){0,5}? før\b|^før (?:[^\s,]+ ){2,9}?(?:stilling|svare|avgjøre|behandle(?:r|s)?|signere|konkludere|inngås), må (?:[^\s]+ ){1,5}?(?:klargjøres|klarlegges|forklares|besvares|oppklares|dokumenteres|presiseres|utdypes)\b|\bikke (?:[^\s]+ ){0,4}?før (?:vi|kommunen|jeg) (?:vet|får vite|kjenner(?: til)?|forstår) (?:hvem|hva|hvor\p{L}*|hvilke\p{L}*|om|at)\b(?!.{0,60}(?:budsjett|økonomi|ramme|styre|skapet|politi|nabo|de andre|rådmann|kommunedirektør))/u,
);

/** «Svaret på det avgjør om vi blir med», «uten det kan vi ikke behandle saken», «det må være på plass før»: no answer without ours. */
export const DEPENDS_ON_ANSWER = words(
  /\b(?:(?:avventer|venter på) (?:hva |det )?(?:dere|ks|du)\b|uten (?:det|dette|den|disse|svar|avklaring)(?: [^\s]+){0,3}? (?:vanskelig|umulig|uaktuelt)|gi (?:oss )?(?:lyd|beskjed|svar|en tilbakemelding), så|så tar vi stilling|(?:må|trenger) (?:å )?(?:ha|få) (?:[^\s]+ ){0,2}?(?:forklart|besvart|oppklart|klarlagt|klargjort|utdypet)|ikke (?:[^\s]+ ){0,2}?(?:signere|skrive under|godkjenne|vedta) noe|avgjør (?:[^\s]+ ){0,3}?(?:om|hva|hvordan|hvor|hvem)|avhenger av|avhengig av (?:hva|svaret|hvor)|kommer an på|uten (?:det|dette|den|disse|svar|avtalen|tallene|regnearket|vedleggene)(?: [^\s]+){0,6}? ikke|(?:må|skal|bør) (?:[^\s]+ ){0,3}?(?:være|bli|komme) (?:[^\s]+ ){0,3}?(?:på plass|avklart|besvart|klart|klarlagt|oppklart|på bordet)|ikke (?:[^\s]+ ){0,4}?(?:behandle|ta stilling|si|svare|konkludere|vurdere|bli med|gå videre)(?: [^\s]+){0,6}? (?:uten|noe (?:vi|rådmannen|kommunen))|ikke(?: [^\s]+){0,8}? før (?:vi|rådmannen|kommunedirektøren|kommunen|det|dette|jeg|spørsmålet|disse|noen)\b(?: [^\s]+){0,4}? (?:forstår|vet|klart|avklart|besvart|får|fått|sett|lest|ser|kjenner|har (?:svar|sett|fått|lest))|(?:inntil|til) (?:[^\s]+ ){0,4}?(?:besvart|avklart|klarlagt|oppklart)|(?:avventer|venter på|ventar på) (?:[^\s]+ ){0,2}?(?:svar|tilbakemelding|avklaring)(?! fra (?!dere|deg|ks))|må avklares før|før (?:det|dette|disse) (?:[^\s]+ )?er (?:avklart|besvart|på plass)|svar(?:er|e)? (?:[^\s]+ ){0,2}?før vi|for å kunne (?:ta stilling|svare|behandle|vurdere|legge))\b/u,
);

/** «før rådmannen kan ta stilling», «før dette er avklart»: the question stands in the way of the answer. */
export const BEFORE_ANSWER = words(
  /\b(?:før|innen|inntil|når) (?:[^\s]+ ){0,6}?(?:ta(?:r)? stilling|si (?:[^\s]+ )?(?:ja|nei)|svare?r?|avklart|behandle|behandler|behandles|legges (?:[^\s]+ )?fram|avgjøre|legge(?:r)? (?:[^\s]+ )?fram|sett en avtale|fått svar|vet (?:mer|hva)|går videre|tar (?:det|saken) videre)\b/u,
);

/** «Er det mulig å svare etter møtet?», «kan vi komme tilbake i oktober?»: asks for time, not for facts. */
export const ASKS_FOR_TIME = words(
  /\b(?:svare|komme tilbake|gi (?:[^\s]+ ){0,2}?svar|vente|utsette) (?:[^\s]+ ){0,3}?(?:etter|til|innen|i løpet av|over|senere|i (?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|uke))\b/u,
);
