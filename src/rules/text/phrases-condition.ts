import { words } from './words.ts';

/** «under forutsetning av at», «med forbehold om», «på vilkår av», «så fremt»: turns a yes into a conditional one. */
export const CONDITION = words(
  /\b(?:under (?:[^\s]+ ){0,2}?forutsetning|forutsatt\b(?! i\b)|forutsetter (?:[^\s]+ ){0,2}?at|(?:bare|kun|men) mot (?:at|garanti)|(?:står og faller|beror|henger) (?:på|med)(?: at)?|(?:avhenger av|hviler på) at|med (?:den|de) endring(?:en|er|a)? at|på (?:[^\s]+ ){0,2}?vilkår|vilkår(?: \S+){0,4}? (?:er|om) at|(?:satte|sette|setter|stilte|stiller)(?: \S+){0,3}? (?:vilkår|krav|betingelse)|(?:som|et) (?:vilkår|krav) at|med (?:[^\s]+ ){0,3}?forbehold|(?:tar|tas|tok|tatt) (?:[^\s]+ ){0,4}?forbehold|forbehold om|betinget av|(?:på|under) (?:[^\s]+ ){0,2}?betingelse|(?:trer|gjelder|er|blir) (?:[^\s]+ ){0,3}?(?:først|ikke) (?:[^\s]+ ){0,5}?(?:når|før|etter at) (?=[^,]*\b(?:godkjent|vedtatt|bevilget|sagt ja)\b)|gitt at|med (?:[^\s]+ ){0,2}?endelig godkjenning|avhengig av at|krav om at|med mindre|så ?fre?a?mt|(?:bare|kun) (?:hvis|dersom|om)|(?:men )?da må (?:[^\s]+ ){1,6}?(?:avgrenses|endres|reduseres|avklares|skrives|tas inn|reguleres|garanteres|sikres|bli|være)|(?:ellers|hvis ikke|i motsatt fall) (?:[^\s]+ ){0,2}?(?:nei|blir det nei|må vi|takker vi nei|trekker)|på (?:ett|et|den|følgende|disse|noen|to) (?:[^\s]+ )?(?:vilkår|betingelse|krav)|vårt krav er|et krav (?:fra oss )?(?:er )?at|(?:sammen|begge) eller ikke|gjelder (?:bare|kun) (?:hvis|dersom|om|så lenge)|(?:kommunestyret|formannskapet|bystyret|fylkestinget) må (?:[^\s]+ ){0,2}?(?:godkjenne|vedta|bevilge|si ja)|men (?:vi |kommunen )?(?:forutsetter|krever))\b/u,
);

/** «Vi forutsetter at dere sender faktura»: how it is done, not whether. */
export const FORMALITY = words(
  /\b(?:forutsetter|regner med|ber om|forventer)(?: [^\s]+){0,4}? (?:faktura\p{L}*|beskjed|informasjon|kontaktperson|orientert|orienteres|møteinnkalling\p{L}*|på vanlig måte|som vanlig|avtalen (?:sendes|oversendes)|tilsendt)\b/u,
);

/** «bare dersom», «dersom», «hvis»: a condition when the rest of the sentence is a yes. */
export const IF_CLAUSE = words(/\b(?:dersom|hvis|såfremt|så fremt|så fram?t|så lenge)\b/u);

/** «uten forbehold», «ikke knyttet noen vilkår»: the condition is denied. */
export const NO_CONDITION = words(
  /\b(?:uansett|uavhengig av)\b|\b(?:ikke|verken|uten å (?:være|bli)) (?:[^\s]+ ){0,2}?(?:betinget|avhengig|knyttet til (?:noen? )?(?:vilkår|betingelse|forutsetning))\b|\b(?:uten|ingen|ikke)(?: [^\s]+){0,4}? (?:forbehold|vilkår|betingelse|forutsetning)\b|\buten at (?:[^\s]+ ){1,7}?(?:krav|vilkår|forbehold|betingelse)\b|\b(?:ikke|ingen|intet) (?:[^\s]+ ){0,2}?(?:krav|betingelse) (?:for|fra)\b|\b(?:tar|tas) ikke forbehold\b|\b(?:i (?:henhold|samsvar|tråd) (?:til|med)|på de|på disse|på angitte|på gjeldende|på nevnte) (?:[^\s]+ ){0,2}?vilkår\b/u,
);

/** «si fra hvis dere trenger», «dersom det er spørsmål»: politeness. */
export const POLITE_IF = words(
  /\b(?:dersom|hvis|om) (?:[^\s]+ ){0,4}?(?:spørsmål|trenger|behov|uklart|lurer|mangler|noe mer|feil|ønskelig|nødvendig)\b|\b(?:si fra|si ifra|ta kontakt|gi beskjed|kontakt|ring)\b/u,
);

