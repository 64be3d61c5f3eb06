import type { Instant, IsoDate } from '../rules/calendar/iso-date.ts';

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

/** Mails up to here are nobody's business (older than asked for): nothing of them is given but where they end. */
export interface Passed {
  passedTo: string;
}

/** A mailbox as a stream of raw mails: a folder, or IMAP behind the same face. */
export interface Mailbox {
  name: string;
  /**
   * The mails after a position, in order of arrival; `isKnown` tells which items are stored already.
   * Ends when everything that was there at the call has been given; throws when the mailbox cannot be reached.
   * @param since what arrived before that moment may be passed over; a folder of files gives it all the same
   */
  mailsAfter(
    position: string | null,
    isKnown: (item: string) => boolean,
    since?: Instant | null,
  ): AsyncIterable<MailItem | Passed>;
  /**
   * What lies there now of the mails since a day, asked of the server anew; a folder of files names all it has.
   * @returns `numbering` begins every item of today's numbering; others are of an earlier one
   */
  itemsSince(since: IsoDate): Promise<{ items: string[]; numbering: string }>;
}

/** A mail that left, for the Sent folder. */
export interface FolderCopy {
  messageId: string;
  bytes: Uint8Array;
  sentAt: Instant;
}

/** The content of a mail that is too large to take in: its headers, and why, for a person. */
export function headersAlone(head: Uint8Array, size: number): MailItem['content'] {
  const headers =
    Buffer.from(head)
      .toString('latin1')
      .split(/\r?\n\r?\n/, 1)[0] ?? '';
  const megabytes = Math.round(size / 1024 / 1024);
  const problem = `E-posten er på ${megabytes} MB og er ikke hentet. Åpne den i e-postprogrammet og registrer svaret for hånd.`;
  return { bytes: Buffer.from(`${headers}\r\n\r\n`, 'latin1'), problem };
}
