import { ELECTED_BODY } from './bodies.ts';
import { anyFormOf, finiteOf } from './verb-forms.ts';
import { words } from './words.ts';

/**
 * What an infinitive hangs on, which says what it is worth: «vil delta», «har råd til å delta» (own) · «vedtok å delta»
 * (decides) · «anbefaler å delta» (recommends) · «håper å delta» (hedges) · «anmodningen om å delta», «for å delta» (named:
 * nobody says that they do) · unknown, which is as good as named.
 */
export type Governor = 'own' | 'decides' | 'recommends' | 'hedges' | 'named' | 'unknown';

const MODAL = 'vil|ville|skal|skulle|kan|kunne|må|måtte|får|lar|bør|burde';

/** A will, an ability, a reason to: denied, it is a no. */
const OWN = words(
  new RegExp(
    `\\b(?:${MODAL}|(?:kommer|kom|komme) (?:[^\\s]+ ){0,4}?til|${anyFormOf('ønske velge prioritere avstå unnlate')}|(?:bestemt|bestemte|bestemmer) (?:[^\\s]+ ){0,3}?for|${anyFormOf('lande ende konkludere')} (?:[^\\s]+ ){0,2}?(?:på|med)|kommet (?:fram )?til|klare? (?:til|for)|villige?(?: til)?|(?:ja|nei)(?: takk)? til|tatt stilling til|(?:rom|plass|råd|midler|penger|dekning|økonomi|økonomisk evne|ryggrad|muskler|handlefrihet|mulighet|anledning|kapasitet|ressurser|tid|interesse|grunnlag|behov|vilje)(?: (?:i|til) \\S+){0,2}?(?: (?:for|til|av|nok til|i))|grunn til|(?:klarsignal|grønt lys|lov|ryggdekning)(?: (?:fra|av|hos) \\S+)?(?: til| om| på| for)|planer om|(?:forpliktet|bundet|forplikter (?:seg|oss)(?: (?:ikke|derfor|dermed|herved))?|binder (?:seg|oss)|strekker (?:seg|oss)) til|(?:følger|følge) (?:[^\\s]+ )?opp (?:med|ved)|forsvare|forsvarlig|aktuelt|aktuell|ønskelig|hensiktsmessig|naturlig|riktig|klokt|mulig|tilrådelig|i stand til|enige? om|akter|akte|tenkt(?: til)?|funnet|fant|finner|finne|ser (?:seg|oss) (?:ikke |derfor |dessverre )?(?:i stand til|nødt til|tjent med)|nødt til|tvunget til|i oppdrag|beskjed om|tjent med|glad for|glade for|gjerne|fremdeles med på|la være|lar være|interesserte? i|forutsetning for)(?: (?!(?:om|av|for|til|hva|på|med|ved|fra|mot|hvor)\\b)[^\\s]+){0,4}$`,
    'u',
  ),
);

const DECIDES = words(
  new RegExp(
    `\\b(?:${anyFormOf('vedta beslutte bestemme godkjenne')}|(?:vedtak|beslutning|avgjørelse)(?:en|et)? (?:[^\\s]+ ){0,2}?om|(?:vedtaket|resultatet|utfallet|konklusjonen|beslutningen) (?:ble|er|var|lyder)|flertall(?:et)? (?:[^\\s]+ ){0,5}?(?:for|mot)|${finiteOf('stemme')} (?:[^\\s]+ ){0,5}?(?:for|mot|imot)|(?:går|gikk|gått) (?:[^\\s]+ ){0,5}?(?:inn for|imot)|(?:ga|gav|gir|gitt) (?:[^\\s]+ ){0,4}?fullmakt|samtykket|samtykker|(?:er|var) det (?:[^\\s]+ ){0,2}?ja til)\\b`,
    'u',
  ),
);

