import { bodiesIn, isElected } from '../text/bodies.ts';
import type { DateMention } from '../text/dates.ts';
import { words } from '../text/words.ts';
import { contains, type Speakers } from './speakers.ts';

/**
 * What a day in a sentence is: meeting · extension: until when they ask for time · answer: when it is promised ·
 * other: a day of which the words around it say no more · not-theirs: a day that is none of these (our letter or
 * deadline, from when something holds, the day of a population figure, papers, an absence, a bill, an appeal).
 */
export type DateRole = 'meeting' | 'extension' | 'answer' | 'other' | 'not-theirs';

/** The words that belong to one date: back to the date before it or the clause's beginning, forward to the clause's end. */
export interface DateWindow {
  before: string;
  after: string;
}

const CLAUSE_END = /[;:]|, (?:men|så|og|da|mens|slik|som|der|hvor|noe)\b|\. |\?|$/;
const CLAUSE_START = words(/[;:]\s|, (?:men|så|og|da|mens|slik|noe)\b|\b(?:men|mens) /gu);

export function windowOf(date: DateMention, dates: readonly DateMention[], folded: string): DateWindow {
  const place = dates.indexOf(date);
  const from = startOf(place, dates, folded);
  const to = dates[place + 1]?.at ?? folded.length;
  const before = folded.slice(Math.max(from, date.at - 120), date.at);
  const starts = [...before.matchAll(CLAUSE_START)];
  const after = folded.slice(date.end, Math.min(to, date.end + 100));
  return {
    before: before.slice(starts.at(-1)?.index ?? 0),
    after: after.slice(0, after.search(CLAUSE_END)),
  };
}

