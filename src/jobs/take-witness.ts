import { caseCode, SEAL_HEADER, type SealedLetter, unsealed } from '../mail-out/letter-seal.ts';
import { setDeadline } from '../register/campaigns.ts';
import { casesOf } from '../register/cases.ts';
import { installationKey } from '../register/installation-key.ts';
import type { Register } from '../register/open-register.ts';
import { type Letter, letterById, letterByMailId } from '../register/outbox.ts';
import { addFoundLetter, casesServed, noteWitness } from '../register/outbox-witness.ts';
import { holdSending } from '../register/sending-holds.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import type { Message } from '../rules/replies/message.ts';
import { markSent } from './settle-delivery.ts';

/** States in which our register does not know that a letter left, and its copy tells. */
const NOT_KNOWN_AS_SENT = new Set<Letter['state']>(['rendered', 'retry', 'uncertain']);

/**
 * A copy of a letter of ours has come to our own mailbox (or lies in the Sent folder): the letter left. It settles a
 * letter that was in doubt, and tells an older backup what has left since (reliability.md §4.4). A copy that the register
 * cannot place stops the sender until a person has looked.
 * @param messageId the stored copy
 * @param at when it came
 * @returns false when the mail is no letter of ours
 */
export function takeWitness(register: Register, messageId: number, message: Message, at: Instant): boolean {
  const letter = message.messageId === null ? null : letterByMailId(register, message.messageId);
  if (letter !== null) {
    noteWitness(register, letter.id, messageId, at);
    // Claimed or past its dot: it is on its way at this moment, and whoever sends it reads what was noted here.
    if (NOT_KNOWN_AS_SENT.has(letter.state)) markSent(register, letter, null, letter.eodAt ?? at);
    if (letter.state === 'cancelled' || letter.state === 'expired') holdFor(register, message, at);
    return true;
  }
  const seal = sealOf(register, message);
  if (seal === null) return false;
  const known = casesSealed(register, seal);
  if (known.length < seal.cases.length) holdFor(register, message, at);
  const served = new Set(casesServed(register, known, seal.occasion, seal.mode));
  const caseIds = known.filter(id => !served.has(id));
  if (caseIds.length === 0) return true;
  const keep = register.transaction(() => {
    const found = addFoundLetter(register, {
      ...seal,
      caseIds,
      plannedAt: at,
      dueAt: at,
      mailMessageId: message.messageId!,
      messageId,
      envelope: { from: message.from?.address ?? '', to: [...message.to, ...message.cc].map(one => one.address) },
      subject: message.subject,
      text: message.text ?? '',
    });
    // What the letter told them is in force, whoever has forgotten it.
    if (seal.newDeadline !== null) setDeadline(register, seal.campaignId, seal.newDeadline, at);
    markSent(register, letterById(register, found.id)!, null, at);
  });
  keep.immediate();
  return true;
}

/** What a letter of this installation says of itself; null when there is nothing, or nothing of ours. */
export function sealOf(register: Register, message: Message): SealedLetter | null {
  const header = message.headers.find(({ name }) => name === SEAL_HEADER.toLowerCase())?.value;
  const key = installationKey(register);
  return header === undefined || key === null || message.messageId === null ? null : unsealed(header, key);
}

/** The cases that a letter names in its seal, as far as this register knows them. */
export function casesSealed(register: Register, { campaignId, cases }: SealedLetter): number[] {
  const key = installationKey(register)!;
  return casesOf(register, campaignId)
    .filter(({ token }) => cases.includes(caseCode(token, key)))
    .map(({ id }) => id);
}

function holdFor(register: Register, message: Message, at: Instant): void {
  const because = `Brevet «${message.subject}» har gått, men registeret sier noe annet. Er en eldre sikkerhetskopi hentet tilbake? Se på saken før noe sendes.`;
  holdSending(register, { reason: 'unknown-letter', since: at, by: null, because });
}
