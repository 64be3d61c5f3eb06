import type { Clause } from '../text/clauses.ts';
import { APPROVES } from '../text/phrases-condition.ts';
import { words } from '../text/words.ts';
import { AFTER_IT, type Claim } from './claim.ts';
import { isForConvenience } from './for-convenience.ts';

/** «er med når alle andre er med», «etter at kommunestyret har godkjent det»: the time of a yes is what it waits for. */
export function waitsFor(said: string, clauses: readonly Clause[], claims: readonly Claim[]): string | null {
  for (const [at, clause] of clauses.entries()) {
    const { kind, text } = clause;
    if (kind !== 'time' || PAST_OR_POLITE.test(text) || isForConvenience(clause, said)) continue;
    const word = WHEN.exec(said.slice(0, said.indexOf(text)))?.[1];
    const beside = [clauses[at - 1], clauses[at + 1]].filter(clause => clause !== undefined);
    const yes = claims.some(
      claim =>
        claim.kind === 'join' && claim.voice !== 'recommended' && beside.some(clause => clause.text === claim.clause),
    );
    if (word !== undefined && yes) return word === 'etter at' ? AFTER_IT : APPROVES.test(text) ? APPROVAL : 'når';
  }
  return null;
}

export const APPROVAL = 'når det er godkjent';

const WHEN = words(/\b(når|så snart|straks|etter at|idet|i det øyeblikk(?:et)?) $/u);

/** «når det gjelder», «etter at saken ble behandlet 5. mai»: no condition. */
const PAST_OR_POLITE = words(
  /^(?:det|dette|den) (?:gjelder|kommer til|er sagt|tid)\b|\b(?:ble|var|hadde|vedtok|behandlet saken|godkjente|sa|fikk|gikk)\b|^(?:vi|dere) (?:nå|først|har (?:fått|lest|sett|mottatt))\b/u,
);
