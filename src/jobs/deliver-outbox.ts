import type { SendResult, Transport } from '../mail-out/transport.ts';
import { campaignById } from '../register/campaigns.ts';
import { readToEndAt } from '../register/mailbox-items.ts';
import type { Register } from '../register/open-register.ts';
import { casesOfLetter, type Letter, letterById, lettersToDeliver } from '../register/outbox.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { addSeconds } from '../rules/calendar/oslo-time.ts';
import { maySendAt } from '../rules/calendar/sending-window.ts';
import { sendingMode } from '../rules/sending/sending-mode.ts';
import { claim, lookAgain } from './claim-letter.ts';
import { frozenMail, type LetterSettings } from './freeze-letter.ts';
import { casesWithStanding } from './gather-cases.ts';
import { type Delivery, noteEnd, settleDelivery } from './settle-delivery.ts';
import { waitsForJuly } from './why-not-leave.ts';

export type { SendResult, Transport } from '../mail-out/transport.ts';
export type { LetterSettings } from './freeze-letter.ts';
export type { Delivery } from './settle-delivery.ts';

/** A reminder that crosses an answer is the worst thing: the mailbox was read to its end this many seconds ago at most. */
export const FRESHNESS = 60;

/** What a delivery did, or why nothing leaves now (Norwegian). `serverDown`: why the rest waits for the server. */
export type DeliveryResult = { deliveries: Delivery[]; serverDown: ServerDown | null } | { held: string };

/** Why nothing can leave now (Norwegian); a refused login is not worth a quick retry. */
export interface ServerDown {
  why: string;
  refused: boolean;
}

export interface DeliveryWorld {
  register: Register;
  transport: Transport;
  settings: LetterSettings;
  /** Names of the mailboxes that must have been read. */
  mailboxes: readonly string[];
  /** Asked between letters: true ends the batch. */
  isStopping?: () => boolean;
}

/**
 * Sends what is due and approved. Each letter: last look at its cases, bytes frozen, claimed, noted before its final dot,
 * sent, marked. The caller is the only sender (`takeSendingLock`), and has settled what an earlier one left.
 */
export async function deliverOutbox(world: DeliveryWorld, now: () => Instant): Promise<DeliveryResult> {
  const { register, mailboxes } = world;
  const mode = sendingMode(world.settings);
  const due = lettersToDeliver(register, now())
    .filter(letter => letter.mode === mode)
    .filter(letter => !waitsForJuly(letter, now()));
  const deliveries: Delivery[] = [];
  for (const letter of due) {
    if (world.isStopping?.() === true) break;
    const held = whyHeld(register, mode, mailboxes, now());
    if (held !== null) {
      if (deliveries.length === 0) return { held };
      break;
    }
    const { delivery, result } = await deliverOne(world, letter, now);
    deliveries.push(delivery);
    if (result !== null && !result.sent && result.of === 'server') {
      const refused = /^(EAUTH|53\d)$/.test(result.failed);
      return { deliveries, serverDown: { why: result.why, refused } };
    }
  }
  return { deliveries, serverDown: null };
}

function whyHeld(register: Register, mode: string, mailboxes: readonly string[], now: Instant): string | null {
  const moment = maySendAt(now);
  if (!moment.may) return moment.reason;
  // A trial without any mailbox writes files for the adviser to look at; nothing leaves the machine.
  if (mailboxes.length === 0 && mode === 'dry') return null;
  const readAt = readToEndAt(register, mailboxes);
  if (readAt === null) return 'Postkassen er ikke lest. Kjør «purrebot receive» først.';
  return readAt < addSeconds(now, -FRESHNESS)
    ? 'Postkassen er ikke lest til slutten det siste minuttet. Kjør «purrebot receive» først.'
    : null;
}

async function deliverOne(
  { register, transport, settings }: DeliveryWorld,
  letter: Letter,
  clock: () => Instant,
): Promise<{ delivery: Delivery; result: SendResult | null }> {
  const now = clock();
  const unsent = (outcome: 'cancelled' | 'waiting', detail: string) => ({
    delivery: { letterId: letter.id, outcome, detail },
    result: null,
  });
  const campaign = campaignById(register, letter.campaignId)!;
  const cases = casesWithStanding(register, campaign.id);
  if (!lookAgain(register, letter, campaign, cases, now)) {
    const reasons = new Set(casesOfLetter(register, letter.id).map(row => row.droppedBecause ?? ''));
    return unsent('cancelled', [...reasons].filter(Boolean).join('; '));
  }
  const mail = await frozenMail(register, letterById(register, letter.id)!, campaign, cases, settings, now);
  if ('waits' in mail) return unsent('waiting', mail.waits);
  if (!claim(register, letter, campaign, now))
    return unsent('waiting', 'Noe skjedde med saken i siste liten; brevet ses på igjen.');
  const result = await transport.send(mail, () => noteEnd(register, letter.id, clock()));
  return { delivery: settleDelivery(register, letter, cases, result, clock()), result };
}
