import { type Clause, clausesOf } from '../text/clauses.ts';
import { deniesSomething, isDoublyDenied, negationOf } from '../text/negation.ts';
import {
  CHANGED_TERMS,
  CONDITION,
  FORMALITY,
  HEDGE,
  IF_CLAUSE,
  LIMITED,
  NO_CONDITION,
  OPINION,
  POLITE_IF,
} from '../text/phrases-condition.ts';
import { PAST_ACT, REJECTED, REVERSED, WAS_TREATED } from '../text/phrases-decision.ts';
import { DECLINE_PHRASES, DENIABLE } from '../text/phrases-decline.ts';
import { JOIN_PHRASES, OTHER_OBJECT } from '../text/phrases-join.ts';
import {
  BEFORE_A_BODY,
  FOR_INFORMATION,
  IN_BUDGET,
  IS_PENDING,
  NEEDS_NO_TIME,
  NO_ANSWER_YET,
  WANTS_TIME,
  WILL_BE_TREATED,
  WILL_COME_BACK,
} from '../text/phrases-later.ts';
import {
  ASKS,
  ASKS_FOR_TIME,
  BEFORE_ANSWER,
  DEPENDS_ON_ANSWER,
  MUST_KNOW,
  NOT_RECEIVED,
  WAITS_FOR_US,
} from '../text/phrases-question.ts';
import { ANSWERED_EARLIER, AS_AGREED, DISMISSED, NOTED } from '../text/phrases-unclear.ts';
import { words } from '../text/words.ts';
import { objectIsOurs, refusedBefore } from './answer-object.ts';
import { AFTER_IT, type Claim, type ClaimKind, WAITING } from './claim.ts';
import { isOfEarlierTime } from './earlier-claims.ts';
import { joinClaim } from './join-claim.ts';
import type { PlacedSentence } from './sections.ts';
import { ownWordsOf, type Speakers, speaksForOthers } from './speakers.ts';
import { voiceOf } from './voice-of.ts';
import { afterVote, VOTED_PROPOSAL, votedClaim } from './voted-claim.ts';

/** «dere får svar»: you as the one who receives. */
const WE_PROMISE_YOU = words(/^(?:da |så )?(?:dere|du|ks) (?:får|vil|hører|skal)\b/u);

/** «Ellers blir det nei», «hvis ikke trekker vi oss» */
const OTHERWISE = words(/^(?:men )?(?:ellers|hvis ikke|i motsatt fall|om ikke)\b|\beller ikke i det hele tatt\b/u);

/** «Mer enn det har vi ikke rom for», «men ikke med full sats»: a no to more, not to all of it. */
const NOT_MORE = words(/\bmer enn\b|\bfull (?:sats|andel|pris)\b|\butover (?:det|dette|\d)/u);

const NOT_BEFORE = words(/\bikke(?: [^\s]+){0,9}? før\b/u);

/** «Det går vel bra?», «hvem kan vel være uenig?»: asks for nothing. */
const RHETORICAL = words(/\b(?:er|går|var|blir|kan|kunne|må) (?:(?:det|dette) )?vel\b/u);

/** «hva helseforetaket bidrar med», «hvor mange som deltar»: asked about, not said. */
const ASKED_ABOUT = words(
  /\b(?:hva(?! (?:angår|gjelder))|hvem|hvordan|hvorfor|hvor (?:mye|mange|stor)|hvilken?) \p{L}/u,
);

/** «Det har vi ikke grunnlag for å mene noe om»: nothing is refused. */
const NO_VIEW = words(/\bgrunnlag for å (?:[^\s]+ )?(?:mene|svare|si|ta stilling|vurdere|konkludere|behandle)\b/u);

/** «Kommunen tar ikke stilling til spørsmålet», with no «nå» and no «før» */
const TAKES_NO_STAND = words(/\btar (?:[^\s]+ )?ikke stilling\b(?!.*\b(?:nå|før|ennå|enda|i dag|denne gang)\b)/u);

