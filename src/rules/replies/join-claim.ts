import { ELECTED_BODY } from '../text/bodies.ts';
import type { Clause } from '../text/clauses.ts';
import { governorOf } from '../text/governors.ts';
import { isDoublyDenied, type Negation, negationOf } from '../text/negation.ts';
import { namesOtherField } from '../text/other-field.ts';
import { APPROVES, NOT_SURE, OPINION } from '../text/phrases-condition.ts';
import { type JoinPhrase, ONLY_THE_IDEA, OTHER_OBJECT, PROPOSAL_OBJECT } from '../text/phrases-join.ts';
import { words } from '../text/words.ts';
import { bidsElsewhere, MEETING, objectIsOurs, subjectIsTheirs } from './answer-object.ts';
import type { Claim } from './claim.ts';
import type { PlacedSentence } from './sections.ts';
import { notYetSigned, SIGNING } from './signed-agreement.ts';
import { type Speakers, speaksForOthers } from './speakers.ts';

/** «deltok», «bidro», «sluttet oss til»: said without «har», it may be an arrangement of years ago. */
const LONG_AGO = words(/^(?:bidro|deltok|tok del|sluttet|gikk|ble|trådte)\b/u);

/** «Dette vil vi være med på»: the object stands first. */
const OBJECT_FIRST = words(/^(?:dette|det|denne|den)\b/u);

/** Nothing, or the request under one of its common names, or its terms. */
const COMMON_OBJECT = words(
  /^(?:$|[,.!]| (?:på|i|til|med|av|om|for|inn i|videre)$| (?:på |i |til |med |av |om |for |inn i |videre )?(?:$|(?:[^\s]+ ){0,3}?(?:ordning\p{L}*|spleiselag\p{L}*|finansiering\p{L}*|dette|det|den|avtale\p{L}*|anmodning\p{L}*|henvendelse\p{L}*|tiltak\p{L}*|prosjekt\p{L}*|opplegg\p{L}*|forslag\p{L}*|tilbud\p{L}*|invitasjon\p{L}*|samarbeid|samarbeidet|fellesskapet|(?:lik |lik fot |samme )?(?:linje|måte|vilkår|fot)(?= (?:med|som)\b)|lik linje|laget|lista|andel|del|kr|\d|beløp\p{L}*|sum|kroner|midler|felles)\b)| (?:fra|og|som (?!før\b)|under|med|dersom|hvis|videre|i 20\d\d|til neste|for|her|så|da|men|over|i møte|i formannskap\p{L}*|i kommunestyre\p{L}*|i fylkesting\p{L}*|i (?:ett|to|tre|fire|fem|\d) år|ut \p{L}*|på vegne|igjen|alle|helt|fullt|uten|slik)\b)/u,
);

/** «deltar i dag i …», «slutter seg gjerne til …»: what stands between the verb and its object. */
const ADVERBS = words(/^(?: (?:i dag|i går|i år|nå|herved|også|gjerne|allerede|derfor|dermed|likevel))+\b/u);

/** Danger: a yes to a cooperation of their own («deltar i IKT-samarbeidet») reads like a yes to ours. */
function namesRequest(after: string, speakers: Speakers): boolean {
  if (COMMON_OBJECT.test(after.replace(ADVERBS, ''))) return true;
  const near = after.match(/\p{L}{4,}/gu)?.slice(0, 8) ?? [];
  return near.some(word => speakers.topic.has(word.slice(0, 8)));
}

const SIGNS: ReadonlySet<string> = new Set(['signert avtale', 'skriver under']);

/** «signert databehandleravtale», «avtalen om legevaktsamarbeid»: an agreement, but not the one that was asked for. */
function signsAnother(folded: string, speakers: Speakers): boolean {
  const compound = /(?<!\p{L})(\p{L}{4,})avtale(?!\p{L}{5})/u.exec(folded)?.[1];
  if (
    compound !== undefined &&
    !/^(?:samarbeids|tilslutnings|deltaker|deltakelses|finansierings|felles|ramme|tjeneste)$/.test(compound)
  )
    return ![...speakers.topic].some(word => compound.startsWith(word.slice(0, 6)));
  const about = /avtale\p{L}* om (?:felles |en |et |den |det |kommunal )*(\p{L}{4,})/u.exec(folded)?.[1];
  if (about === undefined || /^(?:finansier|samhandl|delta|tilslut|spleis|ordning|felles)/.test(about)) return false;
  return !speakers.topic.has(about.slice(0, 8)) && speakers.topic.size > 0;
}

