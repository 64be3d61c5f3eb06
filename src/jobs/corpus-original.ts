import { createHash } from 'node:crypto';
import { readMessage } from '../mail-in/read-message.ts';
import { campaignById, type RegisteredCampaign } from '../register/campaigns.ts';
import { contactsOn } from '../register/contacts.ts';
import { messageBySha, storedMessage } from '../register/messages.ts';
import type { Register } from '../register/open-register.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import type { Known } from '../rules/replies/known.ts';
import type { Message } from '../rules/replies/message.ts';
import type { Reading } from '../rules/replies/reading.ts';
import { understandReply } from '../rules/replies/understand-reply.ts';
import { writtenAt } from '../rules/replies/written-at.ts';
import type { Refused } from './act.ts';
import { type CorpusFolder, inventedContact } from './corpus-folder.ts';
import { campaignOfMessage } from './corpus-gold.ts';
import type { AddresseesNow } from './known-addressees.ts';
import { knownAtArrival } from './known-at-arrival.ts';
import { NOTHING_KNOWN, readAddressees, readCampaigns } from './read-known.ts';

/** A stored message by its number, or a mail from a file. */
export type CorpusSource = { messageId: number } | { bytes: Uint8Array };

/** The real mail that a corpus case is made of. */
export interface Original {
  /** Null for a mail that is in no register. */
  messageId: number | null;
  bytes: Uint8Array;
  message: Message;
  known: Known;
  addressees: AddresseesNow | null;
  reading: Reading;
  at: Instant;
}

/** Finds the mail and reads it with today's reader, as when it came. */
export async function originalOf(
  register: Register | null,
  source: CorpusSource,
  folder: CorpusFolder,
): Promise<Original | Refused> {
  const messageId =
    'messageId' in source
      ? source.messageId
      : register === null
        ? null
        : messageBySha(register, createHash('sha256').update(source.bytes).digest('hex'));
  if (messageId !== null && register !== null) {
    const stored = storedMessage(register, messageId);
    if (stored === null)
      return {
        refused: `Det finnes ingen melding ${messageId}. Se numrene med «purrebot show KOMMUNE» eller «purrebot review».`,
      };
    const read = await readMessage(stored.bytes);
    const message = { ...read, sentOn: writtenAt(read.sentOn, stored.arrivedAt) };
    const { known, addressees } = knownAtArrival(register).of(message, stored.arrivedAt);
    return {
      messageId,
      bytes: stored.bytes,
      message,
      known,
      addressees,
      reading: understandReply(message, known),
      at: stored.arrivedAt,
    };
  }
  if (!('bytes' in source)) return { refused: 'Det trengs et register for å finne en melding etter nummer.' };
  const message = await readMessage(source.bytes);
  const known = knownOfFolder(folder, true);
  return {
    messageId: null,
    bytes: source.bytes,
    message,
    known,
    addressees: null,
    reading: understandReply(message, known),
    at: message.sentOn ?? '',
  };
}

/** What the folder says of addressees and requests; a real mail comes from the real domain of an invented address. */
export function knownOfFolder({ register, campaigns }: CorpusFolder, withReal = false): Known {
  if (register === '' || campaigns === '') return NOTHING_KNOWN;
  const real = (domain: string) => domain.replace(/\.example$/, '.no');
  const addressees = readAddressees(register).map(one => ({
    ...one,
    domains: withReal ? [...one.domains, ...one.domains.map(real)] : one.domains,
  }));
  return { addressees, campaigns: readCampaigns(campaigns) };
}

export function nameOfCase({ addressees }: Original): (caseId: number) => string {
  return caseId => addressees?.addressees.find(one => one.cases.some(({ id }) => id === caseId))?.name ?? '';
}

export function campaignFor(register: Register | null, { messageId, reading }: Original): RegisteredCampaign | null {
  if (register === null) return null;
  const id = reading.campaign ?? (messageId === null ? null : campaignOfMessage(register, messageId));
  return id === null ? null : campaignById(register, id);
}

/** Everybody that the register knows of the message's municipalities, and the one whose letter it answers. */
export function peopleOf(
  register: Register | null,
  { message, addressees, reading, at }: Original,
  campaign: RegisteredCampaign | null,
): { name: string; as?: string }[] {
  const sender = message.from === null ? [] : [{ name: message.from.name }];
  if (register === null || addressees === null) return sender;
  const domain = message.from?.address.split('@').at(1) ?? '';
  const concerned = addressees.addressees.filter(
    one => reading.municipalities.includes(one.name) || one.domains.includes(domain),
  );
  const contacts = concerned.flatMap(({ municipalityId, number }) =>
    contactsOn(register, municipalityId, osloDate(at))
      .filter(one => one.role !== 'postmottak')
      .map((one, i) => (i === 0 ? { name: one.name, as: inventedContact(number) } : { name: one.name })),
  );
  return [...contacts, ...(campaign === null ? [] : [{ name: campaign.sender.name }]), ...sender];
}

/** Every text of a mail and of those that hang on it. */
export function textsOf({ from, to, cc, subject, text, htmlText, attachments, attachedMessages }: Message): string[] {
  const people = [from, ...to, ...cc].flatMap(one => (one === null ? [] : [`${one.name} <${one.address}>`]));
  return [
    ...people,
    subject,
    text ?? '',
    htmlText ?? '',
    ...attachments.map(one => one.text ?? ''),
    ...attachedMessages.flatMap(textsOf),
  ];
}
