import type { Clause } from '../text/clauses.ts';
import { deniesSomething } from '../text/negation.ts';
import { ADOPTED, PROPOSAL_NOUN, REJECTED, WENT_THROUGH } from '../text/phrases-decision.ts';
import { words } from '../text/words.ts';
import type { Claim } from './claim.ts';
import type { PlacedSentence } from './sections.ts';
import { VOTED_ON, WANTED } from './voice-of.ts';

/** «forslaget om å slutte seg til», «innstillingen om ikke å delta» */
export const VOTED_PROPOSAL = words(
  /\b(?:innstilling(?:en)?|forslag(?:et)?)(?: (?:fra|til|av) [^\s]+)?(?: [^\s]+)? om (?<before>ikke )?å (?<after>ikke )?(?:[^\s]+ ){0,2}?(?:delta|slutte|bidra|være med|bli (?:med|deltaker|medlem|part)|godkjenne|inngå|si ja|takke ja|gå (?:inn|med)|tre inn|tiltre|ta del|signere|skrive under|bevilge|støtte|finansiere|dekke|betale|yte|(?<refuses>stå utenfor|avslå|avstå|si nei|takke nei|melde pass|trekke))\b|\b(?:innstilling(?:en)?|forslag(?:et)?)(?: (?:fra|til|av) [^\s]+)?(?: [^\s]+)? om (?<noun>ikke )?(?:tilslutning|deltakelse|medlemskap)\b/u,
);

/**
 * What a vote did with a proposal that the sentence describes: «forslaget om å delta falt» is a no. A fallen proposal
 * of a no says only that the no was not adopted: nothing is claimed.
 */
export function votedClaim(said: string, sentence: PlacedSentence): Claim | null {
  if (sentence.section === 'proceedings' || sentence.section === 'background') return null;
  const match = VOTED_PROPOSAL.exec(said);
  if (match === null) return passed(said, sentence) ?? votedNoun(said, sentence);
  const fell = REJECTED.test(said);
  if (!fell && !ADOPTED.test(said)) return null;
  const refuses = [match.groups?.before, match.groups?.after, match.groups?.refuses, match.groups?.noun].some(
    group => group !== undefined,
  );
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

const NOUN =
  '(?:avtalen|ordningen|(?:vår |kommunens )?(?:tilslutning|deltakelse|medlemskap|signering|\\p{L}*inngåelse)(?:en|n|et)?)';
const OF_IT = '(?: (?:til|i|om|av|med|fra) [^\\s]+(?: [^\\s]+)?)?';
/** «Tilslutning vedtatt mot 4 stemmer», «Avtalen ble nedstemt», «gikk imot deltakelse», «har stemt for avtalen» */
const NOUN_VOTED = words(
  new RegExp(
    `^(?:[^\\s]+ ){0,2}?${NOUN}${OF_IT} (?:(?:er|ble|blir) )?(?:[^\\s]+ ){0,1}?(?:(?<yes>vedtatt|bifalt|fikk flertall)|(?<no>nedstemt|forkastet|nedvotert|falt|stemt ned|fikk (?:bare|kun) [^\\s]+ stemmer?|fikk ikke (?:[^\\s]+ )?flertall|ikke vedtatt))\\b(?! (?:utsatt|oversendt|sendt|før|i (?:19|20)\\d\\d))|^vedtatt (?:[^\\s]+ )?(?<adopted>${NOUN})(?!\\p{L})|\\b(?:(?<against>gikk imot|gått imot|stemte (?:mot|imot|ned)|stemt (?:mot|imot)|forkastet|nedstemte)|(?<pro>gikk inn for|stemte for|stemt for)) (?:[^\\s]+ )?${NOUN}(?!\\p{L})`,
    'u',
  ),
);

function votedNoun(said: string, sentence: PlacedSentence): Claim | null {
  const groups = NOUN_VOTED.exec(said)?.groups;
  if (groups === undefined || sentence.section !== 'text' || UNSETTLED.test(said)) return null;
  const kind = groups.no !== undefined || groups.against !== undefined ? 'decline' : 'join';
  if (kind === 'join' && deniesSomething(said.replace(NO_VOTE_AGAINST, ' '))) return null;
  return { kind, rule: 'stemt over', strength: 'strong', voice: 'decided', sentence };
}

/** A part of a body, a party or a body below the one that decides; a vote to come. */
const UNSETTLED = words(
  /\b(?:skal|vil|må|kan|hvis|dersom|om|før|når|mindretall\p{L}*|høyre|venstre|ap|sp|sv|frp|krf|mdg|rødt|kommunestyret (?:som )?(?:avgjør|har siste|behandler)|avgjør|endelig (?:behandling|avgjørelse)|innstill\p{L}*)\b/u,
);

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
