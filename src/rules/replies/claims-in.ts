import { type Clause, clausesOf } from '../text/clauses.ts';
import { NOT_MORE, POLITE_IF } from '../text/phrases-condition.ts';
import { REJECTED } from '../text/phrases-decision.ts';
import { WANTS_TIME } from '../text/phrases-later.ts';
import { ASKS_FOR_TIME, BEFORE_ANSWER, DEPENDS_ON_ANSWER, WAITS_FOR_US } from '../text/phrases-question.ts';
import { words } from '../text/words.ts';
import { addConditions } from './add-conditions.ts';
import { addLater } from './add-later.ts';
import { addOthers } from './add-others.ts';
import { type Claim, type ClaimKind, WAITING } from './claim.ts';
import { isOfEarlierTime } from './earlier-claims.ts';
import { isForConvenience } from './for-convenience.ts';
import { labelledLine } from './labelled-line.ts';
import type { PlacedSentence } from './sections.ts';
import { ownWordsOf, type Speakers } from './speakers.ts';
import { standpointsIn } from './standpoints-in.ts';
import { afterVote, VOTED_PROPOSAL, votedClaim } from './voted-claim.ts';
import { APPROVAL, waitsFor } from './waits-for.ts';
import { weakenDoubtful } from './weaken-doubtful.ts';

/** «Ellers blir det nei», «hvis ikke trekker vi oss» */
const OTHERWISE = words(/^(?:men )?(?:ellers|hvis ikke|i motsatt fall|om ikke)\b|\beller ikke i det hele tatt\b/u);

const NOT_BEFORE = words(/\bikke(?: [^\s]+){0,9}? før\b/u);

/** «Det går vel bra?», «hvem kan vel være uenig?»: asks for nothing. */
const RHETORICAL = words(/\b(?:er|går|var|blir|kan|kunne|må) (?:(?:det|dette) )?vel\b/u);

function mainBefore(clauses: readonly Clause[], at: number): string {
  return clauses.slice(0, at).findLast(({ kind }) => kind === 'main')?.text ?? '';
}

/** «Vi lurte på hvem som betaler hvis …»: the condition belongs to what was asked. */
const WONDERED = words(
  /\b(?:lurt?e|lurer|undret|spurte|spurt|spør|usikre?)(?: [^\s]+){0,3}? (?:på|om|hva|hvem|hvor\p{L}*|hvilke\p{L}*)\b/u,
);

/** «vi vil være med om prisen settes ned» is a condition; «vi vurderer om», «uansett om» are not. */
const ASKS_WHETHER = words(
  /\b(?:lurer|spør|vurder\p{L}*|vet|avgjør\p{L}*|usikre?|stilling|uansett|uavhengig|spørsmål\p{L}*|sak\p{L}*|beskjed|si|sier|svar\p{L}*|enige?|diskut\p{L}*|tilbakemelding\p{L}*)\b/u,
);

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
    const passed = passedOnIn(said, sentence, speakers);
    if (passed.length > 0) return passed;
    if (RHETORICAL.test(said)) add('hedge', 'spør uten å spørre');
    else add(BEFORE_ANSWER.test(said) ? 'question-first' : 'question', '?');
    if (DEPENDS_ON_ANSWER.test(said)) add('blocks', 'svaret avgjør');
    if (WANTS_TIME.test(said) || ASKS_FOR_TIME.test(said)) add('later', 'ber om tid');
    return claims;
  }
  const form = labelledLine(said, speakers);
  if (form !== null) {
    if (form.kind !== null) add(form.kind, 'skjema');
    return claims;
  }
  const vote = votedClaim(said, sentence);
  if (vote !== null) claims.push(vote);
  const clauses = clausesOf(said);
  const hypothetical =
    clauses.some(
      (clause, at) =>
        clause.kind === 'condition' && !WONDERED.test(mainBefore(clauses, at)) && !isForConvenience(clause, said),
    ) && !POLITE_IF.test(said);
  for (const clause of clauses) {
    if (VOTED_PROPOSAL.test(clause.text) && (REJECTED.test(said) || vote !== null)) continue;
    if (clause.kind !== 'main' && clause.kind !== 'reported') continue;
    if (clause.kind === 'reported' && isDeniedReport(clause, said)) continue;
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
  if (wait === APPROVAL) add('condition', wait);
  else if (wait !== null && !claims.some(({ kind }) => kind === 'later')) add('if', wait);
  const decided = claims.some(({ voice }) => voice === 'decided');
  for (const claim of claims) if (!decided && isOfEarlierTime(claim, said)) claim.earlier = true;
  return claims;
}

/** «Det stemmer ikke, som avisa skrev, at …», «det er feil at», «ryktet om at … er galt»: a rumour that is denied says nothing itself. */
const NOT_TRUE = words(
  /\b(?:(?:det|dette) (?:stemmer|er|var|medfører) (?:(?:altså|selvsagt|jo|dessverre|overhodet|slett) )*ikke(?: (?:riktig|rett|sant|korrekt|slik|sånn|tilfelle|tilfellet))?|(?:det|dette) er (?:en |ei )?(?:feil|galt|misforståelse\p{L}*|uriktig|usant|rykte\p{L}*)|rykte(?:t|ne)? (?:om|sier))\b/u,
);

function isDeniedReport({ text }: Clause, said: string): boolean {
  const lead = said.slice(0, Math.max(0, said.indexOf(text)));
  const denied = NOT_TRUE.exec(lead);
  return denied !== null && /\bat $/.test(lead) && !/ (?:men|og) /.test(lead.slice(denied.index));
}

/** «Kan du melde tilbake at vi takker nei?»: asks to pass on an answer, which is no question. */
const PASS_IT_ON = words(
  /^(?:(?:hei|fint|flott)[,.!]? )?(?:kan|kunne|vil) (?:du|dere) (?:[^\s]+ ){0,2}?(?:melde|gi|notere|registrere|videreformidle|formidle|bringe|svare)(?: [^\s]+){0,4}? at (?<what>[^?]{3,200})\?/u,
);

function passedOnIn(said: string, sentence: PlacedSentence, speakers: Speakers): Claim[] {
  const what = PASS_IT_ON.exec(said)?.groups?.what;
  if (what === undefined) return [];
  const claims = claimsIn({ ...sentence, folded: `${what}.` }, speakers).map(claim => ({ ...claim, sentence }));
  return claims.some(({ kind }) => kind === 'join' || kind === 'decline') ? claims : [];
}
