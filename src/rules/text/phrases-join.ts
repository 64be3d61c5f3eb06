import { gap, some } from './gap.ts';
import { AGREEMENT } from './phrases-join-agreement.ts';
import { JOIN_IDIOMS } from './phrases-join-idioms.ts';
import { JOIN_BY_PAYMENT } from './phrases-join-payment.ts';
import { finiteOf, formsOf } from './verb-forms.ts';
import { words } from './words.ts';

/** A way to say yes (or, denied, no). Patterns see one folded clause. */
export interface JoinPhrase {
  name: string;
  /** The finite verb: says it of somebody. */
  finite?: RegExp;
  /** The infinitive: says it only below a verb that wants, can or decides (see governors.ts). */
  infinitive?: RegExp;
  /** medium: an opinion or a practical step; counts only when nothing speaks against it. */
  strength: 'strong' | 'medium';
  /** The words behind it must not name something else (a seminar, a consultation). */
  hasObject: boolean;
}

/** Subjects and adverbs that V2 puts between «er» and «med»: «er vi gjerne med», «blir Fjordvik kommune dessverre ikke med». */
const BETWEEN =
  '(?: (?:vi|jeg|oss|kommunen|kommune|dermed|da|derfor|også|gjerne|altså|nå|selvsagt|selvfølgelig|helt|klart|absolutt|definitivt|ikke|heller|dessverre|likevel|herved|fortsatt|fremdeles|ellers|elles|sjølsagt|så|igjen|nok|i år|fullt ut|for fullt|(?!(?:en|ei|hver|slik|denne|hvilken) )\\p{L}+ kommune|(?!(?:for|fra|mye|mer|mange|du|hvem|som|enig|enige|hvor|tatt|kjent|ferdig|sammen|fornøyd|kommet|regnet|lagt|klar|tilfreds|innforstått|opptatt|bedt|samarbeid|dialog|kontakt|møte|snakk|delt|satt|ført)\\b)\\p{L}{3,})){0,4}';

const MEMBER =
  '(?:med(?=$|[,.] ?| (?:på|i|fra|for|videre|også|og|her|som(?! forventet)|til|ut|nå|så|igjen|dersom|hvis|denne (?:gang|runde|ordning)\\p{L}*|uansett|allerede|likevel|neste|om|under|når|men|vi også|oss også)\\b)(?! (?:på|i|til) å\\b)|deltaker|deltager|deltakar|deltakerkommune|medlem|part(?: i|$)|(?:en )?(?:naturlig )?del av (?:dette|det|denne|den|ordning\\p{L}*|samarbeid\\p{L}*|fellesskap\\p{L}*|spleiselag\\p{L}*|en slik|felles|prosjekt\\p{L}*|laget|opplegg\\p{L}*|tiltak\\p{L}*)|om bord|ombord|inne(?=$|[,.]| (?:i|som|fra|også)\\b)|på laget|på lista|tilsluttet|påmeldt|(?:en )?av (?:deltakerne|kommunene|dem som)|blant (?:de |dem |de som |dem som )?(?:deltar|deltakende |deltakarane|kommunene|deltakerne|deltakerkommunene))';

