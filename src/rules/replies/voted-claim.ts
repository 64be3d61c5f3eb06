import type { Clause } from '../text/clauses.ts';
import { deniesSomething } from '../text/negation.ts';
import { ADOPTED, PROPOSAL_NOUN, REJECTED, WENT_THROUGH } from '../text/phrases-decision.ts';
import { words } from '../text/words.ts';
import type { Claim } from './claim.ts';
import type { PlacedSentence } from './sections.ts';
import { VOTED_ON, WANTED } from './voice-of.ts';

/** «forslaget om å slutte seg til», «innstillingen om ikke å delta» */
export const VOTED_PROPOSAL = words(
  /\b(?:innstilling(?:en)?|forslag(?:et)?)(?: (?:fra|til|av) [^\s]+)?(?: [^\s]+)? om (?<before>ikke )?å (?<after>ikke )?(?:[^\s]+ ){0,2}?(?:delta|slutte|bidra|være med|bli med|godkjenne|inngå|si ja|takke ja)\b|\b(?:innstilling(?:en)?|forslag(?:et)?)(?: (?:fra|til|av) [^\s]+)?(?: [^\s]+)? om (?<noun>ikke )?(?:tilslutning|deltakelse|medlemskap)\b/u,
);

/**
 * What a vote did with a proposal that the sentence describes: «forslaget om å delta falt» is a no. A fallen proposal
 * of a no says only that the no was not adopted: nothing is claimed.
 */
export function votedClaim(said: string, sentence: PlacedSentence): Claim | null {
  if (sentence.section === 'proceedings' || sentence.section === 'background') return null;
  const match = VOTED_PROPOSAL.exec(said);
  if (match === null) return passed(said, sentence);
  const fell = REJECTED.test(said);
  if (!fell && !ADOPTED.test(said)) return null;
  const refuses = match.groups?.before !== undefined || match.groups?.after !== undefined;
  if (fell && refuses) return null;
  const kind = fell || refuses ? 'decline' : 'join';
  return { kind, rule: fell ? 'forslaget falt' : 'forslaget vedtatt', strength: 'strong', voice: 'decided', sentence };
}

/** «Avtalen var oppe i formannskapet og gikk gjennom»: the arrangement itself was voted on. */
function passed(said: string, sentence: PlacedSentence): Claim | null {
  if (
    !WENT_THROUGH.test(said) ||
    !ARRANGEMENT.test(said) ||
    /\b(?:skal|vil|må|kan|hvis|dersom|om|før|når)\b/.test(said)
  )
    return null;
  const fell = REJECTED.test(said);
  if (!fell && deniesSomething(said.replace(NO_VOTE_AGAINST, ' '))) return null;
  return { kind: fell ? 'decline' : 'join', rule: 'gikk gjennom', strength: 'strong', voice: 'decided', sentence };
}

const ARRANGEMENT = words(
  /\b(?:avtalen|ordningen|tilslutningen?|deltakelsen?|spleiselaget|saken|finansieringen|koordinatoren|medlemskapet)\b/u,
);
const NO_VOTE_AGAINST = words(/\b(?:ingen|ikke en(?:este)?) (?:[^\s]+ ){0,2}?(?:stemme\p{L}*|imot|mot)\b/u);

/** «Forslaget om at kommunen slutter seg til, falt»: the same for a proposal told in a clause of its own. */
export function afterVote(claim: Claim, clause: Clause, said: string): Claim[] {
  if (clause.kind === 'reported' && (VOTED_ON.test(clause.governor) || WANTED.test(clause.governor))) {
    const against = /\b(?:mot|imot)$/.test(clause.governor) !== deniesSomething(clause.governor);
    if (!against) return [claim];
    return claim.kind === 'join' ? [{ ...claim, kind: 'decline', rule: 'stemt imot' }] : [];
  }
  if (clause.kind !== 'reported' || !PROPOSAL_NOUN.test(clause.governor)) return [claim];
  if (REJECTED.test(said))
    return claim.kind === 'join' ? [{ ...claim, kind: 'decline', voice: 'decided', rule: 'forslaget falt' }] : [];
  return ADOPTED.test(said) ? [{ ...claim, voice: 'decided' }] : [claim];
}
