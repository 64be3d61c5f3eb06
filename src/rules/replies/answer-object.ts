import { words } from '../text/words.ts';
import { contains, type Speakers } from './speakers.ts';

/** What stands between a verb and its object, or behind it, and is no object: adverbs, subjects, times, «for vår del». */
const NO_OBJECT = words(
  /^(?:,? (?:i dag|i år|i fjor|nå|her|da|så|også|gjerne|derfor|dermed|dessverre|likevel|altså|heller|foreløpig|ikke|lenger|videre|takk|nok|dog|vi|oss|seg|kommunen|jeg|det (?:hele|aller)|økonomisk|direkte|denne gang(?:en)?|i (?:denne |første )?(?:omgang(?:en)?|runde(?:n)?)|i denne (?:saken|perioden)|(?:i|fra|for|fra og med|til) (?:\d{4}\b|årsskiftet|nyttår|neste år|inneværende år|budsjettåret|høsten|våren)(?: og \d{4})?|(?:fra|for|på) (?:vår|kommunens) (?:side|del)|på vegne av \p{L}+(?: kommune)?|(?:fra|for|til|hos|av) (?:oss|vår kommune|kommunen|\p{L}+ kommune|\p{L}+ sin (?:side|del))|for tiden|for øyeblikket|på nåværende tidspunkt|på det nåværende tidspunkt|i kommunen))+(?!\p{L})/u,
);

/** A reason, a circumstance or a new clause: there is no object in front of it. */
const CIRCUMSTANCE = words(
  /^(?:$|[.,!;]| (?:på (?:grunn|bakgrunn|grunnlag)|av (?:økonomiske|budsjettmessige|hensyn|ressursmessige|kapasitets\p{L}*|årsaker|den grunn|flere|samme|prinsipielle)|grunnet|med (?:tanke|bakgrunn|hensyn|begrunnelse|dagens|den|slik|de|vår|dette|én|en|to|tre|fire|fem|\d+) ?|som følge|som et resultat|etter|uten|når|fordi|siden|ettersom|ved|mot|under|enstemmig|men|og|eller|slik|dersom|hvis|før|innenfor|over|ut|utover|på (?:møte|denne måten|dette tidspunkt)|i (?:møte|kommunestyre|formannskap|bystyre|fylkesting|budsjett|en|vår|dagens|økonomiplan)\p{L}*))/u,
);

/** The request under one of its names, or what taking part in it is. */
const OURS =
  '(?:dette|denne|det|den|slikt|en slik|et slikt|noe slikt|noe av det\\p{L}*|ordning\\p{L}*|\\p{L}*avtale\\p{L}*|samarbeidet?|samarbeid|spleis\\p{L}*|fellesskap\\p{L}*|felles\\p{L}*|\\p{L}*ressurs(?:en)?|finansiering\\p{L}*|anmodning\\p{L}*|henvendelse\\p{L}*|forespørsel\\p{L}*|søknad\\p{L}*|invitasjon\\p{L}*|tilbud\\p{L}*|opplegg\\p{L}*|modell\\p{L}*|forslag\\p{L}*|prosjekt\\p{L}*|tiltak(?:et)?|funksjon(?:en)?|stilling(?:en)?|deltakelse|tilslutning|medlemskap|kostnad\\p{L}*|utgift\\p{L}*|signering|vilkår\\p{L}*)';
const MONEY = '(?:kr|kroner|\\d[\\d .]*|midler|penger|\\p{L}*midler|bidrag(?:et)?|støtte|tilskudd(?:et)?|beløp(?:et)?|sum(?:men)?|andel(?:en)?|del|økonomi)';
/** What a refusal may refrain from. */
const TAKES_PART =
  '(?:delta|slutte|bidra|betale|dekke|finansiere|bevilge|støtte|prioritere|yte|yde|gi|bruke|avse|sette av|legge inn|inngå|tiltre|godkjenne|gå inn|gå med|tre inn|ta del|være|bli|signere|undertegne|underskrive|skrive under|imøtekomme|etterkomme|anbefale|tilrå|innstille|gå videre|gjøre|ta)';

/** Another one of its kind, or one of earlier: «to tilsvarende henvendelser», «nye tiltak». */
const ANOTHER = words(
  /^(?: [^\s]+){0,4}? (?:tilsvarende|lignende|liknende|andre|annen|annet|forrige|tidligere|gamle|to|tre|fire|flere|ny|nytt|nye tiltak)\b/u,
);

const WORD = '(?: (?!(?:som|der|hvor|til|i|på|om|fra|av|for|å|at|med|under)\\b)[^\\s,]+)';
const HEAD = words(
  new RegExp(
    `^(?: (?:til|i|på|om|fra|av|for|med|inn i|med på|opp om|som|verken|både))?(?:(?: å)?(?: [^\\s]+){0,1}? (?<act>${TAKES_PART})(?: (?:med|seg|oss|kommunen))*|${WORD}{0,4}? (?:(?<ours>${OURS})|(?<money>${MONEY})))(?![\\p{L}\\d])`,
    'u',
  ),
);

/** «om», «til», «på» behind a request or a sum: what follows says which. */
const WHICH = words(/^ (?:om|til|på|i|for)(?= )/u);

/** «delta i møtet»: what they attend. Behind a refusal it is where they refused («sa nei i møte 5. desember»). */
export const MEETING = words(/^ (?:i|på) (?:[^\s]+ ){0,2}?møter?\b/u);

