import { bodiesIn } from './bodies.ts';
import { words } from './words.ts';

/** «2014/1234-3», «14/00231 - 1», «202612345-7»: case and document; «33/14»: a body's case; «sak 13-30». */
const CANDIDATE = words(
  /(?<![\d/.,&])(?<![\p{L}\d]\/)(?:(?<case>\d{1,4}\/\d{1,6})(?:(?<document> ?- ?\d{1,4})(?!\d|\/\d|[.,]\d)|(?!\d|\/\d|[.,]\d))|(?<long>20[0-4]\d{5,8})(?:-\d{1,4})?(?![\d/]|-\d)|(?<dashed>\d{2,3}-\d{2,3})(?![\d/-]| ?(?:uker?|dager?|år|kr)))/gu,
);

/** A number after one of these is a case number, whatever it looks like. «Deres ref» is ours (see OURS). */
const LABEL =
  /\b(?:(?:vår|våre|vårt|min|our) ref\p{L}*|ref(?:eranse(?:n|nummer|nummeret)?)?|arkivref\p{L}*|arkiv|arkivsak-dok|saks-? og dokumentnr|[\p{L}.-]{0,25}?sak(?:er|ene|en)?(?:s?nr|s?nummer(?:et)?|s?-?id|s-nr|sreferanse|sref|snummer\/\p{L}+|snr\/\p{L}+)?|journalført|(?:inn)?ført|journal(?:en)?|journalpost|registrert|arkivert|vedtak(?:et)?(?:snr|snummer)?|nummer|ps|fs|fsk|ks|kst|kom|rs|ds|ft|fo|for(?=-$)|us|mappe|hs|sr|hok|hou|bs|bst|au)(?:[\s.:#(-]|\b(?:sak|sakene|nr|nummer|saksnr|saksnummer|ref|referanse|er|din|deres|under|i|på|som|med|har|fått|hos oss|vår|vårt|arkiv|ps|fs|ds|ks|d|f|k)\b)*$/u;
const THEIR_LABEL = words(LABEL);

/** «Deres ref.: 13/01746», «dykkar sak»: the number of the one we write for. «Referansen din er» and «deres saksnummer hos oss er» are theirs. */
const OURS = words(
  /\b(?:deres|dykkar|din|ditt|your|ks (?:sin|sitt|si)|ks' ?) ?(?:ref\p{L}*|saks?nr|saksnummer|sak|brev|henvendelse|e-post)(?:[\s.:(]|\bnr\b|\bnummer\b|\bsak\b|\ber\b(?! ?$))*$/u,
);
const GIVEN_TO_US = words(/\b(?:din|ditt|deres|dykkar) \p{L}+(?: hos oss| i vårt arkiv)? er ?:? ?$/u);

/** Numbers of a document in the journal, of a property, a law, an account, a week. */
const OTHER_NUMBER = words(
  /\b(?:arkivkode\p{L}*|klassering\p{L}*|arkivdel|gnr|bnr|gnr\/bnr|eiendom\p{L}*|rundskriv|prop|innst|meld|nou|lov|forskrift\p{L}*|kap|kapittel|post|art|artikkel|ansvar|funksjon|konto\p{L}*|kto|mva|uke|tlf|telefon|mobil|faks|fax|org|orgnr|organisasjonsnummer|side|pkt|punkt|kl|kr|nok|versjon|§)[.:]?(?: ?(?:nr|i|id)\b)?[.:\s-]*(?:\p{L}{1,2}-)?$/u,
);
const DOCUMENT_NUMBER = words(
  /\b(?:journalpost-? ?(?:id|nr|nummer)|journal(?:nr|nummer|-?id)|jp(?:id)?|løpe-?(?:nr|nummer)|lnr|l\.nr|dok(?:ument)?-? ?(?:nr|nummer|id))[.:\s]*$/u,
);

/** A number with a four-digit year, or with a document number, or as long as no body's case is, needs no label. */
const NEEDS_NO_LABEL =
  /^(?:(?:19|20)\d{2}\/\d{2,6}(?:-\d{1,4})?|\d{2}\/\d{3,6}-\d{1,4}|\d{2}\/\d{4,6}|20\d{7,10}-\d{1,4})$/;

/** «sakene 14/23 og 14/24», «14/23, 14/24» */
const JOINED = words(/^ ?(?:,|og|samt|&|\/|;|og sak|og i sak)? ?$/u);

const MAY_HOLD_REFERENCE = /\d[/-] ?\d|20\d{7}/;

/**
 * The sender's own case numbers in folded text, without labels. `ours` are the references of our campaigns.
 * What looks like one is mostly something else (a date, a period, a fraction, a page), so a short number needs a word
 * before it that says so, or a row of a meeting table around it.
 */
export function caseReferencesIn(folded: string, ours: readonly string[]): string[] {
  if (!MAY_HOLD_REFERENCE.test(folded)) return [];
  const own = ours.map(reference => reference.toLowerCase());
  const found = new Set<string>();
  let lastEnd = -1;
  for (const match of folded.matchAll(CANDIDATE)) {
    const before = folded.slice(Math.max(0, match.index - 60), match.index);
    const reference = match[0].replaceAll(' ', '');
    const chained = lastEnd !== -1 && JOINED.test(folded.slice(lastEnd, match.index));
    if (isOurs(reference, own) || isOtherNumber(reference, before) || isDay(reference, before)) continue;
    const labelled = THEIR_LABEL.test(before) || (chained && isShort(reference));
    if (!labelled && !standsAlone(match, reference) && !isInRow(folded, reference)) continue;
    found.add(reference);
    lastEnd = match.index + match[0].length;
  }
  return [...found];
}

function isOurs(reference: string, own: readonly string[]): boolean {
  return own.some(ours => reference === ours || reference.startsWith(`${ours}-`) || ours.startsWith(`${reference}-`));
}

function isOtherNumber(reference: string, before: string): boolean {
  if (isPeriod(reference) || OTHER_NUMBER.test(before)) return true;
  if (DOCUMENT_NUMBER.test(before) && !/\/\d+-\d/.test(reference)) return true;
  return OURS.test(before) && !GIVEN_TO_US.test(before);
}

const BEFORE_DAY = words(
  /\b(?:på|den|til|innen|fra|vedtak|vedtaket|registrert|journalført|ført|arkivert|møte)[\s:(]*$/u,
);

/** «vedtaket 26/3», «saken kommer på 26/3»: a day. */
function isDay(reference: string, before: string): boolean {
  const [, day = '', month = ''] = /^(\d{1,2})\/(\d{1,2})(?:-(?:20)?\d\d)?$/.exec(reference) ?? [];
  return day !== '' && Number(day) <= 31 && Number(month) <= 12 && BEFORE_DAY.test(before);
}

function isShort(reference: string): boolean {
  return /^\d{1,4}\/\d{1,4}$/.test(reference);
}

function standsAlone(match: RegExpMatchArray, reference: string): boolean {
  return (
    match.groups?.dashed === undefined &&
    NEEDS_NO_LABEL.test(reference) &&
    !/^(?:0?[1-9]|1[0-2])\/(?:19|20)\d\d$/.test(reference)
  );
}

/** «2014/2015» is a period, «2014/15» a season. */
function isPeriod(reference: string): boolean {
  const [, first = '', second = ''] = /^(20\d{2})\/(\d{2}|\d{4})$/.exec(reference) ?? [];
  return first !== '' && (Number(second) === Number(first) + 1 || Number(second) === (Number(first) + 1) % 100);
}

/** Longer is no row of a table. */
const MAX_ROW = 140;
const ROW_YEAR = /(?:\d\.\d{1,2}\.|\d[/-]|\p{L} )(?:20)?(\d\d)(?!\d|\/)/gu;

/** «61/13  Formannskapet  10.12.2013»: a number of the year in which the body of the row met. */
function isInRow(folded: string, reference: string): boolean {
  if (folded.length > MAX_ROW || !isShort(reference) || bodiesIn(folded).length === 0) return false;
  const years = [...folded.matchAll(ROW_YEAR)].map(match => match[1]);
  return (
    reference.split('/').some(part => part.length === 2 && years.includes(part)) &&
    /\d\.\d{1,2}\.(?:20)?\d\d/.test(folded)
  );
}
