import { words } from '../text/words.ts';
import type { Claim } from './claim.ts';
import type { PlacedSentence } from './sections.ts';

/** «Så tar rådmannen stilling til den», «Da kan vi behandle saken», «Deretter svarer vi»: in that order. */
const THEN = words(
  /^(?:og )?(?:så|da|deretter|etter det|først da|når (?:det|dette|svaret|vi har (?:det|dette|svaret|fått)))(?= (?!(?:har|hadde|lenge|langt)\b)\p{L})/u,
);

/** «Kan dere bekrefte summen? Så er vi med.» */
const THEN_WE = words(
  /^(?:og )?(?:så|da) (?:er|blir|slutter|deltar|signerer|skriver|går|kommer|skal|kan|vil|sier|takker) (?:vi|jeg|kommunen|det)\b/u,
);

/** A day that is already set does not wait for us. */
const HAS_DAY = /\d|(?:man|tirs|ons|tors|fre|lør|søn)dag|\bneste\b/;

/**
 * «Kan dere sende en ny avtale? Så tar ordføreren stilling til den»: what is promised right behind a question waits for its
 * answer, so that the question is what the mail comes to. Adds a claim for each such promise.
 */
export function waitingForAnswers(sentences: readonly PlacedSentence[], claims: readonly Claim[]): Claim[] {
  return sentences.flatMap((sentence, at): Claim[] => {
    const before = sentences[at - 1];
    if (before === undefined || sentence.section !== 'text' || sentence.block - before.block > 1) return [];
    if (!THEN.test(sentence.folded) || HAS_DAY.test(sentence.folded)) return [];
    const asks = claims.some(
      ({ kind, sentence: of }) => of === before && (kind === 'question' || kind === 'question-first'),
    );
    if (!asks) return [];
    const said = claims.filter(({ sentence: of }) => of === sentence);
    const rule = 'etter svar fra oss';
    if (THEN_WE.test(sentence.folded) && said.some(({ kind }) => kind === 'join'))
      return [{ kind: 'question-first', strength: 'strong', voice: 'stated', sentence: before, rule }];
    if (!said.some(({ kind }) => kind === 'later')) return [];
    return [{ kind: 'blocks', strength: 'strong', voice: 'stated', sentence, rule }];
  });
}
