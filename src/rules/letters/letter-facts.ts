import type { Instant, IsoDate } from '../calendar/iso-date.ts';
import type { CampaignType, LetterKind, Role, Sender, Terms } from '../campaign/campaign.ts';
import type { Body } from '../replies/reading.ts';

export type WrittenForm = 'bokmål' | 'nynorsk';

/** Everything a letter says, as values: mail-out turns them into subject, text and HTML without asking anyone. */
export interface LetterFacts {
  kind: LetterKind;
  collective: boolean;
  writtenForm: WrittenForm;
  /** The letter's date; also the Date header. */
  datedAt: Instant;
  campaign: {
    title: string;
    reference: string;
    type: CampaignType;
    terms: Terms;
    /** «slutte seg til en felles ressurs for samhandlingen med St. Olav», in the letter's written form. */
    ask: string;
    /** The campaign's own words, paragraphs separated by a blank line, fields filled; shown by the request. */
    text: string;
  };
  /** The deadline the letter speaks of: before it in friendly and near, after it in missing and last. */
  deadline: IsoDate | null;
  /** A new deadline that the letter sets (a round, or the last rung), else null. */
  newDeadline: IsoDate | null;
  /** One for an individual letter, at least one for a collective one, sorted by Norwegian name order. */
  addressees: LetterAddressee[];
  /** How many have joined on the letter's day. */
  joinedCount: number;
  sender: Sender;
  /** svar+h7k2qf@… or svar+13-01746@… for a collective letter. */
  replyTo: string;
  to: { name: string; address: string }[];
  cc: { name: string; address: string }[];
  /** With angle brackets. */
  messageId: string;
  /** Message-IDs of the earlier letters of the thread, oldest first; the last is In-Reply-To. */
  references: string[];
  /** Earlier letters and the municipality's own mail, newest first, quoted below. */
  quoted: QuotedMail[];
  /** File names that go along. */
  attachmentNames: string[];
  /** Only for a receipt: what was registered, and on which words. */
  receipt?: ReceiptFacts;
}

export interface ReceiptFacts {
  conclusion: ReceiptConclusion;
  /** Who decided when, and the case number of the meeting («21/14»); null for a statement. */
  decided: { body: Body | null; on: IsoDate; caseReference: string | null } | null;
  /** Who said so, for a statement. */
  statedBy: { name: string; on: IsoDate } | null;
  /** The municipality's own sentence, as it was written. */
  sentence: string;
}

/** What a receipt can confirm; an unclear answer gets none. */
export type ReceiptConclusion = 'joined' | 'declined' | 'conditional' | 'deferred' | 'question';

export interface LetterAddressee {
  /** «Hitra», «Trøndelag fylkeskommune»: without «kommune», with «fylkeskommune». */
  name: string;
  kind: 'municipality' | 'county' | 'regional-council';
  /** H7K2QF */
  token: string;
  /** Their own case number, harvested from a receipt; null when unknown. */
  theirReference: string | null;
  /** The roles written to: shown as «postmottak og rådmann». */
  roles: Role[];
  /** This one's own sum; null when the population is unknown or the campaign has no terms. */
  share: { nok: number; inhabitants: number; populationDate: IsoDate } | null;
  /** They said that the case comes later, without a date: reminders ask for it. */
  deferredWithoutDate?: boolean;
  /** For after-meeting: what they said would be treated when. */
  meeting: { on: IsoDate; body: Body | null } | null;
}

export interface QuotedMail {
  from: string;
  sentAt: Instant;
  to: string | null;
  subject: string | null;
  text: string;
}

/** A letter as words: frozen afterwards, never rendered twice for the same Message-ID. */
export interface WrittenLetter {
  subject: string;
  /** Plain text, first-class: lines of at most 76 characters, without trailing spaces. */
  text: string;
  html: string;
  /** The letter's core (lead and own words), to be quoted below a later letter. */
  quotable: string;
}
