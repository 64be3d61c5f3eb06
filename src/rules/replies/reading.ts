import type { IsoDate } from '../calendar/iso-date.ts';

export type Kind = 'answer' | 'receipt' | 'out-of-office' | 'bounce' | 'other';
export type Conclusion = 'joined' | 'declined' | 'conditional' | 'deferred' | 'question' | 'unclear';
export type Stage = 'decided' | 'recommended' | 'stated';
export type Body = 'kommunestyret' | 'formannskapet' | 'fylkestinget' | 'rådmannen' | 'kommunedirektøren' | 'other';

/** The literal text a field rests on. `part` is `body` or the attachment's name. */
export interface Evidence {
  field: string;
  text: string;
  part: string;
}

/** What a program understood of one incoming message: the reading contract of `purrebot analyse`. */
export interface Reading {
  kind: Kind;
  /** Only for kind answer, else null. */
  conclusion: Conclusion | null;
  /** Null for everything but joined, declined, conditional; deferred and question may carry stated. */
  stage: Stage | null;
  /** Names as in the register, sorted; empty when it cannot be told. */
  municipalities: string[];
  /** Whole kroner a year. */
  amountNok: number | null;
  inhabitants: number | null;
  /** The day on which the answer or decision is said to come (the meeting's date). */
  expectedBy: IsoDate | null;
  decidedOn: IsoDate | null;
  body: Body | null;
  /** THEIR references as written, without label, sorted. */
  caseRefs: string[];
  /** Failed addresses of a bounce, sorted, lower case. */
  recipients: string[];
  /** Only for a bounce: true = failed, false = delayed. */
  permanent: boolean | null;
  /** What the sender wrote now: no quoted history, signature or footer. */
  newText: string;
  /** Until when an absence lasts, when the message says so. */
  absentUntil: IsoDate | null;
  /** Id of the campaign that it answers, null when it cannot be told. */
  campaign: string | null;
  /**
   * How sure the reader is of kind and conclusion, 0–1: 0.95 and more = said in plain words in our thread; about 0.9 = known
   * by its topic or by being the only request; below 0.8 = something speaks against it, and a person looks.
   */
  confidence: number;
  /** True = a person must settle it. */
  review: boolean;
  /** Why a person must look, in Norwegian, one short sentence each; empty when review is false. */
  reviewReasons: string[];
  evidence: Evidence[];
  /** Why a message could not be read, in Norwegian; then kind is other and review is true. */
  problem: string | null;
}

/** What is said of a message of which nothing is understood yet. */
export const NO_READING: Reading = {
  kind: 'other',
  conclusion: null,
  stage: null,
  municipalities: [],
  amountNok: null,
  inhabitants: null,
  expectedBy: null,
  decidedOn: null,
  body: null,
  caseRefs: [],
  recipients: [],
  permanent: null,
  newText: '',
  absentUntil: null,
  campaign: null,
  confidence: 0,
  review: false,
  reviewReasons: [],
  evidence: [],
  problem: null,
};
