import { createHash } from 'node:crypto';
import { composeMail } from '../mail-out/compose-mail.ts';
import { type Envelope, envelopeFor } from '../mail-out/envelope-for.ts';
import type { OutgoingMail, Transport } from '../mail-out/transport.ts';
import { writeLetter } from '../mail-out/write-letter.ts';
import { campaignById, campaignFiles, type RegisteredCampaign } from '../register/campaigns.ts';
import { writeJournal } from '../register/journal.ts';
import { addOutgoing, readToEndAt, storedMessage } from '../register/messages.ts';
import type { Register } from '../register/open-register.ts';
import {
  casesOfLetter,
  dropCase,
  freezeLetter,
  type Letter,
  type LetterCase,
  letterById,
  lettersToDeliver,
  markCases,
  moveLetter,
  releaseStaleClaims,
} from '../register/outbox.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { addSeconds, osloDate } from '../rules/calendar/oslo-time.ts';
import { maySendAt } from '../rules/calendar/sending-window.ts';
import type { LetterFacts } from '../rules/letters/letter-facts.ts';
import { type SendingSettings, sendingMode } from '../rules/sending/sending-mode.ts';
import { type CaseNow, casesWithStanding } from './gather-cases.ts';
import { letterFactsOf, type ReplySettings, UnfilledFields } from './letter-facts-of.ts';
import { contactsWrittenTo } from './letter-recipients.ts';
import { ROBOT } from './take-effects.ts';
import { waitsForJuly, whyNotLeave } from './why-not-leave.ts';

export type { SendResult, Transport } from '../mail-out/transport.ts';

/** A reminder that crosses an answer is the worst thing: the mailbox was read to its end this many seconds ago at most. */
export const FRESHNESS = 60;

/** A claim this old, in seconds, was left by a process that died: nothing was accepted, so the same bytes may go. */
const STALE_CLAIM = 15 * 60;

/** More addresses in one mail look like bulk mail to the receiving servers (reliability.md). */
export const MOST_RECIPIENTS = 60;

/** Waiting before the next attempt after a temporary failure, in seconds: grows with each attempt up to two hours. */
const retryAfter = (attempt: number): number => Math.min(60 * 2 ** attempt, 7200);

export interface Delivery {
  letterId: number;
  outcome: 'sent' | 'retry' | 'rejected' | 'cancelled' | 'waiting';
  /** The file, or the server's answer, or why not (Norwegian). */
  detail: string;
}

export interface DeliverySettings extends SendingSettings, ReplySettings {
  loopId: string;
}

/** What a delivery did, or why nothing leaves now (Norwegian). */
export type DeliveryResult = { deliveries: Delivery[] } | { held: string };

/** Sends what is due and approved. Each letter: last look at its cases, bytes frozen, claimed, sent, marked. */
export async function deliverOutbox(
  world: { register: Register; transport: Transport; settings: DeliverySettings; mailboxes: readonly string[] },
  now: () => Instant,
): Promise<DeliveryResult> {
  const { register, mailboxes } = world;
  const mode = sendingMode(world.settings);
  releaseStaleClaims(register, addSeconds(now(), -STALE_CLAIM));
  const due = lettersToDeliver(register, now())
    .filter(letter => letter.mode === mode)
    .filter(letter => !waitsForJuly(letter, now()));
  if (due.length === 0) return { deliveries: [] };
  const deliveries: Delivery[] = [];
  for (const letter of due) {
    const held = whyHeld(register, mode, mailboxes, now());
    if (held !== null) return deliveries.length === 0 ? { held } : { deliveries };
    deliveries.push(await deliverOne(world, letter, now()));
  }
  return { deliveries };
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
  { register, transport, settings }: { register: Register; transport: Transport; settings: DeliverySettings },
  letter: Letter,
  now: Instant,
): Promise<Delivery> {
  const campaign = campaignById(register, letter.campaignId)!;
  const cases = casesWithStanding(register, campaign.id);
  if (!lookAgain(register, letter, campaign, cases, now)) {
    const reasons = new Set(casesOfLetter(register, letter.id).map(row => row.droppedBecause ?? ''));
    return { letterId: letter.id, outcome: 'cancelled', detail: [...reasons].filter(Boolean).join('; ') };
  }
  const mail = await frozenMail(register, letterById(register, letter.id)!, campaign, cases, settings, now);
  if ('outcome' in mail) return mail;
  if (!claim(register, letter, campaign, now)) {
    return {
      letterId: letter.id,
      outcome: 'waiting',
      detail: 'Noe skjedde med saken i siste liten; brevet ses på igjen.',
    };
  }
  const result = await transport.send(mail);
  if (!result.sent) {
    const to = result.temporary ? 'retry' : 'rejected';
    const nextTryAt = addSeconds(now, retryAfter(letter.attempt));
    const settle = register.transaction(() => {
      moveLetter(register, letter.id, 'claimed', to, { response: result.why, nextTryAt });
      if (to === 'retry') moveLetter(register, letter.id, 'retry', 'rendered');
      else markCases(register, letter.id, 'rejected');
    });
    settle.immediate();
    return { letterId: letter.id, outcome: to, detail: result.why };
  }
  markSent(register, letter, cases, result.response, now);
  return { letterId: letter.id, outcome: 'sent', detail: result.file ?? result.response };
}