/** Every claim of one sentence. `speakers` tells whose words count. */
export function claimsIn(sentence: PlacedSentence, speakers: Speakers): Claim[] {
  if (sentence.ticked !== true && speakers.own.contains(sentence.literal)) return [];
  const said = ownWordsOf(sentence);
  if (said === '') return [];
  const claims: Claim[] = [];
  const add = (
    kind: ClaimKind,
    rule: string,
    strength: Claim['strength'] = 'strong',
    voice: Claim['voice'] = 'stated',
  ) => claims.push({ kind, rule, strength, voice, sentence });
  if (/\?["\s)]*$/.test(said) && !/^(?:ja|nei)\b/.test(said)) {
    if (RHETORICAL.test(said)) add('hedge', 'spør uten å spørre');
    else add(BEFORE_ANSWER.test(said) ? 'question-first' : 'question', '?');
    if (DEPENDS_ON_ANSWER.test(said)) add('blocks', 'svaret avgjør');
    if (WANTS_TIME.test(said) || ASKS_FOR_TIME.test(said)) add('later', 'ber om tid');
    return claims;
  }
  const form = labelled(said, speakers);
  if (form !== null) {
    if (form.kind !== null) add(form.kind, 'skjema');
    return claims;
  }
  const vote = votedClaim(said, sentence);
  if (vote !== null) claims.push(vote);
  const clauses = clausesOf(said);
  const hypothetical = clauses.some(clause => clause.kind === 'condition') && !POLITE_IF.test(said);
  for (const clause of clauses) {
    if (VOTED_PROPOSAL.test(clause.text) && (REJECTED.test(said) || vote !== null)) continue;
    if (clause.kind !== 'main' && clause.kind !== 'reported') continue;
    for (const claim of standpointsIn(clause, said, sentence, speakers).flatMap(claim =>
      afterVote(claim, clause, said),
    )) {
      if (claim.kind === 'decline' && (hypothetical || OTHERWISE.test(said))) add('condition', `ellers: ${claim.rule}`);
      else if (claim.kind === 'decline' && NOT_MORE.test(said)) add('limit', 'ikke mer');
      else if (claim.kind === 'decline' && NOT_BEFORE.test(said))
        add('later', WAITS_FOR_US.test(said) ? WAITING : 'ikke før');
      else claims.push(claim);
    }
  }
  weakenDoubtful(claims, said, clauses);
  addConditions(said, hypothetical, add);
  if (
    claims.some(({ kind }) => kind === 'join') &&
    clauses.some(({ kind }) => kind === 'question') &&
    !ASKS_WHETHER.test(said)
  )
    add('if', 'om');
  const answered = claims.some(({ kind, strength }) => kind === 'join' && strength === 'strong');
  addLater(said, clauses, answered, speakers, add);
  addOthers(said, add);
  const wait = waitsFor(said, clauses, claims);
  if (wait !== null && !claims.some(({ kind }) => kind === 'later')) add('if', wait);
  const decided = claims.some(({ voice }) => voice === 'decided');
  for (const claim of claims) if (!decided && isOfEarlierTime(claim, said)) claim.earlier = true;
  return claims;
}

/** «er med når alle andre er med», «etter at kommunestyret har godkjent det»: the time of a yes is what it waits for. */
function waitsFor(said: string, clauses: readonly Clause[], claims: readonly Claim[]): string | null {
  for (const [at, { kind, text }] of clauses.entries()) {
    if (kind !== 'time' || PAST_OR_POLITE.test(text)) continue;
    const word = WHEN.exec(said.slice(0, said.indexOf(text)))?.[1];
    const beside = [clauses[at - 1], clauses[at + 1]].filter(clause => clause !== undefined);
    const yes = claims.some(
      claim =>
        claim.kind === 'join' && claim.voice !== 'recommended' && beside.some(clause => clause.text === claim.clause),
    );
    if (word !== undefined && yes) return word === 'etter at' ? AFTER_IT : 'når';
  }
  return null;
}

const WHEN = words(/\b(når|så snart|straks|etter at|idet|i det øyeblikk(?:et)?) $/u);

/** «når det gjelder», «etter at saken ble behandlet 5. mai»: no condition. */
const PAST_OR_POLITE = words(
  /^(?:det|dette|den) (?:gjelder|kommer til|er sagt|tid)\b|\b(?:ble|var|hadde|vedtok|behandlet saken|godkjente|sa|fikk|gikk)\b|^(?:vi|dere) (?:nå|først|har (?:fått|lest|sett|mottatt))\b/u,
);

/** «Slutter seg til ordningen: Nei», «Deltar kommunen? Ja», «Svar: ja» */
const LABELLED = words(/^(?<label>[^:?]{3,100})[:?] ?(?<answer>ja|nei)(?: takk)?[.!]?$/u);
const ABOUT_JOINING = words(
  /\b(?:slutte\p{L}*|delta\p{L}*|med|bidra\p{L}*|tilslutning|deltakelse|svar\p{L}*|ordningen|kommune|konklusjon|avtalen|signert)\b/u,
);

/** A line of a form. What it answers is its label; a label about something else says nothing of ours. */
function labelled(said: string, speakers: Speakers): { kind: 'join' | 'decline' | null } | null {
  const groups = LABELLED.exec(said)?.groups;
  if (groups?.label === undefined) return null;
  const label = groups.label.trim();
  if (!ABOUT_JOINING.test(label) && !speakers.ours.includes(label)) return { kind: null };
  const yes = (groups.answer === 'ja') !== deniesSomething(groups.label);
  return { kind: yes ? 'join' : 'decline' };
}

/** «vi vil være med om prisen settes ned» is a condition; «vi vurderer om», «uansett om» are not. */
const ASKS_WHETHER = words(
  /\b(?:lurer|spør|vurder\p{L}*|vet|avgjør\p{L}*|usikre?|stilling|uansett|uavhengig|spørsmål\p{L}*|sak\p{L}*|beskjed|si|sier|svar\p{L}*|enige?|diskut\p{L}*|tilbakemelding\p{L}*)\b/u,
);

/** A bare «Ja,» or «Nei,» before something else answers another question: «Nei, vi har ikke glemt dere». */
const BARE = words(/^(?:ja|nei)(?: takk)?$/u);
const HAS_VERB = words(
  /\b(?:er|har|skal|vil|kan|må|får|kommer|blir|ligger|går|tar|gjør|så|behandles|trenger|ønsker|venter|ser|finner|tror|mener|synes|vet|jobber|rekker|klarer|husker|mottok|fikk|hadde|gjelder)\b/u,
);

/** «Vi vil gjerne være med, men har ikke råd»: after «men» a denial takes the yes back. */
function weakenDoubtful(claims: Claim[], said: string, clauses: Clause[]): void {
  const reversed = REVERSED.test(said);
  const takenBack =
    TAKEN_BACK.test(said) &&
    deniesSomething(said.slice(said.search(TAKEN_BACK))) &&
    !LIMITED.test(said) &&
    !NOT_MORE.test(said);
  const bare =
    clauses.length > 1 &&
    BARE.test(clauses[0]?.text ?? '') &&
    clauses.slice(1).some(({ text }) => HAS_VERB.test(text) || /(?:^| )(?:ennå|enda)$/.test(text));
  for (const claim of claims) {
    const supported = claims.some(other => other.kind === claim.kind && other.rule !== claim.rule);
    const negated = /\bmen(?: [^\s]+){0,8} (?:slutter|deltar|er|blir|bidrar)\b/.test(said);
    if (reversed) claim.strength = 'unsure';
    else if (bare && (claim.rule === 'ja' || claim.rule === 'nei') && !supported) {
      claim.strength = 'medium';
      claim.rule = `bare ${claim.rule}`;
    } else if (takenBack && !negated && claim.kind === 'join' && claim.voice === 'stated') claim.strength = 'unsure';
  }
}

const TAKEN_BACK = words(
  /\bmen (?!(?:[^\s]+ ){0,6}(?:forbehold|forutsetning|forutsetter|krever|ønsker|ber|dersom|hvis|bare|kun|uten)\b)/u,
);

type Add = (kind: ClaimKind, rule: string, strength?: Claim['strength']) => void;

function addConditions(said: string, hypothetical: boolean, add: Add): void {
  const denied = NO_CONDITION.test(said) || FORMALITY.test(said);
  if (!denied && CONDITION.test(said)) add('condition', 'forutsetning');
  else if (!denied && hypothetical) add('if', IF_CLAUSE.test(said) ? 'dersom' : 'verb først');
  if (LIMITED.test(said)) add('limit', 'avgrenset');
  if (CHANGED_TERMS.test(said)) add('changed', 'endrede vilkår');
}

function addLater(said: string, clauses: Clause[], answered: boolean, speakers: Speakers, add: Add): void {
  if (FOR_INFORMATION.test(said)) return;
  const mine = clauses
    .filter(
      clause =>
        clause.kind !== 'condition' && (WE_PROMISE_YOU.test(clause.text) || !speaksForOthers(clause.text, speakers)),
    )
    .map(clause => clause.text);
  const text = mine.length === clauses.length ? said : mine.join(' , ');
  if (DEPENDS_ON_ANSWER.test(text)) add('blocks', 'svaret avgjør');
  if (WAITS_FOR_US.test(text)) {
    add('later', WAITING);
    return;
  }
  if (WILL_BE_TREATED.test(text)) add('later', 'skal behandles');
  else if (BEFORE_A_BODY.test(text) && !PAST_ACT.test(text) && !WAS_TREATED.test(text))
    add('later', 'skal til behandling');
  else if (NO_ANSWER_YET.test(text)) add('later', 'ikke svar ennå');
  if (WANTS_TIME.test(text) && !NEEDS_NO_TIME.test(text)) add('later', 'ber om tid');
  if (IS_PENDING.test(text) || (!answered && IN_BUDGET.test(text))) add('later', 'ikke avgjort');
  if (WILL_COME_BACK.test(text)) add('later', 'kommer tilbake', 'medium');
}

function addOthers(said: string, add: Add): void {
  if (MUST_KNOW.test(said)) add('question-first', 'må vite');
  else if (NOT_RECEIVED.test(said)) add('question-first', 'ikke mottatt');
  else if (ASKS.test(said)) add(BEFORE_ANSWER.test(said) ? 'question-first' : 'question', 'spør');
  if (NOTED.test(said) && !/\boversende/.test(said)) add('noted', 'tatt til orientering');
  if (TAKES_NO_STAND.test(said)) add('noted', 'tar ikke stilling');
  if (DISMISSED.test(said)) add('noted', 'avvist');
  if (HEDGE.test(said)) add('hedge', 'positiv uten standpunkt');
  if (ANSWERED_EARLIER.test(said) && !deniesSomething(said)) add('earlier', 'har svart før');
  if (AS_AGREED.test(said)) add('agreed', 'som avtalt');
}

/** «takker nei til møtet»: the no is to something else; «nei etter en lang diskusjon» is not. */
function names(after: string): boolean {
  return /^ (?:til|å|på|i|for)(?= )/.test(after) && OTHER_OBJECT.test(after);
}

/** Refusals that say of what only in the words around them. */
const HAS_OBJECT: ReadonlySet<string> = new Set(['nei', 'ikke rom', 'ikke behov', 'avslår', 'står utenfor', 'finner ikke å kunne']);

function refusesOurs(clause: string, match: RegExpExecArray, speakers: Speakers): boolean {
  const before = clause.slice(0, match.index);
  const after = clause.slice(match.index + match[0].length);
  return objectIsOurs(after, speakers) && (!/avslå/.test(match[0]) || refusedBefore(before, speakers));
}

function standpointsIn(whole: Clause, said: string, sentence: PlacedSentence, speakers: Speakers): Claim[] {
  const voice = voiceOf(whole, said, sentence);
  if (voice === null) return [];
  const asked = whole.text.search(ASKED_ABOUT);
  const clause = asked === -1 ? whole : { ...whole, text: whole.text.slice(0, asked) };
  if (NO_VIEW.test(whole.text)) return [];
  const claims: Claim[] = [];
  for (const phrase of isDoublyDenied(clause.text) ? [] : DECLINE_PHRASES) {
    const match = phrase.pattern.exec(clause.text);
    if (match === null || speaksForOthers(clause.text.slice(0, match.index + match[0].length), speakers)) continue;
    if (names(clause.text.slice(match.index + match[0].length)) && phrase.strength === 'strong') continue;
    if (phrase.name === 'ikke med lenger' && NOT_RECEIVED.test(said)) continue;
    const denied =
      DENIABLE.has(phrase.name) && negationOf(clause.text, match.index, match.index + match[0].length) !== 'no';
    claims.push({
      kind: 'decline',
      rule: denied ? `ikke ${phrase.name}` : phrase.name,
      strength:
        denied || OPINION.test(clause.text)
          ? 'unsure'
          : HAS_OBJECT.has(phrase.name) && !refusesOurs(clause.text, match, speakers)
            ? 'medium'
            : phrase.strength,
      voice,
      sentence,
      clause: clause.text,
    });
  }
  for (const phrase of JOIN_PHRASES) {
    const claim = joinClaim(phrase, clause, voice, sentence, speakers);
    if (claim !== null && !(claim.strength === 'unsure' && claims.some(other => other.kind === 'decline')))
      claims.push({ ...claim, clause: clause.text });
  }
  return claims;
}
