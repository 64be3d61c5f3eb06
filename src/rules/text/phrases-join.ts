import { words } from './words.ts';

/** A way to say yes (or, denied, no). Patterns see one folded clause. */
export interface JoinPhrase {
  name: string;
  /** The finite verb: says it of somebody. */
  finite?: RegExp;
  /** The infinitive: says it only below a verb that wants, can or decides (see MAY_GOVERN). */
  infinitive?: RegExp;
  /** medium: an opinion or a practical step; counts only when nothing speaks against it. */
  strength: 'strong' | 'medium';
  /** The words behind it must not name something else (a seminar, a consultation). */
  hasObject: boolean;
}

const AGREEMENT =
  '(?:avtale|avtalen|samarbeidsavtale|samarbeidsavtalen|ordningen|ordning|deltakelse|spleiselaget|vilkår|betingelse|bidraget|tilslutning|finansieringen|finansiering|anmodningen|henvendelsen|opplegget|modellen|forslaget fra ks|kostnadsfordelingen)';

export const JOIN_PHRASES: readonly JoinPhrase[] = [
  {
    // «slutter seg til ordningen»; V2: «slutter X kommune seg helt og fullt til»
    name: 'slutter seg til',
    finite: words(
      /\b(?:slutter|sluttet)(?: [^\s]+){0,6}? (?:seg|oss)\b(?: [^\s]+){0,5}? (?:til|opp om)\b|\bslutter (?:[^\s]+ ){0,3}?opp om\b|\btilslutter (?:seg|oss)\b/u,
    ),
    infinitive: words(/\bslutte (?:[^\s]+ ){0,2}?(?:seg|oss) (?:[^\s]+ ){0,2}?til\b|\bslutte opp om\b/u),
    strength: 'strong',
    hasObject: true,
  },
  {
    // «gir sin tilslutning til», «tilslutning gis»
    name: 'gir tilslutning',
    finite: words(
      /\b(?:gir|gav|ga|gis|gitt) (?:[^\s]+ ){0,3}?(?:tilslutning|tilsagn|tilsegn|ja)\b|\btilslutning gis\b/u,
    ),
    infinitive: words(/\bgi (?:[^\s]+ ){0,3}?(?:tilslutning|tilsagn|tilsegn)\b/u),
    strength: 'strong',
    hasObject: true,
  },
  {
    // «kommunen bidrar med kr 14 133»
    name: 'bidrar',
    finite: words(/\b(?:bidrar|bidro)\b/u),
    infinitive: words(/\bbidra\b/u),
    strength: 'strong',
    hasObject: true,
  },
  {
    // «deltar i spleiselaget», «ønsker å delta»
    name: 'deltar',
    finite: words(/\b(?:deltar|deltok|tar del)\b/u),
    infinitive: words(/\b(?:delta|ta del)\b/u),
    strength: 'strong',
    hasObject: true,
  },
  {
    // «er med på spleiselaget», «blir med fra 2027», «vi er med!»
    name: 'er med',
    finite: words(
      /\b(?:er|blir|ble)(?: (?:vi|jeg|kommunen|kommune|dermed|da|derfor|også|gjerne|altså|nå|selvsagt|selvfølgelig|helt|klart|ikke|heller|dessverre|likevel|herved|fortsatt|ellers|elles|\p{L}+ kommune)){0,4} med\b(?=$| (?:på|i|fra|for|videre|også|og|her|som|til|ut|nå|så)\b)/u,
    ),
    infinitive: words(
      /\b(?:være|bli) (?:[^\s]+ ){0,2}?med\b(?! (?:å|dere om)\b)|\binngå i (?:ordningen|spleiselaget|samarbeidet)\b|\b(?:være|bli) (?:en )?del av\b/u,
    ),
    strength: 'strong',
    hasObject: true,
  },
  {
    // «kommunestyret godkjenner avtalen», «vi godtar vilkårene», «inngår avtale»
    name: 'godkjenner avtalen',
    finite: words(
      new RegExp(
        `\\b(?:godkjenner|godkjente|godtar|godtok|aksepterer|aksepterte|tiltrer|tiltrådte|inngår|inngikk|vedtar|vedtok)\\b(?: (?!å |om |at )[^\\s]+){0,8}? ${AGREEMENT}\\b`,
      ),
    ),
    infinitive: words(
      new RegExp(`\\b(?:godkjenne|godta|akseptere|tiltre|inngå|vedta)\\b(?: [^\\s]+){0,6}? ${AGREEMENT}\\b`),
    ),
    strength: 'strong',
    hasObject: false,
  },
  {
    // «avtalen godkjennes», «deltakelse i ordningen vedtas»
    name: 'avtalen godkjennes',
    finite: words(
      new RegExp(
        `\\b${AGREEMENT}\\b(?: [^\\s]+){0,30}? (?:godkjennes|(?:er|ble|blir|blitt) (?:[^\\s]+ ){0,2}?godkjent|godtas|aksepteres|vedtas|tiltres|inngås|imøtekommes|tas til følge|bevilges)\\b`,
      ),
    ),
    strength: 'strong',
    hasObject: false,
  },
  {
    // «trer inn i ordningen», «går inn i spleiselaget»; never «går inn for»
    name: 'trer inn i',
    finite: words(/\b(?:trer|trådte|går|gikk) (?:[^\s]+ ){0,3}?inn (?:i|som)\b/u),
    infinitive: words(/\b(?:tre|gå) inn (?:i|som)\b/u),
    strength: 'strong',
    hasObject: true,
  },
  {
    // «takker ja», «svaret er ja», «Ja, vi …»
    name: 'ja',
    finite: words(
      /\b(?:takker|svarer|sier|sa|svarte|takket|stemte|er|blir|ble) (?:[^\s]+ ){0,3}?ja\b(?! til (?:møte|kurs))|^(?:svar(?:et)?:? )?ja(?: takk)?(?=$| til\b| fra\b| vi\b| kommunen\b|,)/u,
    ),
    infinitive: words(/\b(?:takke|svare|si) (?:[^\s]+ ){0,2}?ja\b/u),
    strength: 'strong',
    hasObject: true,
  },
  {
    // «vedlagt følger signert avtale», «her kommer avtalen, undertegnet i dag», «avtalen følger i retur»
    name: 'signert avtale',
    finite: words(
      /\b(?:vedlagt|ligger ved|følger|her kommer|her er|kommer|oversender|sender|returnerer|returneres|vedlegger|legger ved|i retur)\b(?: [^\s]+){0,8}? (?:signert|undertegna)\b|\b(?:signert|undertegna)(?: [^\s]+){0,3}? (?:avtale|avtalen|eksemplar)(?: [^\s]+){0,4}? (?:vedlagt|ligger|følger|i retur|returneres|sendes|oversendes|kommer|er vedlagt)\b|\bavtalen? (?:er|ble|ligger|følger)(?: [^\s]+){0,4}? (?:signert|undertegna)\b|\b(?:avtale|avtalen)(?: [^\s]+){0,5}? i (?:signert (?:stand|form) )?retur\b|\bi signert (?:stand|form)\b|\b(?:vi|jeg|rådmannen|ordføreren|kommunedirektøren) har (?:[^\s]+ ){0,2}?(?:signert|undertegna)\b/u,
    ),
    infinitive: words(/\bsignere\b/u),
    strength: 'strong',
    hasObject: false,
  },
  {
    // «vi melder oss på», «dere kan regne med oss», «sett oss på lista»
    name: 'melder seg på',
    finite: words(
      /\bmelder (?:[^\s]+ ){0,3}?(?:oss|seg) på\b|\bregne med (?:oss|\p{L}+ kommune|kommunen)\b|\b(?:sett|sette|skriv|skrive|før|føre) (?:oss|[^\s]+) (?:kommune )?(?:opp )?på list[ae]n?\b/u,
    ),
    infinitive: words(/\bmelde (?:oss|seg) på\b/u),
    strength: 'strong',
    hasObject: true,
  },
  {
    // «bekrefter herved deltakelse»
    name: 'bekrefter deltakelse',
    finite: words(/\b(?:bekrefter|melder) (?:[^\s]+ ){0,3}?(?:deltakelse|tilslutning|påmelding)\b/u),
    strength: 'strong',
    hasObject: true,
  },
  {
    // «imøtekommer anmodningen», «henvendelsen imøtekommes»
    name: 'imøtekommer',
    finite: words(/\b(?:imøtekommer|imøtekom|etterkommer|imøtekommes|etterkommes|tas til følge|tatt til følge)\b/u),
    infinitive: words(/\b(?:imøtekomme|etterkomme)\b/u),
    strength: 'strong',
    hasObject: true,
  },
  {
    // «bevilger kr 14 133», «kr 9 711 er satt av», «innarbeides i budsjettet»
    name: 'bevilger',
    finite: words(
      /\b(?:bevilger|bevilget|innvilger|innvilget|avsetter|avsatte|setter av|satte av|satt av|yter|dekker)\b(?: [^\s]+){0,4}? (?:kr|midler|penger|beløpet|\d)|\b(?:kr\.? ?[\d .]+(?:,-)?|beløpet|summen|midler|midlene|bidraget|andelen|kostnaden|utgiften)(?: [^\s]+){0,4}? (?:bevilges|innvilges|avsettes|satt av|avsatt|innarbeides|innarbeidet|lagt inn)\b/u,
    ),
    infinitive: words(
      /\b(?:bevilge|innvilge|avsette|sette av|yte)\b(?: [^\s]+){0,4}? (?:kr|midler|penger|beløpet|\d)/u,
    ),
    strength: 'medium',
    hasObject: false,
  },
  {
    // «bare å sende faktura», «beløpet kan faktureres», «vi betaler vår andel»
    name: 'kan faktureres',
    finite: words(
      /\bkan faktureres\b|\b(?:send|sende) (?:oss )?faktura\b|\bfaktura(?:en)? kan sendes\b|\b(?:betaler|dekker) (?:sin|vår|kommunens|vårt|sitt) (?:andel|del|part|bidrag)\b/u,
    ),
    infinitive: words(/\b(?:betale|dekke) (?:sin|vår|kommunens|vårt|sitt) (?:andel|del|part|bidrag)\b/u),
    strength: 'medium',
    hasObject: false,
  },
  {
    // «støtter forslaget», «stiller oss bak»: an opinion until money or agreement follows
    name: 'støtter',
    finite: words(/\b(?:støtter|stiller (?:seg|oss) (?:helt |fullt )?bak)\b/u),
    infinitive: words(/\b(?:støtte|stille (?:seg|oss) bak)\b/u),
    strength: 'medium',
    hasObject: true,
  },
  {
    // «OK for oss», «helt greit for kommunen»
    name: 'greit for oss',
    finite: words(/\b(?:greit|ok|okei|fint|i orden|kurant) for (?:oss|kommunen|vår del|vår kommune|\p{L}+ kommune)\b/u),
    strength: 'medium',
    hasObject: false,
  },
];

