import type { Instant, IsoDate } from '../calendar/iso-date.ts';
import type { LetterKind } from '../campaign/campaign.ts';
import type { Body, Conclusion, Evidence, Stage } from '../replies/reading.ts';

/** dry: written to a file · redirected: to the tester's own address · live: really sent. */
export type Mode = 'dry' | 'redirected' | 'live';

/** An answer as it stands in the journal, whoever wrote it there. */
export interface Answer {
  conclusion: Conclusion;
  stage: Stage | null;
  amountNok: number | null;
  inhabitants: number | null;
  expectedBy: IsoDate | null;
  decidedOn: IsoDate | null;
  body: Body | null;
  evidence: Evidence[];
}

/** What can happen to a case, with the values of each; the word `event` is the journal's column. */
export type CaseEvent =
  | { event: 'opened' }
  /** A letter left (by hand: found in the adviser's own sent mail). */
  | { event: 'letter-sent'; letter: LetterKind; occasion: string; addresses: string[]; byHand: boolean }
  /** The adviser wrote to them by hand, in reply to a mail of theirs. */
  | { event: 'written-by-hand'; addresses: string[] }
  /** A rung came, and this case was left out of it. */
  | { event: 'rung-spared'; occasion: string; because: string }
  /** A rung of kind phone came: the adviser calls. */
  | { event: 'phone-task'; occasion: string }
  | { event: 'receipt-seen'; caseRefs: string[] }
  | { event: 'absence-seen'; until: IsoDate | null }
  | { event: 'bounced'; recipients: string[]; permanent: boolean }
  /** A receipt, absence or bounce that may be false: it stands here to be seen, and changes nothing. */
  | { event: 'doubted'; kind: 'receipt' | 'out-of-office' | 'bounce'; reasons: string[] }
  /** `channel` and `note` when a person registers what reached us outside the mailbox. */
  | { event: 'answered'; answer: Answer; caseRefs: string[]; channel?: string; note?: string }
  /** A message that says nothing new about a case that stands already; its evidence is kept. */
  | { event: 'confirmed'; answer: Answer; caseRefs: string[] }
  /** `brakes`: the sender sends so much that the rest of it waits behind this one. */
  | { event: 'review-raised'; reasons: string[]; suggestion: Answer | null; senderKnown: boolean; brakes?: string }
  /** Read, and not registered: it waits behind the review of that message, of the same sender. */
  | { event: 'mail-braked'; behind: number }
  /** A person has settled the message; what it meant stands in an answered entry of hers, if anything. */
  | { event: 'review-settled'; as: 'answered' | 'receipt' | 'nothing' }
  | { event: 'question-answered' }
  | { event: 'condition-accepted' }
  | { event: 'condition-refused' }
  | { event: 'extended'; until: IsoDate }
  /** A red day was added where the deadline lay. */
  | { event: 'deadline-moved'; from: IsoDate; to: IsoDate; because: string }
  | { event: 'contact-set'; role: string; address: string; replaces?: string[] }
  | { event: 'withdrawn'; because: string }
  | { event: 'added' }
  /** For our own eyes: it says nothing of where the case stands. */
  | { event: 'noted'; note: string }
  /** `reread`: a newer reader understood the mail otherwise; who undoes by hand leaves it out. */
  | { event: 'undone'; entry: number; reread?: { reader: string; on: Instant } };

export type EventName = CaseEvent['event'];

/** One line of the journal (logg): who (robot or person) did what, when, on which message. */
export type JournalEntry = CaseEvent & {
  id: number;
  at: Instant;
  actorKind: 'robot' | 'person';
  actor: string;
  messageId: number | null;
  letterId: number | null;
  mode: Mode | null;
  /** Of a mail that was read again: the line in whose place this one stands when the journal is folded. */
  place?: number;
};
