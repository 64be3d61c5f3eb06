import type { Instant } from '../calendar/iso-date.ts';

/** A mail as the rules see it: decoded text, no bytes. Made by mail-in/read-message.ts. */
export interface Message {
  /** With angle brackets, null when the mail has none. */
  messageId: string | null;
  /** Message-IDs of In-Reply-To and References, in that order, without repetition. */
  answers: string[];
  from: Address | null;
  to: Address[];
  cc: Address[];
  subject: string;
  /** From the Date header; null when missing or unreadable (then the arrival time is used by the caller). */
  sentOn: Instant | null;
  /** All header lines in order, names in lower case, values unfolded and decoded. */
  headers: { name: string; value: string }[];
  /** The text/plain body, or null when the mail has only HTML. */
  text: string | null;
  /** The HTML body turned into text with its quotes still recognisable, or null. */
  htmlText: string | null;
  /** Words that its HTML hides from the reader's eye, outside of quotes; they are in no other field. Not set when there are none. */
  hiddenText?: string;
  attachments: Attachment[];
  /** Mails attached as message/rfc822, read in the same way. */
  attachedMessages: Message[];
  /** Set when a mail could not be read as mail; in Norwegian, for the adviser. */
  problem: string | null;
}

export interface Address {
  name: string;
  /** Lower case; empty when the header holds none that passes the strict check. */
  address: string;
}

export interface Attachment {
  /** The cleaned file name; never used as a path. */
  name: string;
  contentType: string;
  /** Bytes. */
  size: number;
  /** Text of the file (PDF, Word, OpenDocument, RTF, HTML, plain text, a mail, a picture of a letter); null when it has none that we read. */
  text: string | null;
  /** ocr: a machine read the text from a picture, and single letters or digits may be wrong. */
  by?: 'text' | 'ocr';
  /** What of it may matter and was not read, in Norwegian; null when all was read, or nothing can stand in it (a logo, a signature). */
  problem: string | null;
}
