import type { Instant } from '../calendar/iso-date.ts';

/** Something that does not work, since when, and how (Norwegian). */
export interface Down {
  since: Instant;
  why: string;
}

/** Letters or mails of one kind that a person must settle. */
export interface Waiting {
  count: number;
  since: Instant;
  campaigns: string[];
}

/** What only a running worker knows: it forgets it when it ends, and finds it again. */
export interface Troubles {
  /** The mailbox cannot be read; `refused` = it does not take the login. */
  mailbox: (Down & { refused: boolean }) | null;
  /** The mail server takes nothing. */
  server: Down | null;
  /** The server does not take the copy to our own mailbox. */
  witness: Down | null;
  /** Letters that are due and cannot be written, by their ids. */
  unwritten: ReadonlyMap<number, Down & { campaignId: string }>;
  /** The register could not be written or read. */
  register: (Down & { isDamaged: boolean }) | null;
}

export const NO_TROUBLES: Troubles = {
  mailbox: null,
  server: null,
  witness: null,
  unwritten: new Map(),
  register: null,
};

/** Everything that is asked before anybody is told anything. null or 0 = nothing of the kind. */
export interface KnownState {
  holds: readonly { reason: string; since: Instant; because: string }[];
  uncertain: Waiting | null;
  rejected: Waiting | null;
  /** Letters of ours that came back more than twice in a day. */
  comeBack: Waiting | null;
  setAside: Waiting | null;
  braked: Waiting | null;
  /** Mails that the nightly comparison found, that no look had fetched. */
  missed: Waiting | null;
  /** The cap of a day, when it is reached. */
  cap: { letters: number; since: Instant } | null;
  /** The last backup; null = none was ever made. */
  backup: Instant | null;
  /** Bytes that are free where the register lies; null = nobody knows. */
  free: number | null;
  troubles: Troubles;
}
