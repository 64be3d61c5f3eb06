import type { Instant, IsoDate } from '../calendar/iso-date.ts';

/** accession: join an arrangement · signature: return a signed agreement. */
export type CampaignType = 'accession' | 'signature';

export interface Terms {
  /** Whole kroner a year; 0 when there is none. */
  baseNok: number;
  /** Whole kroner a year per inhabitant; 0 when there is none. */
  perInhabitantNok: number;
  /** The day whose population counts (SSB), null when the campaign does not say. */
  populationDate: IsoDate | null;
  /** First year of payment, null when the campaign does not say. */
  year: number | null;
}

export type LetterKind = 'request' | 'friendly' | 'near' | 'missing' | 'last' | 'after-meeting' | 'receipt';
export type RungLetter = 'friendly' | 'near' | 'missing' | 'last';
export type Role = 'postmottak' | 'director' | 'officer';
/** ask: a person approves · hold: leaves after N hours unless stopped · auto. */
export type Approval = 'ask' | 'hold' | 'auto';

/** One step of the plan of reminders around each deadline. */
export interface Rung {
  /** Working days from the deadline, negative = before. */
  offset: number;
  /** `phone` is a task on the adviser's list, not a mail. */
  letter: RungLetter | 'phone';
  roles: Role[];
  collective: boolean;
  approval: Approval;
  /** Only for hold. */
  holdHours: number;
}

export interface Round {
  /** When it was or is ordered to leave. */
  at: Instant;
  letter: RungLetter;
  collective: boolean;
  roles: Role[];
  newDeadline: IsoDate | null;
}

export interface Sender {
  name: string;
  address: string;
  title: string;
  /** «KS Sør-Trøndelag» */
  unit: string;
  phone: string;
}

/** A campaign as its file says it, checked; recipients not yet resolved. */
export interface Campaign {
  id: string;
  /** The subject's stem, the same in every letter, never translated. */
  title: string;
  reference: string;
  type: CampaignType;
  terms: Terms;
  /** In time order; the first is that of the request. */
  deadlines: IsoDate[];
  ladder: readonly Rung[];
  rounds: Round[];
  /** Municipality names or numbers as written in the file, or in its CSV. */
  recipients: Recipient[];
  sender: Sender;
  /** File names beside the campaign file. */
  attachments: string[];
  /** One sentence part that fills «om å …», e.g. «slutte seg til en felles ressurs for samhandlingen med St. Olav». */
  ask: WrittenForms;
  /** The letter's own words («Hva saken gjelder»), plain paragraphs with named fields. */
  text: WrittenForms;
}

/** The same words in both written forms; nynorsk is null when the author wrote only bokmål. */
export interface WrittenForms {
  bokmål: string;
  nynorsk: string | null;
}

export interface Recipient {
  /** Name or number as written. */
  municipality: string;
  /** Addresses given beside it, by role; empty = from the register. */
  contacts: { role: Role; name: string; address: string }[];
  /** Line in the campaign file or its CSV. */
  line: number;
}