export const JOIN_PHRASES: readonly JoinPhrase[] = [
  ...JOIN_IDIOMS,
  ...JOIN_BY_PAYMENT,
  {
    // «slutter seg til ordningen»; V2: «slutter X kommune seg helt og fullt til»
    name: 'slutter seg til',
    finite: words(
      new RegExp(
        `\\b(?:slutter|sluttet)${gap(6)} (?:seg|oss)\\b${gap(5)} (?:til|opp om)\\b|\\bslutter ${some(3)}opp om\\b|\\b(?:tilslutter|tilsluttet) ${some(3)}(?:seg|oss)\\b|\\b(?:slutter|sluttet) \\p{L}+ kommune til\\b`,
      ),
    ),
    infinitive: words(
      new RegExp(
        `\\bslutte ${some(2)}(?:seg|oss|kommunen) ${some(2)}til\\b|\\bslutte opp om\\b|\\btilslutte (?:seg|oss)\\b`,
      ),
    ),
    strength: 'strong',
    hasObject: true,
  },
  {
    // «gir sin tilslutning til», «tilslutning gis», «gir klarsignal»
    name: 'gir tilslutning',
    finite: words(
      new RegExp(
        `\\bvedtak ${some(3)}om ${some(2)}(?:tilslutning|deltakelse|medlemskap)\\b|\\b${formsOf('gi', 'present', 'past', 'perfect', 'passive')} ${some(4)}(?:tilslutning|tilsagn|tilsegn|ja|aksept|klarsignal|grønt lys|samtykke)\\b|\\b(?:tilslutning|tilsagn) gis\\b|\\b(?:utfallet|resultatet|konklusjonen|svaret|beslutningen|avgjørelsen|vedtaket|enden|det)(?: (?:fra|i|til|hos|for) [^\\s]+(?: kommune)?)? (?:er|ble|blir|var) ${some(2)}(?:tilslutning|deltakelse|medlemskap|signering|aksept|tilsagn)(?=$|[,.]| (?:fra|til|i|av)\\b)|\\bhar (?:fått|kommunestyrets|formannskapets) ${some(2)}tilslutning\\b`,
      ),
    ),
    infinitive: words(
      new RegExp(
        `\\bgi ${some(4)}(?:tilslutning|tilsagn|tilsegn|aksept|klarsignal|grønt lys|samtykke|sitt ja|vårt ja)\\b`,
      ),
    ),
    strength: 'strong',
    hasObject: true,
  },
  {
    // «kommunen bidrar med kr 14 133», «stiller med vår del»
    name: 'bidrar',
    finite: words(
      new RegExp(
        `\\b(?:bidrar|bidro)\\b|\\b(?:stiller|stilte|går inn|går dermed inn|går derfor inn|gikk inn) ${some(2)}med (?:(?:både )?grunnbeløp|(?:halv|full) (?:sats|andel|pris)|(?:vår|sin|kommunens|vårt|sitt) (?:del|andel|part|bidrag)|kr|\\d)`,
      ),
    ),
    infinitive: words(
      /\bbidra\b|\b(?:stille|gå inn) med (?:(?:både )?grunnbeløp|(?:halv|full) (?:sats|andel|pris)|(?:vår|sin|kommunens|vårt|sitt) (?:del|andel|part|bidrag)|kr|\d)/u,
    ),
    strength: 'strong',
    hasObject: true,
  },
  {
    // «deltar i spleiselaget», «ønsker å delta»
    name: 'deltar',
    finite: words(/\b(?:deltar|deltok|tar del|tok del)\b/u),
    infinitive: words(/\b(?:delta|ta del)\b/u),
    strength: 'strong',
    hasObject: true,
  },
  {
    // «er med på spleiselaget», «blir med fra 2027», «vi er med!», «blir deltaker», «er om bord»
    name: 'er med',
    finite: words(
      new RegExp(
        `\\b(?:er|blir|ble)${BETWEEN} ${MEMBER}(?![\\p{L}])|\\b(?:er|blir|ble|går|gikk)${BETWEEN} med på å ${some(2)}(?:finansiere|delfinansiere|samfinansiere|medfinansiere|betale|dekke|spleise|bidra|lønne|bære)\\b|\\b(?:hiver|kaster|kastar) (?:vi )?(?:seg|oss) med\\b|\\b(?:henger|hekter|hopper) (?:[^\\s]+ ){0,3}?på\\b|\\bslår (?:vi |gjerne )*til\\b|\\bgår (?:vi |gjerne )?for (?:dette|det|ordningen|å være med)\\b`,
        'u',
      ),
    ),
    infinitive: words(
      new RegExp(
        `\\b(?:være|bli) ${some(3)}(?:${MEMBER}|med(?! (?:å|dere|dem|oss|at|hensyn|tanke|noe|noen|takk|det|svar|tilbakemelding|beskjed)\\b))(?![\\p{L}])|\\binngå i ${some(3)}(?:ordning|spleiselag|samarbeid|fellesskap|avtale)\\p{L}*`,
        'u',
      ),
    ),
    strength: 'strong',
    hasObject: true,
  },
  {
    // «kommunestyret godkjenner avtalen», «vi godtar vilkårene», «inngår avtale», «har godkjent deltakelse»
    name: 'godkjenner avtalen',
    finite: words(
      new RegExp(
        `\\b${formsOf('godkjenne godta akseptere tiltre inngå vedta', 'present', 'past')}\\b(?: (?!å |om |at )[^\\s]+){0,8}? ${AGREEMENT}\\b|\\bhar ${some(6)}${formsOf('godkjenne godta akseptere tiltre inngå vedta', 'perfect')}\\b(?: (?!å |om |at )[^\\s]+){0,5}? ${AGREEMENT}\\b`,
      ),
    ),
    infinitive: words(
      new RegExp(
        `\\b${formsOf('godkjenne godta akseptere tiltre inngå vedta', 'infinitive')}\\b${gap(6)} ${AGREEMENT}\\b`,
      ),
    ),
    strength: 'strong',
    hasObject: false,
  },
  {
    // «avtalen godkjennes», «deltakelse i ordningen vedtas», «henvendelsen imøtekommes»
    name: 'avtalen godkjennes',
    finite: words(
      new RegExp(
        `\\b${AGREEMENT}\\b(?: [^\\s]+){0,30}? (?:${formsOf('godkjenne godta akseptere vedta tiltre inngå imøtekomme etterkomme bevilge innvilge bifalle', 'passive')}|(?:er|ble|blir|blitt) ${some(3)}${formsOf('godkjenne akseptere innvilge', 'perfect')}|tas til følge)\\b`,
      ),
    ),
    strength: 'strong',
    hasObject: false,
  },
  {
    // «trer inn i ordningen», «går inn i spleiselaget»; never «går inn for»
    name: 'trer inn i',
    finite: words(new RegExp(`\\b${finiteOf('tre gå')} ${some(4)}inn (?:i|som)\\b|\\bkommer inn i ordningen\\b`)),
    infinitive: words(/\b(?:tre|gå|komme) inn (?:i|som)\b/u),
    strength: 'strong',
    hasObject: true,
  },
  {
    // «kommunestyret gikk inn for ordningen», «gikk inn for det»; «går inn for å …» is a governor
    name: 'går inn for',
    finite: words(new RegExp(`\\b${finiteOf('gå')} ${some(4)}inn for (?:${AGREEMENT}|dette|det|den)\\b(?! at\\b)`)),
    infinitive: words(new RegExp(`\\bgå inn for (?:${AGREEMENT}|dette|det|den)\\b(?! at\\b)`)),
    strength: 'strong',
    hasObject: false,
  },
  {
    // «skriver under på avtalen», «rådmannen signerer»: a signature that is promised, or told without «har»
    name: 'skriver under',
    finite: words(
      /\b(?:skriver|skrev) (?:[^\s]+ ){0,3}?under\b|\bsignerer (?:vi|gjerne|avtalen|den|herved)\b|\b(?:vi|jeg|rådmannen|ordføreren|kommunedirektøren|kommunen) signerer\b/u,
    ),
    strength: 'medium',
    hasObject: false,
  },
  {
    // «takker ja», «svaret er ja», «Ja, vi …», «stemte for ordningen»
    name: 'ja',
    finite: words(
      new RegExp(
        `\\b${formsOf('takke svare si', 'present', 'past', 'perfect')} ${some(4)}ja\\b(?! til (?:møte|kurs))|\\b(?:stemte|er|blir|bli|ble|være|stå|står|endte med|endte på|innstiller på|innstilte på|anbefaler|anbefaling om) ${some(4)}(?:et )?ja\\b(?! til (?:møte|kurs))|^(?:(?:vårt |kommunens |\\p{L}+ sitt )?svar(?:et)?:? )?(?:foreløpig |et foreløpig )?(?:ja|jada|jepp|jo)(?: takk| da)?(?=$| til\\b| fra\\b| vi\\b| kommunen\\b| herfra\\b| for\\b|,)`,
        'u',
      ),
    ),
    infinitive: words(new RegExp(`\\b(?:takke|svare|si) ${some(2)}ja\\b`)),
    strength: 'strong',
    hasObject: true,
  },
  {
    // «vedlagt følger signert avtale», «her kommer avtalen, undertegnet i dag», «avtalen følger i retur»
    name: 'signert avtale',
    finite: words(
      /\b(?:vedlagt|ligger ved|følger|her kommer|her har dere|her er|kommer|oversender|oversendes|sender|sendes|returnerer|returneres|vedlegger|legger ved|i retur)\b(?: [^\s]+){0,8}? (?:signert|undertegna)\b|\b(?:signert|undertegna)(?: [^\s]+){0,3}? (?:avtale|avtalen|eksemplar|utgave|versjon)(?: [^\s]+){0,4}? (?:vedlagt|ligger|følger|i retur|returneres|sendes|oversendes|kommer|er vedlagt)\b|\bavtalen (?:om|mellom|med) (?:[^\s]+ ){1,6}?(?:er|ble) (?:[^\s]+ ){0,2}?(?:signert|undertegna)\b|\bavtalen? (?:er|ble|ligger|følger)(?: [^\s]+){0,4}? (?:signert|undertegna)\b|\b(?:avtale|avtalen)(?: [^\s]+){0,5}? i (?:signert (?:stand|form) )?retur\b|\bi signert (?:stand|form)\b|\b(?:vi|jeg|rådmannen|ordføreren|kommunedirektøren|ordfører|rådmann|kommunedirektør) har (?:[^\s]+ ){0,2}?(?:signert|undertegna|skrevet under)\b|\bsignerte (?:[^\s]+ ){0,2}?(?:avtalen|den)\b|\b(?:alle|begge)(?: (?:to|tre|fire|fem|avtalene|eksemplarene|eksemplarer))? er (?:[^\s]+ )?(?:signert|undertegna)\b|^signert av (?:rådmannen|kommunedirektøren|ordføreren|begge|oss)\b|^(?:signert|undertegna) (?:avtale|eksemplar|utgave)\p{L}*$/u,
    ),
    infinitive: words(/\b(?:signere|skrive under)\b/u),
    strength: 'strong',
    hasObject: false,
  },
  {
    // «vi melder oss på», «dere kan regne med oss», «sett oss på lista», «før oss opp som deltaker»
    name: 'melder seg på',
    finite: words(
      new RegExp(
        `\\b${finiteOf('melde')} ${some(3)}(?:oss|seg)${gap(2)} på\\b|\\bregn(?:e)? med (?:oss|\\p{L}+(?: \\p{L}+)? kommune|kommunen|at vi er med|[^\\s]+ på laget)\\b|\\b(?:sett|sette|skriv|skrive|før|føre|fører|setter|skriver|noter|notere|noterer|registrer|registrere) (?:oss|kommunen|[^\\s]+) (?:kommune )?(?:opp |gjerne |bare )*(?:på list[ae]n?|opp|som (?:deltaker|deltakar|medlem|deltager|påmeldt|med|et ja|ja)|på laget)\\b|\\bkryss av for (?:oss|ja|at vi er med)\\b|\\b(?:tell|telle|teller|ta|tar|regn|regne|regner|legg|legge|legger|før|hekt|huk) (?:oss|kommunen|\\p{L}+ kommune) (?:gjerne |bare |også )*(?:med|inn|til|på)(?=$|[,.!]| (?:på (?:list|laget|oversikt|deltaker)\\p{L}*|i (?:ordningen|spleiselaget|avtalen|laget)|blant|også|som)(?!\\p{L}))|\\b(?:oss|kommunen|vår kommune|(?!(?:dere|alle)\\b)\\p{L}{3,}(?: kommune)?|vi) kan (?:dere |også |gjerne |trygt )*(?:telles? med|regnes? med|regnes inn|regnes som med|(?:føres?|settes?|skrives?) (?:opp|på lista))|\\b(?:oss|kommunen|vår kommune|(?!(?:dere|alle|det|dette|den|saken|avtalen|beløpet|summen)\\b)\\p{L}{3,}(?: kommune)?) kan (?:du|dere|ks) (?:(?:ikke|gjerne|bare|trygt|også|nå|da) )*(?:(?:føre|sette|skrive|notere) (?:opp|på (?:lista|listen|laget))|(?:regne|telle|ta) (?:med|inn)|krysse av (?:for|på)|regne som (?:med|deltaker))(?!\\p{L})(?! (?:som (?:kontakt|mottaker|saksbehandler|adressat)|på (?:møte|kurs|e-post)))|\\b(?:dere|ks) (?:har|får) (?:nå |herved |selvsagt |gjerne )*(?:oss|kommunen|\\p{L}+ kommune) (?:med|på laget|med på laget)(?=$|[,.!]| (?:på|i|fra)\\b)|\\b(?:dere|ks) (?:har|får) (?:nå |herved |selvsagt |gjerne )*(?:vårt ja|vår tilslutning|vår støtte|vår aksept|vårt tilsagn|vårt samtykke)(?!\\p{L})|\\bmeld (?:oss|kommunen|\\p{L}+(?: kommune)?) på|\\b(?:vårt|sitt|kommunens) (?:ja|tilslutning) (?:gjelder|står|holder)\\b`,
        'u',
      ),
    ),
    infinitive: words(/\bmelde (?:oss|seg|kommunen) på\b/u),
    strength: 'strong',
    hasObject: true,
  },
  {
    // «bekrefter herved deltakelse», «kan bekrefte deltakelse»
    name: 'bekrefter deltakelse',
    finite: words(
      new RegExp(`\\b${finiteOf('bekrefte melde')} ${some(5)}(?:deltakelse|tilslutning|påmelding|medlemskap)\\b`),
    ),
    infinitive: words(new RegExp(`\\b(?:bekrefte|melde) ${some(5)}(?:deltakelse|tilslutning|påmelding|medlemskap)\\b`)),
    strength: 'strong',
    hasObject: true,
  },
  {
    // «imøtekommer anmodningen», «henvendelsen imøtekommes», «benytter oss av tilbudet», «tar imot tilbudet»
    name: 'imøtekommer',
    finite: words(
      new RegExp(
        `\\b${formsOf('imøtekomme etterkomme', 'present', 'past', 'perfect', 'passive')}\\b|\\b(?:tas|tatt) til følge\\b|\\b(?:benytter|benyttet) (?:seg|oss|kommunen seg) (?:[^\\s]+ ){0,2}?av (?:tilbudet|ordningen|muligheten|invitasjonen)\\b|\\btar (?:gjerne )?imot (?:tilbudet|invitasjonen)\\b`,
      ),
    ),
    infinitive: words(
      /\b(?:imøtekomme|etterkomme)\b|\bbenytte (?:seg|oss) av (?:tilbudet|ordningen|muligheten|invitasjonen)\b|\bta imot (?:tilbudet|invitasjonen)\b/u,
    ),
    strength: 'strong',
    hasObject: true,
  },
  {
    // «bevilger kr 14 133», «kr 9 711 er satt av», «har ført opp kr 9 711», «innarbeides i budsjettet»
    name: 'bevilger',
    finite: words(
      new RegExp(
        `\\b(?:${formsOf('bevilge innvilge avsette yte dekke finansiere', 'present', 'past', 'perfect')}|setter av|satte av|satt av)\\b(?: [^\\s]+){0,4}? (?:kr|midler|penger|beløpet|\\d)|\\b(?:har|er) (?:nå |allerede |derfor )*(?:ført opp|budsjettert(?: med)?|lagt inn)(?: [^\\s]+){0,2}? (?:kr\\b|\\d[\\d .]*(?:kr|kroner|,-))|\\b(?:kr\\.? ?[\\d .]+(?:,-)?|beløpet|summen|midler|midlene|bidraget|andelen|kostnaden|utgiften)(?: [^\\s]+){0,4}? (?:bevilges|innvilges|avsettes|satt av|avsatt|innarbeides|innarbeidet|lagt inn)\\b`,
      ),
    ),
    infinitive: words(
      /\b(?:bevilge|innvilge|avsette|sette av|yte)\b(?: [^\s]+){0,4}? (?:kr|midler|penger|beløpet|\d)/u,
    ),
    strength: 'medium',
    hasObject: false,
  },
  {
    // «bare å sende faktura», «merk fakturaen med …», «beløpet kan faktureres», «vi betaler vår andel»
    name: 'kan faktureres',
    finite: words(
      /\bkan (?:faktureres|belastes)\b|\b(?:merk|adresser|stil|send) (?:gjerne )?(?:faktura(?:en|er)?|regning(?:en)?|to fakturaer) (?:[^\s]+ ){0,2}?(?:med|til)\b|\bfaktura(?:en)? (?:merkes|sendes|stiles|adresseres) (?:med|til)\b|\bsend gjerne (?:to |en |ei )?(?:faktura|regning)\p{L}*|\b(?:send|sende) (?:oss )?faktura\b|\bfaktura(?:en)? kan sendes\b|\b(?:betaler|dekker) (?:[^\s]+ )?(?:sin|vår|kommunens|vårt|sitt) (?:andel|del|part|bidrag)\b/u,
    ),
    infinitive: words(/\b(?:betale|dekke) (?:sin|vår|kommunens|vårt|sitt) (?:andel|del|part|bidrag)\b/u),
    strength: 'medium',
    hasObject: false,
  },
  {
    // «lagt fram med positiv innstilling»; «vår deltakelse forutsetter at …»
    name: 'positiv innstilling',
    finite: words(
      /\b(?:positiv|positive) (?:innstilling|anbefaling|tilråding)\b|\binnstilling(?:en)?(?: [^\s]+){0,4}? (?:er|var|blir|ble) positiv\b|\b(?:vår|vårt|kommunens|\p{L}+ sitt) (?:deltakelse|tilslutning|ja|medlemskap|bidrag) (?:er (?!(?:på )?(?:kr|\d|ca))|forutsetter|skjer|gjelder|avhenger|står|henger|beror)\b|\b(?:deltakelse|tilslutning|deltakelsen) (?:vår|til kommunen|fra vår side) (?:er|forutsetter|skjer|gjelder|avhenger|står|henger|beror)\b|\b(?:innstilling(?:en)?|den) (?:er|blir|ble) (?:helt )?positiv$/u,
    ),
    strength: 'medium',
    hasObject: false,
  },
  {
    // «støtter forslaget», «stiller oss bak»: an opinion until money or agreement follows
    name: 'støtter',
    finite: words(
      new RegExp(
        `\\b(?:støtter|støttet|${finiteOf('stille')} ${some(4)}(?:seg|oss) (?:helt |fullt |enstemmig |også )*bak|bifaller|bifalt|går god for|kjøper (?:opplegget|dette|modellen))\\b`,
      ),
    ),
    infinitive: words(/\b(?:støtte|stille (?:seg|oss) bak|bifalle)\b/u),
    strength: 'medium',
    hasObject: true,
  },
  {
    // «OK for oss», «helt greit for kommunen»
    name: 'greit for oss',
    finite: words(
      /\b(?:er|blir) (?:(?:vi|helt|klart|også|gjerne|selvsagt|herved|fortsatt|kommunen) )?på$|\b(?:greit?|greie|ok|okei|fint?|i orden|kurant|supert) (?:for|fra|hos|med) (?:oss|kommunen|vår del|vår kommune|vår side|\p{L}+(?: \p{L}+)? kommune(?:s side)?|\p{L}+(?: \p{L}+){0,2} (?:sin|si) (?:side|del)|kommunens side)\b|^(?:ok|okei|greit|fint)(?: (?:for|med) (?:dette|det))?(?= (?:så lenge|dersom|hvis)\b)/u,
    ),
    strength: 'medium',
    hasObject: false,
  },
];

