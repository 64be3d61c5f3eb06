import type { FolderCopy, Mailbox } from './mailbox.ts';

/** An open mailbox with the folders that matter. It never reconnects: whoever holds it opens another one. */
export interface MailSession {
  inbox: Mailbox;
  /** null when there is none. */
  junk: Mailbox | null;
  sent: Mailbox | null;
  /** Called when the server says that something came; a hint, never the truth. A later call replaces the listener. */
  onNews(listener: () => void): void;
  /** Settles when the connection is gone: null when we closed it ourselves, else why (Norwegian). */
  closed: Promise<string | null>;
  /**
   * Puts a copy of a mail that we sent into the Sent folder, unless it is there already (by its Message-ID).
   * @returns the copy's item when the server tells it, so that it need not be fetched to know that it is ours
   */
  keepCopy(mail: FolderCopy): Promise<{ outcome: 'kept' | 'there already' | 'no folder'; item: string | null }>;
  /** Moves mails of the inbox, by their items, to the folder of handled mail. What is gone or renumbered is left out. */
  moveHandled(items: readonly string[]): Promise<void>;
  /** False when the settings name no folder of handled mail. */
  movesHandled: boolean;
  /** Waits in the inbox: the server tells at once when something comes. */
  rest(): Promise<void>;
  /** Ends the session politely, and soon. */
  close(): Promise<void>;
}

/** What came of opening the mailbox; `refused` = the password or the account, worth no quick retry. */
export type OpenedMail =
  | { session: MailSession }
  /** `wait`: seconds before the next attempt, at least, when the server itself said no. */
  | { failed: string; refused: boolean; wait?: number };