/**
 * What may stand before «å delta» or «bidra» for it to be said of oneself: a modal, a wish, a decision, a yes.
 * «anmodning om å slutte seg til» has none of them: it names what was asked.
 */
export const MAY_GOVERN = words(
  /\b(?:vil|skal|kan|må|kommer (?:\S+ ){0,2}?til å|ønsker|ønske|velger|valgt|velge|bestemt|bestemte|besluttet|vedtok|vedtatt|vedtar|vedtak om|klar(?:e)? (?:til|for)|villige?(?: til)?|ja(?: takk)? til|nei(?: takk)? til|tatt stilling til|rom(?: i \S+)?(?: for| til)?|plass(?: for| til)?|råd til|midler(?: til)?|penger til|dekning for|økonomi(?: til)?|mulighet(?: til| for)?|anledning til|kapasitet til|ressurser til|grunnlag for|grunn til|behov for|aktuelt|ønskelig|hensiktsmessig|riktig|i stand til|prioritere|prioriterer|prioritert|avstår|avstå|lar være|la være|unnlater|enige? om|ville|(?:går|gikk|gått) (?:[^\s]+ ){0,2}?inn for|akter|tenkt|planlegger|får|forplikter (?:seg|oss) til|(?:innstilling(?:en)?|forslag(?:et)?|tilbudet|invitasjonen) om(?: ikke)?|innstil\p{L}* på|tilråd\p{L}*|anbefal\p{L}*|kunne|funnet|fant|finner|glad for|gjerne|anbefaler|tilrår|foreslår|foreslo|innstiller på|positiv(?:e)? til|positivt på|vurderer|tenke (?:seg|oss))\b/u,
);

