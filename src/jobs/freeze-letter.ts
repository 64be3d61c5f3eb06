import { createHash } from 'node:crypto';
import { composeMail } from '../mail-out/compose-mail.ts';
import { type Envelope, type EnvelopeSettings, envelopeFor } from '../mail-out/envelope-for.ts';
import { caseCode, sealed } from '../mail-out/letter-seal.ts';
import type { OutgoingMail } from '../mail-out/transport.ts';
import { writeLetter } from '../mail-out/write-letter.ts';
import { campaignFiles, type RegisteredCampaign } from '../register/campaigns.ts';
import { caseById } from '../register/cases.ts';
import { installationKey } from '../register/installation-key.ts';
import { addOutgoing, isAsStored, storedMessage } from '../register/messages.ts';
import type { Register } from '../register/open-register.ts';
import { casesOfLetter, dropCase, freezeLetter, type Letter } from '../register/outbox.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import { gapIn } from '../rules/letters/gap-in.ts';
import type { LetterFacts } from '../rules/letters/letter-facts.ts';
import type { CaseNow } from './gather-cases.ts';
import { letterFactsOf, type ReplySettings, UnfilledFields } from './letter-facts-of.ts';
import { contactsWrittenTo } from './letter-recipients.ts';

/** More addresses in one mail look like bulk mail to the receiving servers (reliability.md). */
export const MOST_RECIPIENTS = 60;

export interface LetterSettings extends EnvelopeSettings, ReplySettings {
  /** This installation's own name in the loop header. */
  loopId: string;
  /** The address that letters are from; null = the campaign's own sender. */
  fromAddress: string | null;
  /** MAIL FROM: bounces go here. */
  returnPath: string;
}

/** Why a letter waits, in Norwegian. */
export interface Waits {
  waits: string;
}

/** The letter's bytes: those frozen earlier, or written now and frozen. */
export async function frozenMail(
  register: Register,
  letter: Letter,
  campaign: RegisteredCampaign,
  cases: readonly CaseNow[],
  settings: LetterSettings,
  now: Instant,
): Promise<OutgoingMail | Waits> {
  const label = labelOf(register, letter, cases);
  if (letter.state === 'rendered') {
    if (!isAsStored(register, letter.messageId!))
      return {
        waits: `Brev ${letter.id} er ikke lenger slik det ble skrevet: registeret er skadet. Hent tilbake en sikkerhetskopi.`,
      };
    const { bytes } = storedMessage(register, letter.messageId!)!;
    const { envelope, mailMessageId } = letter;
    return { messageId: mailMessageId!, kind: letter.kind, label, datedAt: now, envelope: envelope!, bytes, html: '' };
  }
  const drafted = draft(register, letter, campaign, cases, settings, now);
  if ('waits' in drafted) return drafted;
  const { facts, envelope } = drafted;
  const written = writeLetter(facts);
  const gap = gapIn(written);
  if (gap !== null)
    return { waits: `Brev ${letter.id} har noe som ikke ble fylt ut («${gap}»). Rett teksten i henvendelsen.` };
  const fromAddress = settings.fromAddress ?? campaign.sender.address;
  const { bytes } = await composeMail(facts, written, campaignFiles(register, campaign.id), {
    loopId: settings.loopId,
    fromAddress,
    envelope,
    ...sealOf(register, letter),
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const out = { from: settings.returnPath, to: envelope.recipients, witness: envelope.witness };
  const freeze = register.transaction(() => {
    const { messageId } = facts;
    const mail = { bytes, sha256, messageId, from: fromAddress, subject: written.subject };
    freezeLetter(register, letter.id, {
      mailMessageId: messageId,
      messageId: addOutgoing(register, mail, now),
      envelope: out,
      subject: written.subject,
      text: written.text,
      quotable: written.quotable,
    });
  });
  freeze.immediate();
  const { messageId } = facts;
  return { messageId, kind: letter.kind, label, datedAt: now, envelope: out, bytes, html: written.html };
}

/** The letter's facts and who may get it. A case that no address of is accepted leaves a collective letter; the rest get it. */
function draft(
  register: Register,
  letter: Letter,
  campaign: RegisteredCampaign,
  cases: readonly CaseNow[],
  settings: LetterSettings,
  now: Instant,
): { facts: LetterFacts; envelope: Envelope } | Waits {
  let facts: LetterFacts;
  try {
    facts = letterFactsOf(register, letter, campaign, cases, settings, now);
  } catch (error) {
    if (!(error instanceof UnfilledFields)) throw error;
    return { waits: error.because.join(' ') };
  }
  const envelope = envelopeFor(facts, settings);
  const refused = new Map(envelope.refused.map(one => [one.address, one.why]));
  if (envelope.recipients.length === 0) {
    const because = [...refused].map(([address, why]) => `${address}: ${why}`).join(' ');
    return { waits: because || 'Kommunen har ingen adresse i registeret.' };
  }
  if (envelope.recipients.length > MOST_RECIPIENTS) {
    return {
      waits: `Et fellesbrev kan ha høyst ${MOST_RECIPIENTS} mottakere; dette har ${envelope.recipients.length}. Bestill runden som enkeltbrev.`,
    };
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

/** What the letter says of itself to us, should the register forget it: an older backup knows nothing of what left since. */
function sealOf(register: Register, letter: Letter): { seal?: string } {
  const key = installationKey(register);
  if (key === null) return {};
  const rows = casesOfLetter(register, letter.id).filter(row => row.state === 'owed');
  const facts = {
    campaignId: letter.campaignId,
    kind: letter.kind,
    occasion: rows[0]?.occasion ?? '',
    deadline: letter.deadline,
    newDeadline: letter.newDeadline,
    collective: letter.collective,
    roles: letter.roles,
    mode: letter.mode,
    cases: rows.map(row => caseCode(caseById(register, row.caseId)!.token, key)),
  };
  return { seal: sealed(facts, key) };
}

function labelOf(register: Register, letter: Letter, cases: readonly CaseNow[]): string {
  if (letter.collective) return 'fellesbrev';
  const [row] = casesOfLetter(register, letter.id).filter(one => one.state === 'owed');
  return cases.find(({ one }) => one.id === row?.caseId)?.municipality.name ?? 'brev';
}
