import { createHash } from 'node:crypto';
import type { Mailbox, MailItem } from '../mail-in/mailbox.ts';
import { readMessage } from '../mail-in/read-message.ts';
import { allCampaigns, campaignById, type RegisteredCampaign } from '../register/campaigns.ts';
import { caseById, caseOf, casesOf } from '../register/cases.ts';
import { casesOfMessage, journalOfCase, writeJournal } from '../register/journal.ts';
import { itemIsKnown, mailboxPosition, notePassedItem, notePosition } from '../register/mailbox-items.ts';
import { addOutgoing, incomingByMailId, messageHeader } from '../register/messages.ts';
import type { Register } from '../register/open-register.ts';
import { letterByMailId } from '../register/outbox.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import { isMarkedAutomatic } from '../rules/replies/automatic.ts';
import type { Message } from '../rules/replies/message.ts';
import { standingOf } from '../rules/standing/standing.ts';
import { keepSentLetter, kindOfSent } from './keep-sent-letter.ts';
import { type AddressedMunicipality, addressedIn } from './recognise-municipalities.ts';
import { isOurLetter } from './repeated-mail.ts';
import { readSentLetters, type SentLetter } from './sent-letters.ts';
import { takeWitness } from './take-witness.ts';

/**
 * Looks for what the adviser wrote by hand: a letter to municipalities that owe an answer counts as a letter of the
 * campaign, a reply to a question of theirs gives the ball back. Only what concerns a case is kept: the rest of her Sent
 * folder is nobody's business. Our own letters lie there too and are passed over.
 * @returns how many of her mails concerned a case
 */
export async function noticeSentMail(
  { register, mailbox }: { register: Register; mailbox: Mailbox },
  now: () => Instant,
): Promise<number> {
  let noticed = 0;
  const position = mailboxPosition(register, mailbox.name)?.position ?? null;
  const isKnown = (item: string) => itemIsKnown(register, mailbox.name, item);
  for await (const mail of mailbox.mailsAfter(position, isKnown, firstCaseOf(register) ?? now())) {
    if ('passedTo' in mail) {
      notePosition(register, mailbox.name, mail.passedTo);
      continue;
    }
    const message = await readMessage(mail.content.bytes);
    const letter =
      isOurs(register, message) || isNoLetter(message) ? null : await letterOf(mail.item, mail.content.bytes);
    const pass = register.transaction(() => {
      if (isOurLetter(register, message)) {
        takeWitness(register, storeCopy(register, message, mail), message, mail.arrivedAt);
      }
      const concerned = letter !== null && noteLetter(register, letter, now());
      notePassedItem(register, mailbox.name, mail.item, mail.position);
      return concerned;
    });
    if (pass.immediate()) noticed += 1;
  }
  return noticed;
}

/** Nothing that she wrote before the first running campaign began concerns it: years of sent mail are not fetched. */
export function firstCaseOf(register: Register): Instant | null {
  const opened = allCampaigns(register)
    .filter(one => one.state === 'running')
    .flatMap(one => casesOf(register, one.id).at(0)?.openedAt ?? []);
  return opened.sort().at(0) ?? null;
}

function storeCopy(register: Register, message: Message, { content: { bytes }, arrivedAt }: MailItem): number {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const from = message.from?.address ?? '';
  return addOutgoing(
    register,
    { bytes, sha256, messageId: message.messageId!, from, subject: message.subject },
    arrivedAt,
  );
}

function isOurs(register: Register, message: Message): boolean {
  const marked = message.headers.some(header => header.name === 'x-purrebot-loop');
  return marked || (message.messageId !== null && letterByMailId(register, message.messageId) !== null);
}

/** Her absence, and a meeting that she accepts, answer for her and answer nothing. */
function isNoLetter(message: Message): boolean {
  const isBulkOrMeeting = message.headers.some(
    ({ name, value }) =>
      (name === 'precedence' && /bulk|junk|list/i.test(value)) ||
      (name === 'content-type' && /text\/calendar/i.test(value)),
  );
  return isBulkOrMeeting || isMarkedAutomatic(message);
}

async function letterOf(item: string, bytes: Uint8Array): Promise<SentLetter | null> {
  const { letters } = await readSentLetters([{ name: item, bytes }]);
  return letters[0] ?? null;
}