/** «dere kan notere et ja»: what you write down is ours. */
const NOTE_IT = 'et ja fra oss';

/** «dersom vi blir med, betaler vi vår del», «ved et eventuelt ja»: what a yes would bring is no yes. */
const IF_IT_IS_YES = words(
  /\b(?:dersom|hvis|om|såfremt) (?:vi|kommunen|det|svaret|vedtaket) (?:skal |skulle |da |likevel )?(?:blir (?:med|et ja|ja)|bli med|deltar|delta|slutter (?:oss|seg)|går inn|sier ja|takker ja)\b|\bved (?:et )?(?:eventuel\p{L}*) (?:ja|deltakelse|tilslutning)\b/u,
);

/** «gir grønt lys når kommunestyret har sagt sitt»: the yes waits for those who come behind it. */
const WHEN_A_BODY = words(
  new RegExp(
    `^[, ]{0,3}(?:når|så snart|straks|etter at) (?:saken|${ELECTED_BODY}|politikerne|de folkevalgte|vedtaket)(?: [^\\s]+){0,2}? (?:har|er|foreligger)\\b`,
    'u',
  ),
);

function awaitsBody(clause: string, folded: string): boolean {
  const at = folded.indexOf(clause);
  if (at === -1) return false;
  const behind = folded.slice(at + clause.length);
  return WHEN_A_BODY.test(behind) && !APPROVES.test(behind);
}

/** «Rissa har sagt ja, og det gjør vi også»: what «det» is. */
const FOLLOWS_OTHERS = 'det gjør vi også';
const OTHERS_SAID_YES = words(
  /\b(?:(?:sagt|sier|sa|takket|takker|svart|svarte) (?:[^\s]+ ){0,2}?ja|sluttet (?:[^\s]+ ){0,2}?seg|blitt med|er med|deltar|godkjent avtalen|signert)\b(?!(?: [^\s]+){0,3} (?:nei|ikke))/u,
);

/** «sluttet seg til at Hansen er inhabil»: agrees with a statement; taking part must stand in it. */
const AGREES_THAT = words(/\bslutte(?:r|t)? (?:[^\s]+ ){0,6}?til at (?<what>.{1,200})/u);
const TAKES_PART = words(/\b(?:delta\p{L}*|slutte\p{L}*|bidra\p{L}*|med|inngå\p{L}*|avtalen|ordningen)\b/u);

function agreesThat(phrase: JoinPhrase, folded: string): boolean {
  if (phrase.name !== 'slutter seg til') return false;
  const what = AGREES_THAT.exec(folded)?.groups?.what;
  return what !== undefined && !TAKES_PART.test(what);
}

/** «Ingen i utvalget, som har myndighet, stemte for»: a denying subject that a clause in between has cut off. */
const NOBODY = words(/^(?:ingen|verken|ikke (?:én|en|et|ett|noen))(?: [^\s,]+){0,5}, (?:som|der) /u);

function nobodyDid(clause: string, folded: string): boolean {
  return (
    NOBODY.test(folded) && !folded.startsWith(clause) && !folded.slice(0, folded.indexOf(clause)).includes(' men ')
  );
}

/** «Vi har ført opp kr 12 000 i budsjettforslaget»: the council has yet to say it. */
const ONLY_PROPOSED_BUDGET = words(
  /\b(?:budsjett|økonomiplan)(?:forslag|framlegg|utkast)\p{L}*|\b(?:forslag(?:et)?|utkast(?:et)?|innspill) til (?:[^\s]+ ){0,2}?(?:budsjett|økonomiplan)\p{L}*/u,
);

