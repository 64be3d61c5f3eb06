import { some } from '../text/gap.ts';
import { words } from '../text/words.ts';

/** What was sent to them. */
const SENT =
  '(?:henvendels\\p{L}*|brev\\p{L}*|e-?post\\p{L}*|mail\\p{L}*|forespørsel\\p{L}*|påminnels\\p{L}*|purring\\p{L}*|melding\\p{L}*|forsendels\\p{L}*|anmodning\\p{L}*|dokument\\p{L}*|sak(?:en)?)';

/** «bekrefter å ha mottatt», «er registrert som sak», «videresendt til rette vedkommende», «saksbehandler er» */
const RECEIPT = words(
  new RegExp(
    `\\b(?:${[
      `bekrefter ${some(4)}(?:mottak|mottatt|at (?:vi|henvendelsen|e-post\\p{L}*|brevet|jeg) ${some(2)}(?:har |er |ble )?(?:fått|mottatt|registrert|kommet))`,
      `(?:har|er|blitt|ble|herved|hermed) ${some(3)}mottatt\\b`,
      'mottatt (?:din|deres|henvendelse|e-post)',
      `(?:har|vi|jeg) ${some(2)}fått ${some(2)}${SENT}`,
      `(?:er|blitt|ble|blir|vil bli) ${some(4)}(?:registrert|journalført|fordelt|tildelt|videresendt|videreformidlet|oversendt|arkivert|importert|lagt (?:til(?! grunn)|fram|frem|inn(?! (?:at|i budsjett|i økonomi|i (?:rådmann|kommunedirektør|ordfører)))|på sak|i sak|ved sak)|knyttet til sak|levert til|sendt videre|formidlet)\\b`,
      `har ${some(2)}(?:registrert|journalført|fordelt|videresendt|videreformidlet|oversendt|formidlet) ${some(1)}(?:${SENT}|den|det|dette)\\b`,
      '(?:registrert|journalført|arkivert) (?:som|på|i|med|hos)\\b',
      // «Send til postmottaket» asks us to.
      `(?:sendt|sende|(?<!(?:^|[.!?:] |(?:vennligst|gjerne|bare|eller|og|da) ))send|sender|oversendt|formidlet|videresender|oversender|videreformidler) ${some(3)}(?:videre )?til\\b`,
      '(?:videresendt|oversendt|formidlet) (?:[^\\s]+ )?til\\b',
      '(?:fått|gitt|har|er) saks?(?:nr|nummer)\\b',
      'referansenummer(?:et)? (?:ditt |deres )?er\\b',
      'saksbehandler (?:er|blir)\\b(?! (?:dessverre |nå |for tiden |fortsatt )*(?:borte|syk|sykmeldt|sykemeldt|fraværende|bortreist|opptatt|sluttet|på|i|ute|ikke)\\b)',
      '(?:satt|ført) (?:opp )?som (?:[^\\s]+ )?saksbehandler\\b',
      '(?:er|blir) (?:vår |ansvarlig )?saksbehandler\\b',
      `(?:skrevet|ført|tatt) inn ${some(3)}(?:på|i) (?:sak|journal\\p{L}*|arkivet)\\b`,
      `ligger ${some(4)}i (?:bunken|bunka|køen|innboksen|postkassen)\\b`,
      '(?:er|har kommet) (?:vel |trygt )?(?:framme|fremme)\\b',
      '(?:kommet|levert) (?:inn|frem|fram)(?:\\b| til\\b)',
      '(?:saken|henvendelsen|brevet|meldingen) (?:din |deres )?(?:er|ble|har) (?:[^\\s]+ ){0,2}?(?:opprettet|åpnet|lagt i kø|fått (?:endret )?status|levert)\\b|lagt i kø(?:en)?\\b|nummer \\d{1,4} i køen\\b|(?:fått )?endret (?:status|mottaker) (?:fra|til)\\b|åpnet av mottaker|levert i mottakers',
      '(?:gitt|gir|ga) (?:[^\\s]+ ){0,3}?(?:videre|til (?!kjenne|uttrykk|orientering|etterretning))',
      'tar seg av (?:den|det|saken|dette)\\b',
      'ikke mitt bord\\b',
      '(?:rette? (?:vedkommende|mottaker|saksbehandler|instans|person|avdeling|sted)|feil (?:mottaker|adressat|person|avdeling|adresse|kontor)|på kopi)\\b',
      'legger (?:den|det|dette|brevet) (?:i|på|over til)\\b',
      `(?:lagt|la|lagde|levert|leverte|hengt) (?:den|det|dette|brevet|e-post\\p{L}*|henvendelsen|saken|utskriften) ${some(2)}(?:(?:i|på) (?:(?:post)?hyll[ae]n?|posthyll[ae]n?|pulten|skrivebordet|bordet|kontoret|plassen|(?:inn)?kurven|bunken|bunka|\\p{L}*mapp[ae]n?) (?:til|hos|for)|hos)\\b`,
      '(?:vil|blir) (?:bli )?(?:behandlet|besvart|fulgt opp) (?:så snart|fortløpende|innen|av (?:rett|servicetorget|kundeservice))',
      '(?:svarer|svar|besvares|behandles) (?:normalt|vanligvis|som regel|fortløpende)\\b',
      '(?:sluttført|løst|lukket) og (?:[^\\s]+ )?lukkes\\b|lukkes automatisk\\b',
      '(?:vil ta|tar) kontakt\\b',
      '(?:ble|er) lest\\b',
      '(?:kvittering|bekreftelse)\\b',
    ].join('|')})`,
    'u',
  ),
);