/** Named instead of the arrangement, these show that the yes or no is about something else. */
export const OTHER_OBJECT = words(
  /^ ?(?:\S+ ){0,5}?(?:nettverk(?:et|ene)?|nettverkssamling\p{L}*|nettverksmøte\p{L}*|samling(?:en|er|a|ane)?|fagsamling\p{L}*|konferanse\p{L}*|\p{L}+konferanse(?:n|r)?|(?:på|til) (?:[^\s]+ )?møter?|\p{L}+møtet?|seminar\p{L}*|kurs(?:et)?|webinar\p{L}*|høring\p{L}*|samarbeidsutvalg\p{L}*|påmelding(?:en)?|legevakt\p{L}*|databehandler\p{L}*|lærling\p{L}*|uttalelse\p{L}*|høringsuttalelse\p{L}*|høringssvar\p{L}*|arbeidsgruppe\p{L}*|referansegruppe\p{L}*|styringsgruppe\p{L}*|dialog(?:en)?|drøfting\p{L}*|diskusjon\p{L}*|evaluering\p{L}*|prosess(?:en)?|utredning\p{L}*|tilsvarende|lignende|liknende|(?:den |det |de )?(?:forrige|tidligere|gamle|eksisterende)|(?:en |et )?(?:annen|annet|andre) (?!kommune)|det \p{L}+ (?:skriver|sier|svarer|mener)|dagsorden|sakslist\p{L}*|\p{L}*middag(?:en)?|\p{L}*lunsj(?:en)?|\p{L}*frokost(?:en)?|julebord\p{L}*|\p{L}*fest(?:en)?|studietur\p{L}*|fagdag\p{L}*|(?:for|til) (?:[^\s]+ )?(?:saksbehandling|behandling|oppstart|anbud))\b/u,
);

/** «slutter seg til vurderingen», «støtter intensjonen»: the thought is shared, the bill is not. */
export const ONLY_THE_IDEA = words(
  /^ ?(?:\S+ ){0,5}?(?:vurdering\p{L}*|intensjon(?:en|ene)?|formålet|prinsippet|prinsippene|initiativ(?:et)?|beskrivelse(?:n)?|tanken|arbeidet|ideen|moralsk)\b/u,
);

/** «slutter seg til innstillingen»: what it says stands in the proposal. */
export const PROPOSAL_OBJECT = words(
  /^ ?(?:\S+ ){0,3}?(?:innstilling(?:en|s)?|forslag(?:et|s)?|tilrådning\p{L}*|konklusjon(?:en)?|anbefaling\p{L}*|vedtaket|vedtak)\b/u,
);
