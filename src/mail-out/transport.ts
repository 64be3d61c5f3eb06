import type { Instant } from '../rules/calendar/iso-date.ts';
import type { LetterKind } from '../rules/campaign/campaign.ts';

/** A composed letter on its way out; the same to a file as to a server. */
export interface OutgoingMail {
  messageId: string;
  /** An alert and a sign-in link are for our own people, and no letters of a campaign. */
  kind: LetterKind | 'alert' | 'sign-in';
  /** Who it is for, to be found again by a person: «Hitra», «fellesbrev». */
  label: string;
  datedAt: Instant;
  /** `witness`: our own mailbox gets a copy in the same transaction, so that the letter can be proved to have left. */
  envelope: { from: string; to: string[]; witness?: string | null };
  bytes: Uint8Array;
  /** The letter as HTML, for a preview. */
  html: string;
}

/** An address that the server did not take, while others of the same letter went. */
export interface RefusedAddress {
  address: string;
  /** False: worth another letter (a full mailbox, greylisting). */
  permanent: boolean;
  /** In Norwegian. */
  why: string;
}

export type SendResult =
  /** `isWitnessed`: our own mailbox took its copy. */
  | { sent: true; file: string | null; response: string; refused?: RefusedAddress[]; isWitnessed?: boolean }
  /**
   * `failed` is the fault's code (`ENOSPC`, `550`), `why` in Norwegian. What it says of more than this letter stands in `of`:
   * server = nothing can leave now, try them all later · letter = this one, now (temporary) or ever · unknown = the
   * connection was lost after the final dot, and nobody can tell whether it was taken: never sent again by the machine.
   */
  | {
      sent: false;
      of: 'server' | 'letter' | 'unknown';
      failed: string;
      temporary: boolean;
      why: string;
      /** True when it was the addresses, all of them, that were refused. */
      noAddress?: boolean;
    };

/** Where a letter goes. A fault of the world is a value; only a bug throws. */
export interface Transport {
  /**
   * @param beforeFinalDot called once, synchronously, when all but the end of the mail is handed over, with the addresses
   * that were refused: until then nothing can have been accepted, afterwards it may. When it throws, the letter is not ended and does not leave. A transport
   * that can be repeated without harm (files) need not call it.
   */
  send(mail: OutgoingMail, beforeFinalDot: (refused: readonly RefusedAddress[]) => void): Promise<SendResult>;
}
