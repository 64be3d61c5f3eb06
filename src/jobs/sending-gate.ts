import { readToEndAt } from '../register/mailbox-items.ts';
import { countMessages } from '../register/messages.ts';
import type { Register } from '../register/open-register.ts';
import { extraDaysOf } from '../register/red-days.ts';
import { sentSince } from '../register/sending-holds.ts';
import { holdsLease } from '../register/sending-lease.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { addSeconds } from '../rules/calendar/oslo-time.ts';
import { maySendAt } from '../rules/calendar/sending-window.ts';
import type { SendingMode } from '../rules/sending/sending-mode.ts';
import { whyNoSpace } from '../rules/sending/space-to-send.ts';
import { holdsNow } from './watch-clock.ts';

/** A reminder that crosses an answer is the worst thing: the mailbox was read to its end this many seconds ago at most. */
export const FRESHNESS = 60;

const DAY = 24 * 3600;

/** What has to hold of the whole sender before any letter is claimed. */
export interface SendingGate {
  mode: SendingMode;
  /** Names of the mailboxes that must have been read. */
  mailboxes: readonly string[];
  /** Letters in 24 hours, at most: a fault of ours must not fill 357 mailboxes. */
  dailyCap: number;
  /** The epoch under which this process sends; null in a process that nobody else can be beside (tests, the demo). */
  lease: number | null;
  /** Bytes that are free where the register lies; left out, or null = nobody knows. */
  free?: (() => number | null) | undefined;
}

/** Why nothing may leave now, in Norwegian; null when it may. Asked before each letter, and again in its claim. */
export function whyHeld(register: Register, gate: SendingGate, now: Instant): string | null {
  const [hold] = holdsNow(register, now);
  if (hold !== undefined) return `${hold.because} Slipp det løs med «purrebot release».`;
  if (gate.lease !== null && !holdsLease(register, gate.lease))
    return 'En annen prosess har overtatt sendingen fra dette registeret.';
  const noSpace = whyNoSpace(gate.free?.() ?? null);
  if (noSpace !== null) return noSpace;
  const moment = maySendAt(now, extraDaysOf(register));
  if (!moment.may) return moment.reason;
  if (sentSince(register, gate.mode, addSeconds(now, -DAY)) >= gate.dailyCap)
    return `Taket på ${gate.dailyCap} brev i døgnet er nådd (DAILY_CAP). Resten går i morgen.`;
  return whyUnread(register, gate, now);
}

function whyUnread(register: Register, { mode, mailboxes }: SendingGate, now: Instant): string | null {
  // A trial without any mailbox writes files for the adviser to look at; nothing leaves the machine.
  if (mailboxes.length === 0 && mode === 'dry') return null;
  const readAt = readToEndAt(register, mailboxes);
  if (readAt === null) return 'Postkassen er ikke lest. Kjør «purrebot receive» først.';
  // A time that is yet to come was noted by a clock that was put back since: nobody knows how long ago it was.
  if (readAt < addSeconds(now, -FRESHNESS) || readAt > addSeconds(now, FRESHNESS))
    return 'Postkassen er ikke lest til slutten det siste minuttet. Kjør «purrebot receive» først.';
  // It may be the answer of somebody that a letter is about to remind.
  const { unread } = countMessages(register);
  return unread > 0 ? `${unread} meldinger er hentet og ikke lest ennå.` : null;
}
