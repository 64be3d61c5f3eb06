import type { Instant } from '../rules/calendar/iso-date.ts';

/** The largest mail that we take in, in bytes: one 150 MB mail must not stop the mailbox (reliability.md §3 no. 56). */
export const LARGEST_MAIL = 40 * 1024 * 1024;

/** One mail in a mailbox. */
export interface MailItem {
  /** Its lasting name in this mailbox: a file's name, or UIDVALIDITY and UID. */
  item: string;
  /** Where the mailbox stands after it. */
  position: string;
  arrivedAt: Instant;
  /** The mail as on the wire; of one that is too large its headers alone, with the reason in Norwegian. */
  content: { bytes: Uint8Array; problem: string | null };
}

/** A mailbox as a stream of raw mails: a folder, or IMAP behind the same face. */
export interface Mailbox {
  name: string;
  /**
   * The mails after a position, in order of arrival; `isKnown` tells which items are stored already.
   * Ends when everything that was there at the call has been given; throws when the mailbox cannot be reached.
   */
  mailsAfter(position: string | null, isKnown: (item: string) => boolean): AsyncIterable<MailItem>;
}