const RECOMMENDS = words(
  new RegExp(
    `\\b(?:${anyFormOf('innstille anbefale tilrå foreslå')}|(?:rår|rå|rådde|råder) (?:[^\\s]+ ){0,4}?til|(?:rådmannen|kommunedirektøren|administrasjonen|ordføreren|jeg|undertegnede|vil|til å) (?:[^\\s]+ ){0,2}?(?:be|ber) (?:[^\\s]+ )?(?:politikerne|${ELECTED_BODY}|folkevalgte) (?:[^\\s]+ )?om|(?:innstilling|forslag|anbefaling|tilråding)(?:en|et)?(?: (?:er|ble|blir|lyder|går))?(?: ut)? (?:på|om|er)?)\\b`,
    'u',
  ),
);

/** Not said yet: a hope, a plan, a thought, good will. */
const HEDGES = words(
  /\b(?:vurderer|vurdere|vurderes|overveier|håper|håpe|håpet|regner med|satser på|satse på|planlegger|planlegge|tenker|tenke (?:seg|oss)|ser for (?:seg|oss)|positive?(?: innstilt)? til|positivt? på|åpne? for|lener (?:seg|oss)|heller mot|drøfter|drøfte|ser (?:[^\s]+ )?på muligheten|lyst til|fristende|spent på|mener|tror|prøver|forsøker|forsøke|arbeider|arbeide|jobber|jobbe|strever)\b/u,
);

/** «anmodning om å», «fristen for å», «bedt om å», «for å»: it is only called by its name. */
const NAMED = words(
  /\b(?:(?:anmodning|henvendelse|invitasjon|forespørsel|oppfordring|spørsmål|saken|sak|avtale|brev|tilbud|muligheten|frist|purring|påminnelse|kostnad|utgift|konsekvens|fordel|ulempe|verdi|nytte|søknad|plikt|ordning|initiativ|ønske|tanke)\p{L}*(?: (?:fra|til|av) \S+){0,2}? (?:om|til|for|ved|av|med|på)|muligheten|(?:ber|be|bedt|bes|oppfordrer|oppfordret|oppfordres|inviterer|invitert|invitere|anmoder|anmodet|spurt|utfordret|utfordrer) (?:[^\s]+ ){0,4}?(?:om|til)|^for|(?:arbeid\p{L}*|jobb\p{L}*|kjemp\p{L}*) for|ved|spare på|stedet for)$/u,
);

/** The governor that an infinitive has in this text before it («kommunestyret vedtok å», «vi vil gjerne»). */
export function governorOf(before: string): Governor {
  const text = before.trimEnd();
  const marked = /(?:^| )å(?: \S+){0,2}$/u.exec(text);
  const upTo = marked === null ? text : text.slice(0, marked.index);
  const cut = upTo.lastIndexOf(' å ');
  const segment = (cut === -1 ? upTo : upTo.slice(cut + 3)).trim();
  if (marked === null) return bareGovernor(segment);
  if (segment === '') return 'unknown';
  const named = NAMED.test(segment);
  if (RECOMMENDS.test(segment)) return 'recommends';
  if (named) return 'named';
  if (DECIDES.test(segment)) return 'decides';
  if (HEDGES.test(segment)) return 'hedges';
  if (OWN.test(segment)) return 'own';
  return cut === -1 ? 'unknown' : outer(upTo.slice(0, cut), segment);
}

const BARE_MODAL = words(new RegExp(`\\b(?:${MODAL}|ønsker|bedt (?:meg|oss)|tør|behøver|trenger)\\b`));

/** «vil gjerne bidra», «kan dessverre ikke delta», «vil slutte seg til og bidra». */
function bareGovernor(segment: string): Governor {
  const hedged = HEDGES.test(segment) && !/\b(?:positive?|positivt)\b/.test(segment);
  if (/\b(?:håper|regner med|mener|tror)\b/.test(segment) && hedged) return 'hedges';
  return BARE_MODAL.test(segment) ? 'own' : 'unknown';
}

/** «har ikke anledning til å finne midler til | å delta»: the inner verb stands in for the outer one. */
function outer(rest: string, inner: string): Governor {
  return /\b(?:få|kunne|finne|ha|klare|greie|rekke|velge|være med på|si ja til|takke ja til)\b/u.test(inner)
    ? governorOf(`${rest} å`)
    : 'unknown';
}
