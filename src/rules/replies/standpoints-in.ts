import type { Clause } from '../text/clauses.ts';
import { isDoublyDenied, negationOf } from '../text/negation.ts';
import { OPINION } from '../text/phrases-condition.ts';
import { DECLINE_PHRASES, DENIABLE } from '../text/phrases-decline.ts';
import { JOIN_PHRASES, OTHER_OBJECT } from '../text/phrases-join.ts';
import { NOT_RECEIVED } from '../text/phrases-question.ts';
import { YES_OR_NO } from '../text/phrases-unclear.ts';
import { words } from '../text/words.ts';
import { objectIsOurs, refusedBefore } from './answer-object.ts';
import type { Claim } from './claim.ts';
import { joinClaim } from './join-claim.ts';
import type { PlacedSentence } from './sections.ts';
import { type Speakers, speaksForOthers } from './speakers.ts';
import { voiceOf } from './voice-of.ts';

/** «Det har vi ikke grunnlag for å mene noe om»: nothing is refused. */
const NO_VIEW = words(/\bgrunnlag for å (?:[^\s]+ )?(?:mene|svare|si|ta stilling|vurdere|konkludere|behandle)\b/u);

/** «hva helseforetaket bidrar med», «hvor mange som deltar»: asked about, not said. */
const ASKED_ABOUT = words(
  /\b(?:hva(?! (?:angår|gjelder))|hvem|hvordan|hvorfor|hvor (?:mye|mange|stor)|hvilken?) \p{L}/u,
);

/** «takker nei til møtet»: the no is to something else; «nei etter en lang diskusjon» is not. */
function names(after: string): boolean {
  return /^ (?:til|å|på|i|for)(?= )/.test(after) && OTHER_OBJECT.test(after);
}

/** Refusals that say of what only in the words around them. */
const HAS_OBJECT: ReadonlySet<string> = new Set([
  'nei',
  'ikke rom',
  'ikke behov',
  'avslår',
  'står utenfor',
  'finner ikke å kunne',
]);

function refusesOurs(clause: string, match: RegExpExecArray, speakers: Speakers): boolean {
  const before = clause.slice(0, match.index);
  const after = clause.slice(match.index + match[0].length);
  return objectIsOurs(after, speakers) && (!/avslå/.test(match[0]) || refusedBefore(before, speakers));
}

/** «bevilget kr 12 000 til turnuslege»: money for something of their own. */
const GRANTED_TO = words(
  /\b(?:kr|kroner|midler|penger|\d)(?: [^\s]+){0,2}? til (?!(?:dette |det |samme )?formål)(?<what>.{2,80})/u,
);

function grantedElsewhere({ rule, kind }: Claim, clause: string, speakers: Speakers): Partial<Claim> {
  if (rule !== 'bevilger' || kind !== 'join') return {};
  const what = GRANTED_TO.exec(clause)?.groups?.what;
  return what === undefined || objectIsOurs(` til ${what}`, speakers) ? {} : { strength: 'medium' };
}

/** What one clause says for or against taking part, by the phrases of a yes and of a no. */
export function standpointsIn(whole: Clause, said: string, sentence: PlacedSentence, speakers: Speakers): Claim[] {
  const voice = voiceOf(whole, said, sentence);
  if (voice === null) return [];
  const asked = whole.text.search(ASKED_ABOUT);
  const clause = asked === -1 ? whole : { ...whole, text: whole.text.slice(0, asked) };
  if (NO_VIEW.test(whole.text)) return [];
  const claims: Claim[] = [];
  const either = whole.text.search(YES_OR_NO) !== -1;
  for (const phrase of isDoublyDenied(clause.text) ? [] : DECLINE_PHRASES) {
    if (either && phrase.name === 'nei') continue;
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
    if (either && phrase.name === 'ja') continue;
    const claim = joinClaim(phrase, clause, voice, sentence, speakers);
    if (claim !== null && !(claim.strength === 'unsure' && claims.some(other => other.kind === 'decline')))
      claims.push({ ...claim, ...grantedElsewhere(claim, clause.text, speakers), clause: clause.text });
  }
  return claims;
}