/** «Mottatt!», «ok, motteke» */
const RECEIVED = words(
  /^(?:(?:notert|registrert|ok|okei|fint|flott|supert|hei|hallo|herved|hermed|da er den)[,.! ]{1,3})?mottatt\b/u,
);

/** What each of them has a part of; most sentences of an answer have none, and are not tried against them all. */
const MAY_BE_RECEIPT =
  /motta|fått|lagde|hengt|(?:^| )la |registrert|journalfør|fordel|tildel|send|formidle|arkiver|importer|lagt|legger|knyttet|levert|saksn|referansen|saksbehandler|kommet|rett|feil|kopi|behandlet|besvart|fulgt|normalt|kontakt|lest|kvitter|bekreft|opprettet|kø|endret|åpnet|gitt|gir|tar seg|bord|bunk|framme|fremme|inn på|inn hos|inn i/;

const THANKS = words(
  /\btakk(?:er)? for (?:henvendels\p{L}*|brev\p{L}*|e-?post\p{L}*|forespørsel\p{L}*|informasjonen|oversendelsen|det(?=[.!,]|$)|din|deres|at du)\b/u,
);

/** Does the text acknowledge what we sent, if only with thanks? */
export function acknowledges(folded: string): boolean {
  return THANKS.test(folded) || confirmsReceipt(folded);
}

/** Does it say that it arrived, or where it is now? */
export function confirmsReceipt(folded: string): boolean {
  return MAY_BE_RECEIPT.test(folded) && (RECEIVED.test(folded) || RECEIPT.test(folded));
}

/** «Du har fått et brev fra kommunen i Digipost», «logg inn i Altinn for å lese svaret»: the letter itself lies elsewhere. */
const ELSEWHERE = words(
  new RegExp(
    `\\b(?:logg (?:deg )?(?:inn|på)|logge (?:deg )?inn|klikk|trykk|gå til|hent|hentes|åpne|lese|les) ${some(8)}(?:svarut|altinn|digipost|e-boks|eboks|edialog|e-dialog|min side|innbyggerportal\\p{L}*|minmelding|kommunikasjonsportal\\p{L}*)\\b`,
    'u',
  ),
);

const SENT_TO_US = words(
  new RegExp(
    `\\b(?:du|dere|deg|dykk) ${some(3)}(?:fått|mottatt|et|en|ny|nytt|svar|brev)\\b|\\bsendt (?:deg|dere)\\b`,
    'u',
  ),
);

/** Is this only the notice of a letter that a person must fetch in another system? */
export function liesElsewhere(folded: string): boolean {
  return ELSEWHERE.test(folded) && SENT_TO_US.test(folded);
}
