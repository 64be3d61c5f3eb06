import type { OutgoingMail, SendResult, Transport } from '../mail-out/transport.ts';
import { campaignById } from '../register/campaigns.ts';
import { isOfTheRegister, type Register } from '../register/open-register.ts';
import { casesOfLetter, type Letter, letterById, lettersToDeliver } from '../register/outbox.ts';
import { holdSending } from '../register/sending-holds.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { sendingMode } from '../rules/sending/sending-mode.ts';
import { claim, lookAgain } from './claim-letter.ts';
import { frozenMail, type LetterSettings, type Waits } from './freeze-letter.ts';
import { casesWithStanding } from './gather-cases.ts';
import { type SendingGate, whyHeld } from './sending-gate.ts';
import { type Delivery, noteEnd, settleDelivery } from './settle-delivery.ts';
import { waitsForJuly } from './why-not-leave.ts';

export type { SendResult, Transport } from '../mail-out/transport.ts';
export type { LetterSettings } from './freeze-letter.ts';
export type { Delivery } from './settle-delivery.ts';

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
  /** Settles when the next letter may follow the one before: servers slow down whoever writes too fast. */
  pause?: () => Promise<void>;
  dailyCap?: number;
  lease?: number | null;
  /** Bytes that are free where the register lies; null = nobody knows. */
  free?: (() => number | null) | undefined;
}

/** Above what 357 municipalities can get in a day, with their directors; settings may say less. */
export const DAILY_CAP = 1000;

/**
 * Sends what is due and approved. Each letter: last look at its cases, bytes frozen, claimed, noted before its final dot,
 * sent, marked. The caller is the only sender (`takeSendingLock`), and has settled what an earlier one left.
 */
export async function deliverOutbox(world: DeliveryWorld, now: () => Instant): Promise<DeliveryResult> {
  const { register, mailboxes } = world;
  const mode = sendingMode(world.settings);
  const gate = { mode, mailboxes, dailyCap: world.dailyCap ?? DAILY_CAP, lease: world.lease ?? null, free: world.free };
  const due = lettersToDeliver(register, now())
    .filter(letter => letter.mode === mode)
    .filter(letter => !waitsForJuly(letter, now()));
  const deliveries: Delivery[] = [];
  for (const letter of due) {
    if (deliveries.some(one => one.outcome === 'sent')) await world.pause?.();
    if (world.isStopping?.() === true) break;
    const held = whyHeld(register, gate, now());
    if (held !== null) {
      if (deliveries.length === 0) return { held };
      break;
    }
    const { delivery, result } = await deliverOne(world, letter, gate, now);
    deliveries.push(delivery);
    if (result !== null && !result.sent && result.of === 'server') {
      const refused = isRefusal(result.failed);
      if (refused) holdSending(register, { reason: 'login-refused', since: now(), by: null, because: result.why });
      return { deliveries, serverDown: { why: result.why, refused } };
    }
  }
  return { deliveries, serverDown: null };
}

/** A password that is refused again and again locks the account: nothing more is tried until a person has looked. */
function isRefusal(failed: string): boolean {
  return /^(EAUTH|53[045])$/.test(failed);
}

/** A fault of ours in one letter's words holds that letter back, and not those behind it. */
async function frozenOrWhyNot(
  ...[register, letter, ...rest]: Parameters<typeof frozenMail>
): Promise<OutgoingMail | (Waits & { fault?: unknown })> {
  try {
    return await frozenMail(register, letter, ...rest);
  } catch (fault) {
    if (isOfTheRegister(fault)) throw fault;
    return { waits: `Brev ${letter.id} kunne ikke skrives på grunn av en feil i Purrebot. Se loggen.`, fault };
  }
}

async function deliverOne(
  { register, transport, settings }: DeliveryWorld,
  letter: Letter,
  gate: SendingGate,
  clock: () => Instant,
): Promise<{ delivery: Delivery; result: SendResult | null }> {
  const now = clock();
  const unsent = (outcome: 'cancelled' | 'waiting', detail: string) => ({
    delivery: { letterId: letter.id, outcome, detail },
    result: null,
  });
  const campaign = campaignById(register, letter.campaignId)!;
  const cases = casesWithStanding(register, campaign.id);
  const looked = lookAgain(register, letter, campaign, cases, now);
  if ('waits' in looked) return unsent('waiting', looked.waits);
  if ('gone' in looked) {
    const reasons = new Set(casesOfLetter(register, letter.id).map(row => row.droppedBecause ?? ''));
    return unsent('cancelled', [...reasons].filter(Boolean).join('; '));
  }
  const mail = await frozenOrWhyNot(register, letterById(register, letter.id)!, campaign, cases, settings, now);
  if ('waits' in mail) {
    const { waits: detail, fault } = mail;
    const unwritten = { campaignId: campaign.id, ...(fault === undefined ? {} : { fault }) };
    return { delivery: { letterId: letter.id, outcome: 'waiting', detail, unwritten }, result: null };
  }
  const why = claim(register, letter, campaign, gate, clock());
  if (why !== null) return unsent('waiting', why);
  const result = await transport.send(mail, refused => noteEnd(register, letter.id, refused, clock()));
  const delivery = settleDelivery(register, letter, cases, result, clock());
  const { witness = null } = mail.envelope;
  const unwitnessed = result.sent && witness !== null && result.isWitnessed !== true;
  return { delivery: unwitnessed ? { ...delivery, unwitnessed } : delivery, result };
}