/** Less than was asked: one year, a trial, a single sum. */
export const LIMITED = words(
  /\b(?:(?:bare|kun|foreløpig(?: bare| kun)?|i første omgang) (?:for|i|ut|gjeldende) (?:20\d\d|året|ett år|et år|ett|et|\d år|to år|inneværende)|(?:i|for) (?:bare |kun )?ett år(?: om gangen)?|(?:i|for) 1 år|prøveordning|prøveperiode|prøveår|på prøve|(?:for|i) (?:senere|kommende|påfølgende|de neste|resten av|øvrige) år(?:ene)? (?:må|skal|vil|blir|kreves|vurderes|tas|søkes)|(?:ny(?:e)? søknad|søkes? (?:[^\s]+ )?på nytt)|(?:ut|fram til|til og med) (?:31\. ?desember )?20\d\d|(?:opphører|utløper|avsluttes) (?:deltakelsen|tilslutningen|avtalen)?|deltakelsen (?:opphører|utløper|avsluttes)|(?:halv|halvt|redusert|lavere) (?:stilling|beløp|bidrag|sats|andel)|(?:to|tre|fire|fem)årig|engangs(?:beløp|bevilgning|sum|tilskudd|bidrag|løyving|støtte|utbetaling)|et engangs\p{L}*|begrenset til|avgrenset til|inntil videre|(?:bare|kun) (?:med )?(?:grunnbeløpet|halve|deler av|en del)|grunnbeløpet alene|inntil kr|maksimalt kr|20\d\d (?:alene|isolert)|(?:ikke|heller ikke|intet) (?:ut ?over|lenger enn) (?:det|dette|den|20\d\d|året)|øvre grense|(?:for|bare i|kun i) (?:første|andre) halvår|(?:i|for) (?:et halvt år|(?:tre|fire|fem|seks|ni|tolv|\d{1,2}) måneder(?! siden))|med (?:ett|to|tre|fire) år|vurder(?:e|er|es|t) (?:[^\s]+ )?på nytt|ikke (?:for )?(?:to|tre|fire|fem|seks|syv|ti) kroner|ikke (?:to|tre|fire|fem|seks)(?=$|[,.])|ikke før(?=$|[,.])|heller ikke mer|grunnbeløp\p{L}* (?:vil|kan|betaler|dekker)(?: [^\s]+){0,4} ikke|halvparten|halv(?:e)? (?:sats\p{L}*|pris\p{L}*|andel\p{L}*|beløp\p{L}*|sum\p{L}*)|ikke (?:[^\s]+ )?full (?:sats|andel|pris)|(?:begrenset|avgrenset) oppad|oppad (?:begrenset|til)|tak på|ikke (?:med )?(?:[^\s]+ )?mer(?: enn [^\s]+ ?\d)?(?=$|[,.]| enn)|mer enn (?:det|dette)|høyst|inntil \d|maks(?:imum|imalt)? (?:kr )?\d|ut (?:året|20\d\d|budsjettåret|inneværende)|(?:i|for|til|bare|kun) (?:ett|et|to|tre|1|2|3) år(?! siden| gammel| gamle|s)|videre (?:deltakelse|tilslutning) (?:må|skal|vil|vurderes|krever)|(?:deltakelse|tilslutning) (?:ut over|utover|etter) (?:dette|20\d\d)|vurderes på nytt|(?:evaluer|vurder)\p{L}* (?:[^\s]+ ){0,3}?før (?:vi|videre|eventuel)\p{L}*|(?:så|deretter|siden|senere|etter det) (?:får|ser) vi(?: se)?|ikke (?:kr )?\d+(?:,-)?(?=$|[,.])|(?:men )?ikke (?:for )?(?:grunnbeløp\p{L}*|resten|hele|fast\p{L}* beløp\p{L}*)|engangs\p{L}*|ikke (?:[^\s]+ )?(?:med )?så mye|med (?:[^\s]+ ){0,2}?oppsigelses(?:rett|adgang|klausul)|smertegrens\p{L}*|i første omgang|dette ene året|(?:gjelder|gjeld|er|varer) (?:bare|kun|foreløpig) (?:for |i |ut )?(?:20\d\d|(?:dette|det ene|inneværende|ett|et|første|kommende) (?:ene )?(?:år(?:et)?|budsjettår(?:et)?)|året)|ett år av gangen|år for år|ikke fra 20\d\d|redusert (?:beløp|bidrag|sats)|lavere (?:beløp|bidrag|sats)|(?:men|først) (?:[^\s]+ ){0,3}?fra (?:og med )?(?:1\. januar )?20\d\d)\b/u,
);

/** «vi har strøket punkt 3», «med følgende endring i avtalen»: other terms than those that were sent. */
export const CHANGED_TERMS = words(
  /\b(?:har|er|ble|med) (?:[^\s]+ ){0,3}?(?:strøket|stroke|strekt|fjernet|fjerna|endret|endra|justert|tatt ut|føyd til|føyet til|lagt til(?! grunn)|tilføyd|endring(?:er)? i avtalen|endring(?:er)? av avtalen|følgende endring(?:er)?)\b/u,
);

