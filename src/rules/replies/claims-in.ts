import { type Clause, clausesOf } from '../text/clauses.ts';
import { deniesSomething, isDoublyDenied, negationOf } from '../text/negation.ts';
import {
  CHANGED_TERMS,
  CONDITION,
  HEDGE,
  IF_CLAUSE,
  LIMITED,
  NO_CONDITION,
  OPINION,
  POLITE_IF,
} from '../text/phrases-condition.ts';
import { REVERSED } from '../text/phrases-decision.ts';
import { DECLINE_PHRASES, DENIABLE } from '../text/phrases-decline.ts';
import { JOIN_PHRASES, OTHER_OBJECT } from '../text/phrases-join.ts';
import { FOR_INFORMATION, IS_PENDING, WANTS_TIME, WILL_BE_TREATED, WILL_COME_BACK } from '../text/phrases-later.ts';
import { ASKS, ASKS_FOR_TIME, BEFORE_ANSWER, MUST_KNOW, NOT_RECEIVED, WAITS_FOR_US } from '../text/phrases-question.ts';
import { ANSWERED_EARLIER, AS_AGREED, NOTED } from '../text/phrases-unclear.ts';
import { words } from '../text/words.ts';
import { type Claim, type ClaimKind, WAITING } from './claim.ts';
import { joinClaim } from './join-claim.ts';
import type { PlacedSentence } from './sections.ts';
import { ownWordsOf, type Speakers, speaksForOthers } from './speakers.ts';
import { voiceOf } from './voice-of.ts';
import { afterVote, VOTED_PROPOSAL, votedClaim } from './voted-claim.ts';

/** «dere får svar»: you as the one who receives. */
const WE_PROMISE_YOU = words(/^(?:da |så )?(?:dere|du|ks) (?:får|vil|hører|skal)\b/u);

const NOT_BEFORE = words(/\bikke(?: [^\s]+){0,9}? før\b/u);

/** Every claim of one sentence. `speakers` tells whose words count. */
export function claimsIn(sentence: PlacedSentence, speakers: Speakers): Claim[] {
  if (speakers.own.contains(sentence.literal)) return [];
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
    add(BEFORE_ANSWER.test(said) ? 'question-first' : 'question', '?');
    if (WANTS_TIME.test(said) || ASKS_FOR_TIME.test(said)) add('later', 'ber om tid');
    return claims;
  }
  const vote = votedClaim(said, sentence);
  if (vote !== null) claims.push(vote);
  const clauses = clausesOf(said);
  const hypothetical = clauses.some(clause => clause.kind === 'condition') && !POLITE_IF.test(said);
  for (const clause of clauses) {
    if (vote !== null && VOTED_PROPOSAL.test(clause.text)) continue;
    if (clause.kind !== 'main' && clause.kind !== 'reported') continue;
    for (const claim of standpointsIn(clause, said, sentence, speakers).flatMap(claim =>
      afterVote(claim, clause, said),
    )) {
      if (hypothetical && claim.kind === 'decline') add('condition', `ellers: ${claim.rule}`);
      else if (claim.kind === 'decline' && NOT_BEFORE.test(said))
        add('later', WAITS_FOR_US.test(said) ? WAITING : 'ikke før');
      else claims.push(claim);
    }
  }
  weakenDoubtful(claims, said, clauses);
  addConditions(said, hypothetical, add);
  addLater(said, clauses, speakers, add);
  addOthers(said, add);
  return claims;
}

/** A bare «Ja,» or «Nei,» before something else answers another question: «Nei, vi har ikke glemt dere». */
const BARE = words(/^(?:ja|nei)(?: takk)?$/u);
const HAS_VERB = words(/\b(?:er|har|skal|vil|kan|må|får|kommer|blir|ligger|går|tar|gjør|så|behandles)\b/u);