/** The claim looks at every case in its own transaction: an answer read while the letter was written stops it. */
function claim(register: Register, letter: Letter, campaign: RegisteredCampaign, now: Instant): boolean {
  const take = register.transaction(() => {
    const cases = casesWithStanding(register, campaign.id);
    const rows = casesOfLetter(register, letter.id).filter(row => row.state === 'owed');
    const stopped = rows.some(row => whyNow(register, letter, row, campaign, cases, now) !== null);
    return !stopped && moveLetter(register, letter.id, 'rendered', 'claimed', { claimedAt: now });
  });
  return take.immediate();
}

function whyNow(
  register: Register,
  letter: Letter,
  row: LetterCase,
  campaign: RegisteredCampaign,
  cases: readonly CaseNow[],
  now: Instant,
): string | null {
  const one = cases.find(found => found.one.id === row.caseId);
  return whyNotLeave(register, letter, row.occasion, campaign, one, now);
}

/** Cases that have closed since the letter was planned leave it; a letter without cases is cancelled. False: nothing is left. */
function lookAgain(
  register: Register,
  letter: Letter,
  campaign: RegisteredCampaign,
  cases: readonly CaseNow[],
  now: Instant,
): boolean {
  const look = register.transaction(() => {
    const rows = casesOfLetter(register, letter.id).filter(row => row.state === 'owed');
    let left = rows.length;
    for (const row of rows) {
      const why = whyNow(register, letter, row, campaign, cases, now);
      if (why === null) continue;
      dropCase(register, letter.id, row.caseId, why);
      left -= 1;
    }
    if (left < rows.length && letter.state === 'rendered') moveLetter(register, letter.id, 'rendered', 'planned');
    if (left === 0)
      moveLetter(register, letter.id, letterById(register, letter.id)!.state, 'cancelled', { doneAt: now });
    return left > 0;
  });
  return look.immediate();
}

