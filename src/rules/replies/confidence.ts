import type { Verdict } from './conclusion.ts';
import type { Reading } from './reading.ts';

/**
 * How sure a reading is, from what it rests on. Each kind of ground has the share of readings that were right (kind,
 * conclusion and stage) among labelled replies, counted by `scripts/bench/calibrate-reading.ts` with one right and one
 * wrong added, so that few cases do not look certain. Run it after the reader has changed and write the shares here.
 * They come from several hundred short texts and some hundred mails: small numbers, good for two digits at the most.
 * Where mails that were read before anyone had seen them (140, test/corpus-office/) and those that the reader was written
 * with do not agree, the unseen weigh more: of the unclear 44 % were unclear there, 95 % among the seen.
 */
export type Ground =
  /** One strong yes or no in plain words, nothing beside it. */
  | 'plain'
  /** A resolution or proposal in a document. */
  | 'document'
  /** A yes with a condition or limit. */
  | 'conditional'
  | 'deferred'
  | 'question'
  /** Receipts, absences, other matters. */
  | 'no-answer'
  /** A reason speaks against it. */
  | 'doubted'
  /** Nobody could tell. */
  | 'unclear';

const SHARE_RIGHT: Record<Ground, number> = {
  plain: 0.95,
  document: 0.94,
  conditional: 0.92,
  deferred: 0.91,
  question: 0.9,
  'no-answer': 0.92,
  doubted: 0.7,
  unclear: 0.6,
};

/** Below this a person looks. Cross-validation of the script: between the doubted readings and the worst of the others. */
export const REVIEW_BELOW = 0.75;

/** Letters and digits that a machine guessed from a picture. */
const BY_OCR = 0.88;

/** Found by its topic alone, or as the only request at that time: it may belong to something else. */
const BY_TOPIC = 0.99;
const ALONE = 0.9;

/** The conclusion may be read rightly, but not who says it: the register must not act on it by itself. */
const UNKNOWN_SENDER = 0.76;

export function confidenceOf(
  ground: Ground,
  facts: { how: 'certain' | 'topic' | 'alone' | 'none'; byOcr: boolean; unknownSender: boolean },
): number {
  const thread = facts.how === 'topic' ? BY_TOPIC : facts.how === 'alone' ? ALONE : 1;
  const value = SHARE_RIGHT[ground] * thread * (facts.byOcr ? BY_OCR : 1) * (facts.unknownSender ? UNKNOWN_SENDER : 1);
  return Math.round(value * 100) / 100;
}

/** What the verdict of an answer rests on. `reasons` are those against the words, not against the sender. */
export function groundOf(verdict: Verdict, conclusion: Reading['conclusion'], reasons: readonly string[]): Ground {
  if (conclusion === 'unclear' || conclusion === null) return 'unclear';
  if (reasons.length > 0) return 'doubted';
  if (conclusion === 'deferred' || conclusion === 'question' || conclusion === 'conditional') return conclusion;
  const placed = verdict.because.some(
    ({ sentence }) => sentence.section === 'decision' || sentence.section === 'proposal',
  );
  return placed ? 'document' : 'plain';
}