/**
 * Is what stands behind a verb of taking part or of refusing («delta», «avslår», «takker nei») the request? True also
 * when nothing stands there but adverbs and reasons. Danger: «takker nei til turen», «avslo søknaden om fritak».
 */
export function objectIsOurs(after: string, speakers: Speakers, depth = 0): boolean {
  const rest = (/^[\p{L}\d]/u.test(after) ? ` ${after}` : after).replace(NO_OBJECT, '');
  if (CIRCUMSTANCE.test(rest) || depth > 4) return true;
  if (ANOTHER.test(rest)) return false;
  const head = HEAD.exec(rest);
  if (head === null) return namesTopic(rest, speakers);
  const behind = rest.slice(head[0].length);
  if (head.groups?.act !== undefined && MEETING.test(behind)) return false;
  if (head.groups?.act !== undefined) return objectIsOurs(behind, speakers, depth + 1);
  if (WHICH.test(behind.replace(NO_OBJECT, '')) && !(head.groups?.ours !== undefined && / (?:i|for|på) /.test(behind.slice(0, 5))))
    return objectIsOurs(behind, speakers, depth + 1);
  return true;
}

/** Words that a request uses and that name no request: «møtet», «mer informasjon», «kommunesamarbeid». */
const IN_ANY_LETTER = /^(?:møte|informasjon|orientering|kommune|ansatt|innspill|svar|brev|sak|frist|spørsmål|leder|rådmann)/;

/** A word of the request in the object itself, not in what is told of it. */
function namesTopic(rest: string, speakers: Speakers): boolean {
  const near = (rest.split(/ (?:som|der|hvor|at|men|og) /)[0]?.match(/\p{L}{4,}/gu) ?? []).slice(0, 5);
  return near.some(word => speakers.topic.has(word.slice(0, 8)) && !IN_ANY_LETTER.test(word));
}

/** They who answer, or their house; an answer («svaret», «det») is theirs too. */
const WE = words(
  /\b(?:vi|oss|vår\p{L}*|kommunen?|formannskapet|kommunestyret|bystyret|fylkestinget|fylkeskommunen|rådmannen|kommunedirektøren|ordføreren|flertall\p{L}*|utvalget|svaret|det|dette|man)\b/u,
);

/** What may stand before the verb of an elided subject: «skal dessverre ikke». */
const NO_SUBJECT = words(
  /\b(?:\d+|og|men|at|så|da|er|blir|ble|skal|vil|ville|kan|kunne|bør|må|har|hadde|ønsker|ønsket|kommer|vedtok|vedtatt|velger|valgte|til|å|ikke|aldri|dessverre|derfor|dermed|likevel|altså|nok|nå|heller|lenger|uansett|enstemmig|denne gang(?:en)?|i denne omgang|av økonomiske (?:årsaker|grunner|hensyn)|noe av|særlig)\b/gu,
);

/** «Kari er ikke med», «nytilflyttede er ikke med»: somebody is left out, nobody refuses. An elided subject is theirs. */
export function subjectIsTheirs(before: string, speakers: Speakers): boolean {
  if (/^(?:jeg|han|hun)\b/.test(before)) return false;
  const left = before.replace(NO_SUBJECT, ' ').trim();
  return left === '' || WE.test(left) || speakers.ours.some(name => contains(left, name));
}

/** «henvendelsen avslås», «rådmannen har avslått søknaden»: of a passive the object stands first. */
export function refusedBefore(before: string, speakers: Speakers): boolean {
  const about = /(?:^| )[^\s]+ om (?<what>.{1,120})$/u.exec(before)?.groups?.what;
  return about === undefined || objectIsOurs(` om ${about}`, speakers);
}

/** What a contribution of money is given in: «med kr 3 pr innbygger», «med vår andel». */
const SHARE = words(
  /^(?: (?!til\b)[^\s]+){0,5}? (?:kr|kroner|\d[\d .]*|(?:en|ett|et|to|tre|fire|fem|halv\p{L}*) kroner?|halvparten|(?:vår|sin|vårt|sitt|kommunens|den|full|hele|deler?|samme|et|en|slik|\p{L}+ sin) ?[^\s]*|\p{L}*andel(?:en)?|\p{L}*midler|penger|økonomi\p{L}*|beløp\p{L}*|summen|det (?:som|dere|vi)|finansiering\p{L}*|lønn\p{L}*|støtte|tilskudd)(?!\p{L})/u,
);
/** «i dag», «fra før»: a bill that is already theirs. */
const ALREADY = words(/^(?: (?:vi|kommunen|da|også))*(?: (?:i dag|allerede|fra før|fra tidligere|per i dag|pr i dag|hvert år))/u);
const TO_WHAT = words(/ (?:til|i|på) (?!20\d\d|neste|høsten|våren|året|perioden|år\b|tre år|to år|fire år|sammen|møte|formannskap|kommunestyre|budsjett|tillegg|henhold|tråd|samsvar|første|andre|fellesskap|følge|og med)(?<what>.{2,80})/u);

/** «bidrar i dag med kr 3 til en lignende ordning», «bidrar gjerne med innspill»: another bill, or no bill. */
export function bidsElsewhere(after: string, given: boolean, speakers: Speakers): boolean {
  if (given && ALREADY.test(after)) return true;
  const rest = after.replace(NO_OBJECT, '');
  if (given && /^ med /.test(rest) && !SHARE.test(rest.slice(4))) return true;
  if (!given && !/^ med /.test(rest)) return false;
  const what = TO_WHAT.exec(rest)?.groups?.what;
  return what !== undefined && !objectIsOurs(` til ${what}`, speakers);
}