export function joinClaim(
  phrase: JoinPhrase,
  clause: Clause,
  voice: Claim['voice'],
  sentence: PlacedSentence,
  speakers: Speakers,
): Claim | null {
  const finite = phrase.finite?.exec(clause.text) ?? null;
  const infinitive = finite === null ? (phrase.infinitive?.exec(clause.text) ?? null) : null;
  const match = finite ?? infinitive;
  if (match === null) return null;
  const start = match.index;
  const end = start + match[0].length;
  const before = clause.text.slice(0, start);
  const after = clause.text.slice(end);
  if (phrase.name !== NOTE_IT && speaksForOthers(clause.text.slice(0, end), speakers)) return null;
  if (IF_IT_IS_YES.test(sentence.folded) || awaitsBody(clause.text, sentence.folded)) return null;
  if (phrase.name === 'bevilger' && voice === 'stated' && ONLY_PROPOSED_BUDGET.test(clause.text)) return null;
  const governor = infinitive === null ? null : governorOf(before);
  if (governor === 'named' || governor === 'unknown') return null;
  if (
    phrase.hasObject &&
    (OTHER_OBJECT.test(after) || (negationOf(clause.text, start, end) === 'no' && ONLY_THE_IDEA.test(after)))
  )
    return null;
  if (namesOtherField(after.slice(0, 120), speakers.topic) || agreesThat(phrase, sentence.folded)) return null;
  if (FOLLOWS_OTHERS === phrase.name && !OTHERS_SAID_YES.test(sentence.folded)) return null;
  const negation =
    isDoublyDenied(clause.text) || nobodyDid(clause.text, sentence.folded)
      ? 'unsure'
      : negationOf(clause.text, start, end);
  if (phrase.name === 'slutter seg til' && PROPOSAL_OBJECT.test(after))
    return endorsement(after, negation, voice, sentence);
  if (SIGNS.has(phrase.name) && (negation !== 'no' || signsAnother(sentence.folded, speakers))) return null;
  if (governor === 'hedges' && negation !== 'yes')
    return { kind: 'hedge', rule: `${phrase.name}, ikke sikkert`, strength: 'medium', voice, sentence };
  const kind = negation === 'yes' ? 'decline' : 'join';
  const wished = infinitive !== null && /\bville\b/.test(before);
  const vague =
    (phrase.name === 'ja' ? /^ til /.test(after) : phrase.hasObject) &&
    negation === 'no' &&
    !namesRequest(after, speakers) &&
    !OBJECT_FIRST.test(clause.text);
  const refusesElsewhere =
    (phrase.hasObject && (MEETING.test(after) || !objectIsOurs(after, speakers))) ||
    (phrase.name === 'er med' && !subjectIsTheirs(before, speakers));
  // «Ola kan du føre opp»: a person, or somebody else's municipality.
  const named = /^(?<who>\p{L}+)(?: kommune)? kan (?:du|dere|ks) /u.exec(match[0])?.groups?.who;
  const listed =
    named !== undefined && !/^(?:oss|kommunen|vår)$/.test(named) && !speakers.ours.some(name => name.startsWith(named));
  const past =
    voice === 'stated' &&
    phrase.name !== 'ja' &&
    LONG_AGO.test(match[0]) &&
    negation === 'no' &&
    !/\bhar\b/.test(before);
  const strength =
    negation === 'unsure' ||
    governor === 'hedges' ||
    (voice === 'stated' && NOT_SURE.test(sentence.folded)) ||
    (voice === 'stated' && OPINION.test(clause.text.slice(0, end))) ||
    (phrase.hasObject && negation === 'no' && bidsElsewhere(after, phrase.name === 'bidrar', speakers)) ||
    (SIGNING.has(phrase.name) && negation === 'no' && notYetSigned(clause.text, sentence.folded, voice === 'decided'))
      ? 'unsure'
      : (wished && negation === 'no') || vague || listed || past || (negation === 'yes' && refusesElsewhere)
        ? 'medium'
        : voice === 'decided'
          ? 'strong'
          : phrase.strength;
  return { kind, rule: phrase.name, strength, voice, sentence };
}

/** «slutter seg til forslaget om ikke å delta»: the infinitive says which way; without one the proposal must be read. */
function endorsement(after: string, negation: Negation, voice: Claim['voice'], sentence: PlacedSentence): Claim {
  const about =
    /\bom (ikke )?å (ikke )?(?:\S+ ){0,2}?(?:delta|slutte|bidra|være med|bli med|godkjenne|inngå|si ja|takke ja)/u.exec(
      after,
    );
  const refuses = /\bom å (?:avslå|takke nei|si nei|stå utenfor|avstå)/u.test(after);
  if ((about === null && !refuses) || negation !== 'no')
    return { kind: 'endorses', rule: 'slutter seg til innstillingen', strength: 'strong', voice, sentence };
  const declines = refuses || (about?.[1] ?? about?.[2]) !== undefined;
  return {
    kind: declines ? 'decline' : 'join',
    rule: 'slutter seg til innstillingen om',
    strength: 'strong',
    voice,
    sentence,
  };
}
