import type { Clause } from '../text/clauses.ts';
import { deniesSomething } from '../text/negation.ts';
import { LIMITED, NOT_MORE } from '../text/phrases-condition.ts';
import { REVERSED } from '../text/phrases-decision.ts';
import { words } from '../text/words.ts';
import type { Claim } from './claim.ts';

/** A bare «Ja,» or «Nei,» before something else answers another question: «Nei, vi har ikke glemt dere». */
const BARE = words(/^(?:ja|nei)(?: takk)?$/u);
const HAS_VERB = words(
  /\b(?:er|har|skal|vil|kan|må|får|kommer|blir|ligger|går|tar|gjør|så|behandles|trenger|ønsker|venter|ser|finner|tror|mener|synes|vet|jobber|rekker|klarer|husker|mottok|fikk|hadde|gjelder)\b/u,
);

/** «Vi vil gjerne være med, men har ikke råd»: after «men» a denial takes the yes back. */
export function weakenDoubtful(claims: Claim[], said: string, clauses: Clause[]): void {
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