/** @returns whether the letter concerned a case */
function noteLetter(register: Register, letter: SentLetter, now: Instant): boolean {
  // A draft that a program filed with a date ahead is noted when its time has come, at the latest now.
  const sentAt = letter.sentAt < now ? letter.sentAt : now;
  const campaigns = campaignsOf(register, letter);
  const addressed = addressedIn(register, letter.message, letter.signed, osloDate(sentAt)).municipalities;
  const answered = answeredMail(register, letter.message);
  for (const campaign of campaigns) {
    const to = addressed.flatMap(one => {
      const found = caseOf(register, campaign.id, one.municipality.id);
      return found === null ? [] : [{ ...one, caseId: found.id }];
    });
    // An officer's own address, or a councillor's private one, need not be known to the register.
    const replied = new Set(
      answered.caseIds
        .filter(id => caseById(register, id)!.campaignId === campaign.id)
        .filter(id => answered.toItsSender || to.some(one => one.caseId === id)),
    );
    if (to.length === 0 && replied.size === 0) continue;
    const replies = [...replied].map(caseId => ({ caseId, addresses: recipientsOf(letter.message) }));
    if (replies.length > 0) noteReplies(register, letter, replies, sentAt);
    const others = to.filter(one => !replied.has(one.caseId) && owes(register, one.caseId));
    if (others.length > 0) noteReminder(register, campaign, { ...letter, sentAt }, others);
    if (replies.length > 0 || others.length > 0) return true;
  }
  return false;
}

/** By the thread, else by the campaign's own reference or title in the subject. */
function campaignsOf(register: Register, { message }: SentLetter): RegisteredCampaign[] {
  const running = allCampaigns(register).filter(one => one.state === 'running');
  const inThread = new Set([
    ...message.answers.flatMap(id => letterByMailId(register, id)?.campaignId ?? []),
    ...answeredMail(register, message).caseIds.map(id => caseById(register, id)!.campaignId),
  ]);
  const threaded = running.filter(one => inThread.has(one.id));
  if (threaded.length > 0) return threaded;
  return running.filter(
    one => message.subject.includes(one.title) || (one.reference !== '' && message.subject.includes(one.reference)),
  );
}

/** Cases of the mail that this one answers, and whether it goes to who wrote that. */
function answeredMail(register: Register, message: Message): { caseIds: number[]; toItsSender: boolean } {
  // In-Reply-To comes first; what is further back in the thread is no reply to that mail.
  const [answered] = message.answers;
  const ids = answered === undefined ? [] : incomingByMailId(register, answered);
  const to = new Set(recipientsOf(message));
  return {
    caseIds: ids.flatMap(id => casesOfMessage(register, id)),
    toItsSender: ids.some(id => to.has(messageHeader(register, id)?.from ?? '')),
  };
}

function recipientsOf({ to, cc }: Message): string[] {
  return [...to, ...cc].flatMap(one => one.address || []);
}

function owes(register: Register, caseId: number): boolean {
  return standingOf(journalOfCase(register, caseId)).outstanding;
}

type Concerned = AddressedMunicipality & { caseId: number };

interface Replied {
  caseId: number;
  addresses: string[];
}

/** Her reply to a mail of theirs: they have been written to, and a question of theirs is answered. */
function noteReplies(register: Register, letter: SentLetter, to: readonly Replied[], at: Instant): void {
  const { bytes, sha256, messageId: mailId, message } = letter;
  const mail = { bytes, sha256, messageId: mailId, from: message.from!.address, subject: message.subject };
  const messageId = addOutgoing(register, mail, at);
  const context = { at, actor: { kind: 'person', name: writerOf(message) } as const, messageId };
  // The same mail under another item (a folder that was numbered anew) says nothing new.
  const known = new Set(casesOfMessage(register, messageId));
  for (const { caseId, addresses } of to.filter(one => !known.has(one.caseId))) {
    const standing = standingOf(journalOfCase(register, caseId));
    writeJournal(register, caseId, { event: 'written-by-hand', addresses }, context);
    const asked = standing.ball === 'ours' && standing.answer === 'question';
    if (asked && (standing.answeredAt ?? '') <= at)
      writeJournal(register, caseId, { event: 'question-answered' }, context);
  }
}

/** Her own reminder is a letter of the campaign like one of ours, with its own bytes. */
function noteReminder(
  register: Register,
  campaign: RegisteredCampaign,
  letter: SentLetter,
  to: readonly Concerned[],
): void {
  const kind = kindOfSent(register, campaign, letter);
  // A request that never left live is no business of a found mail: «import-sent» takes a campaign over, when she asks.
  if (kind.kind === 'request') {
    noteReplies(register, letter, to.map(toReplied), letter.sentAt);
    return;
  }
  // What she gives some of them is not everybody's deadline; a new one is hers to set.
  const sent = { ...kind, newDeadline: null };
  const cases = to.map(({ caseId, contacts }) => ({
    caseId,
    addresses: contacts.map(one => one.address),
    roles: contacts.map(one => one.role),
  }));
  keepSentLetter(register, campaignById(register, campaign.id)!, letter, sent, cases, writerOf(letter.message));
}

function writerOf({ from }: Message): string {
  return from === null ? 'rådgiveren' : from.name || from.address;
}

function toReplied({ caseId, contacts }: Concerned): Replied {
  return { caseId, addresses: contacts.map(one => one.address) };
}
