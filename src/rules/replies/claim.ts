import type { PlacedSentence } from './sections.ts';

/** What one sentence says about the answer. */
export type ClaimKind =
  | 'join'
  | 'decline'
  /** «under forutsetning av», and «blir det færre, trekker vi oss» */
  | 'condition'
  /** A condition only together with a yes: «dersom …» */
  | 'if'
  /** One year, a trial, a smaller sum. */
  | 'limit'
  /** Other terms than those sent. */
  | 'changed'
  /** Something else than what was asked for: people for money. */
  | 'offer'
  /** A body will treat it, they will come back, they want time, it is pending. */
  | 'later'
  | 'question'
  /** Asks, and says that the answer depends on it. */
  | 'question-first'
  /** Without our answer they cannot give theirs: makes a question of what else would be a delay. */
  | 'blocks'
  | 'noted'
  | 'hedge'
  | 'earlier'
  | 'agreed'
  /** «slutter seg til innstillingen», of which this sentence does not say the content. */
  | 'endorses';

export interface Claim {
  kind: ClaimKind;
  strength: 'strong' | 'medium' | 'unsure';
  voice: 'stated' | 'decided' | 'recommended';
  sentence: PlacedSentence;
  /** Name of the phrase that matched. */
  rule: string;
  /** Told of an earlier time, or taken back later in the same mail: counts only when nothing newer is said. */
  earlier?: boolean;
  /** The folded clause that it stands in, where there is one. */
  clause?: string;
}

/** Name of the claim that nothing happens until we have answered. */
export const WAITING = 'venter på oss';

/** Name of the claim that a meeting has put the case off: what was proposed before it is no longer before anybody. */
export const POSTPONED = 'utsatt av et møte';

/** «etter at kommunestyret har godkjent det»: it may have happened already. */
export const AFTER_IT = 'etter at';

/** Notes one claim of the sentence at hand; strong unless told. */
export type Add = (kind: ClaimKind, rule: string, strength?: Claim['strength']) => void;