/** «om fjorten dager, altså 12. oktober»: the same day in other words. */
const SAME_DAY = /^[ ,(]*(?:altså|dvs\.?|det vil si|nemlig|nærmere bestemt|den|=)?[ ,(]*$/u;

function startOf(place: number, dates: readonly DateMention[], folded: string): number {
  const previous = dates[place - 1];
  const own = dates[place];
  if (previous === undefined || own === undefined) return 0;
  return SAME_DAY.test(folded.slice(previous.end, own.at)) ? startOf(place - 1, dates, folded) : previous.end;
}

const MAIL =
  '(?:brev|henvendelse|e-post|epost|anmodning|oppfordring|purring|påminnelse|forespørsel|skriv|invitasjon|invitasjonsbrev|oversendelse|utsendelse|søknad)(?:en|n|et|a|ne)?';

/** «deres brev av 27. februar», «viser til e-post datert», «mottatt» */
const OUR_LETTER = words(
  new RegExp(
    `(?:\\b${MAIL}(?: deres| dykkar| din| fra (?:ks|dere|\\p{L}+))?(?: om [^,.;]{1,60}?)?(?: (?:av|fra|den|datert|sendt|mottatt|på|fra ks|som kom|vi fikk))+|\\b(?:datert|mottatt|fikk (?:vi |brevet |saken |den )?|sendt ut|tilsendt)) ?$`,
    'u',
  ),
);
/** «e-posten 27. februar»; but «behandlet anmodningen 27. februar» is the day of the treatment. */
const BARE_LETTER = words(new RegExp(`\\b${MAIL}(?: deres| dykkar| din)? $`, 'u'));
const TREATS = words(/\b(?:\p{L}*behandl\p{L}*|drøft\p{L}*|vedtok|tar|tok|tas|ser på|vurder\p{L}*|avsl\p{L}*)\b/u);
const OUR_DEADLINE = words(
  /\b(?:(?:svar)?frist(?:en)?|tidsfrist(?:en)?)(?: (?:deres|dykkar|dere har satt|ks har satt|som var satt|satt|er|var|på|av|til|innen|den|som er|gikk ut|utløper|løper ut|i))* ?$/u,
);
const ASKED_DEADLINE = words(
  /\b(?:(?:utsatt|ny|forlenget|utvidet|lengre) (?:\p{L}+)?frist|utsettelse|(?:forlenge|utvide|utsette|flytte) (?:\p{L}+)?frist(?:en)?)\b[^.;]{0,40}$|\bfrist(?:en)? (?:til|ut)(?: og med)? ?$|\b(?:få|gi oss|ønsker|trenger) (?:[^\s]+ ){0,2}?(?:frist|tid)(?:en)? (?:fram )?til ?$/u,
);

/** «fra 1. januar 2027», «gjeldende fra», «pr. 1.1.2014», «tidligst etter»; «flyttet fra» */
const HOLDS_FROM = words(
  /\b(?:fra|fra og med|f\.o\.m\.?|med virkning|virkning fra|gjeldende|pr\.?|per|siden|oppstart|iverksettes|trer i kraft|gjelder|(?:ordningen|tiltaket|stillingen|avtalen|prosjektet|koordinatoren)[^,;]{0,30} (?:start\p{L}*|begynn\p{L}*)|budsjettet for|budsjett for|kontrakt(?:en)? til|varer til|ut|forrige|(?:evaluer\p{L}*|ny vurdering|vurderes på nytt)(?: innen)?|rapporter\p{L}* innen|rapporter\p{L}*)(?: (?:den|fra|innen))? ?$/u,
);
const OTHER_THING = words(
  /\b(?:folketall\p{L}*|innbyggertall\p{L}*|innbygger\p{L}*|klage\p{L}*|faktura\p{L}*|faktureres|forfall\p{L}*|betal\p{L}*|utbetal\p{L}*|innbetal\p{L}*|valg(?:et)?|kommunevalg\p{L}*|(?<!etter )(?:ferie|ferien)|bortreist|fraværende|permisjon|borte|sykmeldt|ute av kontoret|tilbake på (?:jobb|kontoret)|på reise|født|stillingen|ansatt|møtt(?:e|es)?|snakket|telefon|evaluer\p{L}*|rapporter\p{L}*)\b[^,;]{0,40}$/u,
);
const PAPERS = words(
  /\b(?:sakspapir\p{L}*|sakslist\p{L}*|innkalling\p{L}*|protokoll\p{L}*|møtebok\p{L}*|utskrift\p{L}*|dokument\p{L}*|papir\p{L}*|saksframlegg(?:et)? (?:sendes|er|blir|må|skal|legges ut))\b[^;]{0,60}$/u,
);
const BEFORE_MEETING = words(
  /\b(?:frist(?:en)? for (?:saker|innmelding|å melde)\p{L}*|innmeldingsfrist\p{L}*|gruppemøte\p{L}*|formøte\p{L}*)\b[^,;]{0,60}$/u,
);
const PAPERS_AFTER = words(
  /^[^,;]{0,20} (?:sendes (?:\p{L}+ )?ut|legges ut|publiseres|blir sendt ut|er innmeldingsfrist|er fristen for)\b/u,
);
const CANCELLED_AFTER = words(
  /^(?: er| ble| blir| måtte| må| \p{L}+){0,3} (?:avlyst|avlyses|utgår|utgikk|utsatt|utsettes|flyttet|flyttes)\b/u,
);

/** «12. oktober, ikke 5. oktober»; but «ikke før 5. oktober» */
const DENIED = words(/\b(?:ikke|istedenfor|i stedet for)(?: den)? $/u);

const MEETING = words(
  /\b(?:ny dato|møtedato|utsatt til|utsettes til|ny behandling|\p{L}*møte\p{L}*|samling(?:en)?|\p{L}*behandl\p{L}*|saksk?art\p{L}*|sakslist\p{L}*|dagsorden|tas (?:\p{L}+ )?opp|tar (?:\p{L}+ ){0,3}opp|ta (?:\p{L}+ ){0,3}opp|tatt opp|oppe|skal opp|kommer (?:\p{L}+ ){0,2}opp|legg\p{L}* (?:\p{L}+ ){0,4}fram|lagt fram|fremmes|vedtar|vedtak|avgjør\p{L}*|avgjort|møtes|satt opp|flyttet til|flyttes til|tar stilling|ta stilling|sesjon(?:en)?|budsjett\p{L}*)\b/u,
);
const ANSWER = words(
  /\b(?:svar\p{L}*|tilbakemelding\p{L}*|beskjed|høre[rs]?|tilbake|melding|avklar\p{L}*|klar[et]?|konklu\p{L}*|ferdig\p{L}*|returner\p{L}*|retur|signert|send\p{L}*)\b/u,
);

/** What the day is to those who are asked for an answer. `deadlines` are ours. */
export function roleOf(date: DateMention, window: DateWindow, folded: string, deadlines: readonly string[]): DateRole {
  const { before, after } = window;
  if (DENIED.test(before)) return 'not-theirs';
  if (ASKED_DEADLINE.test(before)) return 'extension';
  if (BARE_LETTER.test(before) && !TREATS.test(before)) return 'not-theirs';
  if (OUR_DEADLINE.test(before) || OUR_LETTER.test(before) || HOLDS_FROM.test(before)) return 'not-theirs';
  if (BEFORE_MEETING.test(before) || PAPERS_AFTER.test(after) || CANCELLED_AFTER.test(after)) return 'not-theirs';
  if (isAbout(OTHER_THING, before) || isAbout(PAPERS, before)) return 'not-theirs';
  const meets = MEETING.test(before) || MEETING.test(after) || hasElected(before) || hasElected(after);
  if (deadlines.includes(date.date) && /frist/.test(folded) && !meets) return 'not-theirs';
  if (meets) return 'meeting';
  return ANSWER.test(before) || ANSWER.test(after) ? 'answer' : 'other';
}

/** The thing is what the day is of, not a meeting named after it: «protokollen sendes 28.», but «protokollen fra møtet 24.». */
function isAbout(thing: RegExp, before: string): boolean {
  const match = thing.exec(before);
  if (match === null) return false;
  const rest = match[0].replace(/^\p{L}+/u, '');
  return !MEETING.test(rest) && !hasElected(rest);
}

function hasElected(text: string): boolean {
  return bodiesIn(text).some(({ body }) => isElected(body));
}

const THEMSELVES = words(/\b(?:vi|vår|vårt|våre|oss)\b/gu);

/** «Lidal behandler saken 24. september», «vi avventer Lidal, som har møte 24.»: whoever is named last before the day. */
export function isOfOthers({ before }: DateWindow, { ours, others }: Speakers): boolean {
  const other = Math.max(-1, ...others.filter(name => contains(before, name)).map(name => before.lastIndexOf(name)));
  if (other === -1) return false;
  const own = ours.filter(name => contains(before, name)).map(name => before.lastIndexOf(name));
  const pronouns = [...before.matchAll(THEMSELVES)].map(({ index }) => index);
  return other > Math.max(-1, ...own, ...pronouns);
}
