import type { IsoDate } from '../rules/calendar/iso-date.ts';

/** How the connection is kept secret; `none` is for a server on this very machine. */
export type ConnectionSecurity = 'tls' | 'starttls' | 'none';

/** Where the mailbox is and how we log in. The password never leaves this value: no log, no register. */
export interface ImapAccount {
  host: string;
  port: number;
  security: ConnectionSecurity;
  user: string;
  password: string;
  /** null: the folder that the server marks as \Junk. */
  junkFolder: string | null;
  /** null: the folder that the server marks as \Sent. */
  sentFolder: string | null;
  /** Mail that was registered and needs nobody is moved here; null: it is left where it is. */
  handledFolder: string | null;
  /** Mail that arrived before this day is left alone; null: everything is read. */
  since: IsoDate | null;
}