/** Named instead of the arrangement, these show that the yes or no is about something else. */
export const OTHER_OBJECT = words(
  /^ ?(?:\S+ ){0,5}?(?:nettverk(?:et|ene)?|nettverkssamling\p{L}*|nettverksmøte\p{L}*|samling(?:en|er|a|ane)?|fagsamling\p{L}*|konferanse\p{L}*|\p{L}+konferanse(?:n|r)?|(?:på|til) (?:[^\s]+ )?møter?|\p{L}+møtet?|seminar\p{L}*|kurs(?:et)?|webinar\p{L}*|høring\p{L}*|uttalelse\p{L}*|høringsuttalelse\p{L}*|høringssvar\p{L}*|arbeidsgruppe\p{L}*|referansegruppe\p{L}*|styringsgruppe\p{L}*|dialog(?:en)?|drøfting\p{L}*|diskusjon\p{L}*|evaluering\p{L}*|prosess(?:en)?|utredning\p{L}*|tilsvarende|lignende|liknende|(?:den |det |de )?(?:forrige|tidligere|gamle|eksisterende)|(?:en |et )?(?:annen|annet|andre) (?!kommune)|det \p{L}+ (?:skriver|sier|svarer|mener)|dagsorden|sakslist\p{L}*|vurdering\p{L}*|intensjon(?:en)?|formålet|prinsippet|initiativet|beskrivelsen)\b/u,
);

/** «slutter seg til innstillingen»: what it says stands in the proposal. */
export const PROPOSAL_OBJECT = words(
  /^ ?(?:\S+ ){0,3}?(?:innstilling(?:en|s)?|forslag(?:et|s)?|tilrådning\p{L}*|konklusjon(?:en)?|anbefaling\p{L}*|vedtaket|vedtak)\b/u,
);