/** The letter's bytes: those frozen earlier, or written now and frozen. */
async function frozenMail(
  register: Register,
  letter: Letter,
  campaign: RegisteredCampaign,
  cases: readonly CaseNow[],
  settings: DeliverySettings,
  now: Instant,
): Promise<OutgoingMail | Delivery> {
  const label = labelOf(register, letter, cases);
  if (letter.state === 'rendered') {
    const { bytes } = storedMessage(register, letter.messageId!)!;
    const { envelope, mailMessageId } = letter;
    return { messageId: mailMessageId!, kind: letter.kind, label, datedAt: now, envelope: envelope!, bytes, html: '' };
  }
  const drafted = draft(register, letter, campaign, cases, settings, now);
  if ('outcome' in drafted) return drafted;
  const { facts, envelope } = drafted;
  const written = writeLetter(facts);
  const { bytes } = await composeMail(facts, written, campaignFiles(register, campaign.id), {
    loopId: settings.loopId,
    envelope,
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const from = campaign.sender.address;
  const freeze = register.transaction(() => {
    const messageId = addOutgoing(
      register,
      { bytes, sha256, messageId: facts.messageId, from, subject: written.subject },
      now,
    );
    freezeLetter(register, letter.id, {
      mailMessageId: facts.messageId,
      messageId,
      envelope: { from, to: envelope.recipients },
      subject: written.subject,
      text: written.text,
      quotable: written.quotable,
    });
  });
  freeze.immediate();
  const out = { from, to: envelope.recipients };
  return {
    messageId: facts.messageId,
    kind: letter.kind,
    label,
    datedAt: now,
    envelope: out,
    bytes,
    html: written.html,
  };
}

/** The letter's facts and who may get it. A case that no address of is accepted leaves a collective letter; the rest get it. */
function draft(
  register: Register,
  letter: Letter,
  campaign: RegisteredCampaign,
  cases: readonly CaseNow[],
  settings: DeliverySettings,
  now: Instant,
): { facts: LetterFacts; envelope: Envelope } | Delivery {
  let facts: LetterFacts;
  try {
    facts = letterFactsOf(register, letter, campaign, cases, settings, now);
  } catch (error) {
    if (!(error instanceof UnfilledFields)) throw error;
    return { letterId: letter.id, outcome: 'waiting', detail: error.because.join(' ') };
  }
  const envelope = envelopeFor(facts, settings);
  const refused = new Map(envelope.refused.map(one => [one.address, one.why]));
  if (envelope.recipients.length === 0) {
    const why =
      [...refused].map(([address, because]) => `${address}: ${because}`).join(' ') ||
      'Kommunen har ingen adresse i registeret.';
    return { letterId: letter.id, outcome: 'waiting', detail: why };
  }
  if (envelope.recipients.length > MOST_RECIPIENTS) {
    const detail = `Et fellesbrev kan ha høyst ${MOST_RECIPIENTS} mottakere; dette har ${envelope.recipients.length}. Bestill runden som enkeltbrev.`;
    return { letterId: letter.id, outcome: 'waiting', detail };
  }
  const owed = casesOfLetter(register, letter.id).filter(row => row.state === 'owed');
  const unreachable = owed.filter(({ caseId }) => {
    const { municipalityId } = cases.find(({ one }) => one.id === caseId)!.one;
    const contacts = contactsWrittenTo(register, municipalityId, letter.roles, osloDate(now));
    return contacts.every(contact => refused.has(contact.address));
  });
  if (unreachable.length === 0) return { facts, envelope };
  for (const { caseId } of unreachable) dropCase(register, letter.id, caseId, 'ingen av adressene kan brukes');
  return draft(register, letter, campaign, cases, settings, now);
}

function markSent(register: Register, letter: Letter, cases: readonly CaseNow[], response: string, now: Instant): void {
  const mark = register.transaction(() => {
    moveLetter(register, letter.id, 'claimed', 'sent', { doneAt: now, response });
    for (const row of casesOfLetter(register, letter.id).filter(one => one.state === 'owed')) {
      const municipalityId = cases.find(({ one }) => one.id === row.caseId)!.one.municipalityId;
      const contacts = contactsWrittenTo(register, municipalityId, letter.roles, osloDate(now));
      writeJournal(
        register,
        row.caseId,
        {
          event: 'letter-sent',
          letter: letter.kind,
          occasion: row.occasion,
          addresses: contacts.map(one => one.address),
          byHand: false,
        },
        { at: now, actor: ROBOT, letterId: letter.id, mode: letter.mode },
      );
    }
    markCases(register, letter.id, 'sent');
  });
  mark.immediate();
}

function labelOf(register: Register, letter: Letter, cases: readonly CaseNow[]): string {
  if (letter.collective) return 'fellesbrev';
  const [row] = casesOfLetter(register, letter.id).filter(one => one.state === 'owed');
  return cases.find(({ one }) => one.id === row?.caseId)?.municipality.name ?? 'brev';
}