/** «Vi vil gjerne være med, men har ikke råd»: after «men» a denial takes the yes back. */
function weakenDoubtful(claims: Claim[], said: string, clauses: Clause[]): void {
  const reversed = REVERSED.test(said);
  const takenBack = TAKEN_BACK.test(said) && deniesSomething(said.slice(said.search(TAKEN_BACK)));
  const bare =
    clauses.length > 1 &&
    BARE.test(clauses[0]?.text ?? '') &&
    clauses.slice(1).some(({ text }) => HAS_VERB.test(text) || /(?:^| )(?:ennå|enda)$/.test(text));
  for (const claim of claims) {
    const supported = claims.some(other => other.kind === claim.kind && other.rule !== claim.rule);
    const negated = /\bmen(?: [^\s]+){0,8} (?:slutter|deltar|er|blir|bidrar)\b/.test(said);
    if (reversed) claim.strength = 'unsure';
    else if (bare && (claim.rule === 'ja' || claim.rule === 'nei') && !supported) claim.strength = 'medium';
    else if (takenBack && !negated && claim.kind === 'join' && claim.voice === 'stated') claim.strength = 'unsure';
  }
}

const TAKEN_BACK = words(/\bmen (?!(?:[^\s]+ ){0,6}(?:forbehold|forutsetning|dersom|hvis|bare|kun|uten)\b)/u);

type Add = (kind: ClaimKind, rule: string, strength?: Claim['strength']) => void;

function addConditions(said: string, hypothetical: boolean, add: Add): void {
  const denied = NO_CONDITION.test(said);
  if (!denied && CONDITION.test(said)) add('condition', 'forutsetning');
  else if (!denied && hypothetical) add('if', IF_CLAUSE.test(said) ? 'dersom' : 'verb først');
  if (LIMITED.test(said)) add('limit', 'avgrenset');
  if (CHANGED_TERMS.test(said)) add('changed', 'endrede vilkår');
}

function addLater(said: string, clauses: Clause[], speakers: Speakers, add: Add): void {
  if (FOR_INFORMATION.test(said)) return;
  const mine = clauses
    .filter(
      clause =>
        clause.kind !== 'condition' && (WE_PROMISE_YOU.test(clause.text) || !speaksForOthers(clause.text, speakers)),
    )
    .map(clause => clause.text);
  const text = mine.length === clauses.length ? said : mine.join(' , ');
  if (WAITS_FOR_US.test(text)) {
    add('later', WAITING);
    return;
  }
  if (WILL_BE_TREATED.test(text)) add('later', 'skal behandles');
  if (WANTS_TIME.test(text)) add('later', 'ber om tid');
  if (IS_PENDING.test(text)) add('later', 'ikke avgjort');
  if (WILL_COME_BACK.test(text)) add('later', 'kommer tilbake', 'medium');
}

function addOthers(said: string, add: Add): void {
  if (MUST_KNOW.test(said)) add('question-first', 'må vite');
  else if (NOT_RECEIVED.test(said)) add('question-first', 'ikke mottatt');
  else if (ASKS.test(said)) add(BEFORE_ANSWER.test(said) ? 'question-first' : 'question', 'spør');
  if (NOTED.test(said) && !/\boversende/.test(said)) add('noted', 'tatt til orientering');
  if (HEDGE.test(said)) add('hedge', 'positiv uten standpunkt');
  if (ANSWERED_EARLIER.test(said) && !deniesSomething(said)) add('earlier', 'har svart før');
  if (AS_AGREED.test(said)) add('agreed', 'som avtalt');
}

function standpointsIn(clause: Clause, said: string, sentence: PlacedSentence, speakers: Speakers): Claim[] {
  const voice = voiceOf(clause, said, sentence);
  if (voice === null) return [];
  const claims: Claim[] = [];
  for (const phrase of DECLINE_PHRASES) {
    if (isDoublyDenied(clause.text)) break;
    const match = phrase.pattern.exec(clause.text);
    if (match === null || speaksForOthers(clause.text.slice(0, match.index + match[0].length), speakers)) continue;
    if (OTHER_OBJECT.test(clause.text.slice(match.index + match[0].length)) && phrase.strength === 'strong') continue;
    if (phrase.name === 'ikke med lenger' && NOT_RECEIVED.test(said)) continue;
    const denied =
      DENIABLE.has(phrase.name) && negationOf(clause.text, match.index, match.index + match[0].length) !== 'no';
    claims.push({
      kind: 'decline',
      rule: phrase.name,
      strength: denied || OPINION.test(clause.text) ? 'unsure' : phrase.strength,
      voice,
      sentence,
    });
  }
  for (const phrase of JOIN_PHRASES) {
    const claim = joinClaim(phrase, clause, voice, sentence, speakers);
    if (claim !== null && !(claim.strength === 'unsure' && claims.some(other => other.kind === 'decline')))
      claims.push(claim);
  }
  return claims;
}
