import { CORRECTS, SAID_BEFORE } from '../text/phrases-unclear.ts';
import { words } from '../text/words.ts';
import type { Claim } from './claim.ts';
import type { PlacedSentence } from './sections.ts';

/** «i fjor», «tidligere har vi», «den gangen»: told of a time that is over. */
const PAST_TIME = words(
  /\b(?:i fjor|ifjor|forrige (?:år|gang|runde|periode)|den gangen?|i sin tid|tidligere (?:har|hadde|sa|svarte|var)|(?:har|hadde|var|sa) (?:[^\s]+ ){0,2}?tidligere)\b/u,
);

/** «men i år blir vi med»: the same sentence goes on to what holds now. */
const NOW = words(/\b(?:men|mens|nå|denne gangen?|i år|ombestemt|likevel)\b|:/u);

/** Does this claim, by its own words, belong to an earlier time? A decision of a body stands until it is undone. */
export function isOfEarlierTime(claim: Claim, said: string): boolean {
  if (claim.sentence.section !== 'text' || claim.voice === 'decided') return false;
  if (
    /\bombestemt\b/.test(said) &&
    claim.clause !== undefined &&
    said.indexOf(claim.clause) < said.indexOf('ombestemt') &&
    !claim.clause.includes('ombestemt')
  )
    return true;
  if (SAID_BEFORE.test(said)) return !afterTurn(claim, said);
  return PAST_TIME.test(said) && !afterTurn(claim, said);
}

/** Of two halves («Vi takket nei i fjor, men i år blir vi med») the one behind the turn is new. */
function afterTurn(claim: Claim, said: string): boolean {
  const turn = NOW.exec(said);
  if (turn === null) return false;
  return claim.clause !== undefined && said.indexOf(claim.clause) > turn.index - 1;
}

/**
 * «Fjordvik slutter seg til. Beklager, her skal det stå ikke …»: a sentence that corrects takes back what the mail said
 * before it; what the corrected sentence or those after it say holds.
 */
export function takeBack(claims: readonly Claim[], sentences: readonly PlacedSentence[]): Claim[] {
  const at = sentences.findLastIndex(({ section, folded }) => section === 'text' && CORRECTS.test(folded));
  const correction = sentences[at];
  if (correction === undefined) return [...claims];
  const newer = claims.some(claim => isStandpoint(claim) && sentences.indexOf(claim.sentence) >= at && !claim.earlier);
  if (!newer) return [...claims];
  return claims.map(claim =>
    isStandpoint(claim) && sentences.indexOf(claim.sentence) < at ? { ...claim, earlier: true } : claim,
  );
}

function isStandpoint({ kind }: Claim): boolean {
  return kind === 'join' || kind === 'decline' || kind === 'condition' || kind === 'if' || kind === 'limit';
}
