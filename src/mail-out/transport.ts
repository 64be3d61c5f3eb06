import type { Instant } from '../rules/calendar/iso-date.ts';
import type { LetterKind } from '../rules/campaign/campaign.ts';

/** A composed letter on its way out; the same to a file as to a server. */
export interface OutgoingMail {
  messageId: string;
  kind: LetterKind;
  /** Who it is for, to be found again by a person: «Hitra», «fellesbrev». */
  label: string;
  datedAt: Instant;
  envelope: { from: string; to: string[] };
  bytes: Uint8Array;
  /** The letter as HTML, for a preview. */
  html: string;
}

export type SendResult =
  | { sent: true; file: string | null; response: string }
  /** `failed` is the fault's code (`ENOSPC`, `550`); temporary = worth another attempt; `why` in Norwegian. */
  | { sent: false; failed: string; temporary: boolean; why: string };

/** Where a letter goes. A fault of the world is a value; only a bug throws. */
export interface Transport {
  send(mail: OutgoingMail): Promise<SendResult>;
}