/** What was asked for: money. */
const MONEY =
  '(?:(?:med |i |å |et |en |vår |årlig |fast |direkte ){0,3}(?:penge\\p{L}*|kroner|kontant\\p{L}*|betal\\p{L}*|økonomisk\\p{L}*|grunnbeløp\\p{L}*|kontingent\\p{L}*|kronebeløp\\p{L}*|pengebeløp\\p{L}*|pengebidrag\\p{L}*|bidra økonomisk|bidra med penge\\p{L}*))';

/** What is offered for it: people, hours, rooms. */
const IN_KIND =
  '(?:folk|egeninnsats|arbeidsinnsats|innsats|arbeidstid|arbeidskraft|naturalia|timer|tid|personell|personal\\p{L}*|ansatte|fagfolk|fagperson\\p{L}*|kompetanse|ressurser|kontorplass\\p{L}*|lokaler|stilling\\p{L}*)';

/** «heller bidra med folk enn med penger», «stille en ansatt til disposisjon i stedet for å betale»: something else than was asked. */
export const COUNTER_OFFER = words(
  new RegExp(
    `\\bheller (?:[^\\s]+ ){1,10}?enn ${MONEY}\\b|\\b(?:i stedet|istedenfor|i staden|isteden|framfor|i bytte|som alternativ)(?: (?:for|til))? ${MONEY}\\b|\\b(?:stille|stiller|tilby|tilbyr|låne|låner|yte|yter|gi|gir|bidra|bidrar)\\b[^.;?]{0,90}\\b(?:til disposisjon|til rådighet|${IN_KIND})\\b[^.;?]{0,40}\\b(?:i stedet|istedenfor|i staden|isteden)(?=$|[,.])|\\bmed ${IN_KIND},? (?:og )?(?:men )?ikke (?:med )?(?:penger|kroner|kontanter)\\b`,
    'u',
  ),
);

/** Not yet a yes: «stiller seg positiv til», «ser positivt på», «har ingen innvendinger», «vurderer å». */
export const HEDGE = words(
  /\b(?:positivt? (?:til|på|innstilt)|positive til|er (?:i utgangspunktet |svært |veldig )?positive?|ser (?:[^\s]+ ){0,2}?nytte\p{L}*|ser det som|setter pris på|(?:ingen|ikke(?: noe)?) (?:[^\s]+ ){0,2}?(?:imot|innvending\p{L}*|merknad\p{L}*)|vurderer (?:[^\s]+ ){0,3}?å|tenke (?:seg|oss)|i prinsippet|mye som taler for|håp(?:er|et) (?:[^\s]+ ){0,3}?å|regner med|trolig|sannsynligvis|antakelig|heller mot|lener mot)\b/u,
);

/** «mener», «tror», «bør», «trolig», «det blir nok»: an opinion or a guess, whichever way it goes. */
export const OPINION = words(
  /\b(?:egentlig|mener|tror|synes|syns|synest|antar|håper|bør|burde|trolig|sannsynlig|sannsynligvis|antakelig|truleg|forhåpentlig\p{L}*|kanskje|muligens|kan hende|vurderer|(?:blir|er|kommer|vil) (?:[^\s]+ ){0,2}nok|tror nok)\b/u,
);

/** «så vidt jeg vet», «kan ta feil», «visstnok»: whoever writes does not answer for it, wherever in the sentence it stands. */
export const NOT_SURE = words(
  /\b(?:så vidt (?:jeg|vi) (?:har )?(?:vet|forstå\p{L}*|husker|kjenner)|etter det (?:jeg|vi) (?:har )?(?:vet|forstå\p{L}*|kjenner|hører)|(?:kan|tar) (?:[^\s]+ )?(?:ta )?feil|visstnok|etter sigende|ryktes|såvidt (?:jeg|vi)|antar jeg|tror jeg|vil jeg tro|med mindre jeg tar feil)\b/u,
);

/** «så snart kommunestyret har godkjent budsjettet»: what it waits for is a yes of theirs, not only a meeting. */
export const APPROVES = words(
  /\b(?:har|får|er|blir) (?:[^\s]+ ){0,3}?(?:godkjent|vedtatt|bevilget|innvilget|sagt ja|stilt seg bak|sluttet seg til|gitt (?:[^\s]+ )?(?:grønt lys|klarsignal|tilslutning|godkjenning|sin tilslutning|sitt ja))\b|\b(?:godkjenner|vedtar|bevilger|sier ja)\b/u,
);

/** «Mer enn det har vi ikke rom for», «men ikke med full sats»: a no to more, not to all of it. */
export const NOT_MORE = words(
  /\bmer enn\b|\b(?:full|hele) (?:sats|andel|pris|satsen|summen|beløpet|andelen|kostnaden|prisen)\b|\b(?:fullt?|helt) (?:beløp|bidrag)\b|\bså (?:mye|stor (?:andel|sum)|høyt beløp|store? (?:bidrag|beløp))\b|\butover (?:det|dette|\d)/u,
);
