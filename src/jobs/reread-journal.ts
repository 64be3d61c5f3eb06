import { campaignById } from '../register/campaigns.ts';
import { caseById } from '../register/cases.ts';
import { lastLetterOfCampaign, type PlacedLine } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import type { Message } from '../rules/replies/message.ts';
import type { Reading } from '../rules/replies/reading.ts';
import { type Following, followRereading } from '../rules/standing/follow-rereading.ts';
import type { CaseEvent } from '../rules/standing/journal-entry.ts';
import { isBraked } from '../rules/standing/sender-brake.ts';
import { effective, placeOf } from '../rules/standing/standing.ts';
import { type Effect, effectsOfReading, type Provenance } from './effects-of-reading.ts';
import type { JournalBook } from './journal-book.ts';
import type { AddresseesNow } from './known-addressees.ts';
import { READER_VERSION } from './read-stored-mail.ts';

/** A mail with both its readings. */
export interface MailReadAgain {
  messageId: number;
  /** Its sender and the names of its papers are enough. */
  message: Message;
  arrivedAt: Instant;
  before: Reading;
  after: Reading;
  provenance: Provenance;
}

/** What became of a mail on one case, or (null) on none. */
export interface FollowedLine {
  caseId: number | null;
  /** `closed`: the campaign is over, its journal stays as it was. */
  following: Following | { what: 'closed' };
  /** What today's reading says there; null = nothing any more. */
  says: CaseEvent | null;
}

/** Lets the journals follow a mail that was read again, where they may. Inside the caller's transaction, if the book is the register's. */
export function followMail(
  register: Register,
  book: JournalBook,
  mail: MailReadAgain,
  addressees: AddresseesNow,
  now: Instant,
): FollowedLine[] {
  const { messageId, message, arrivedAt, after, provenance } = mail;
  const lines = book.ofMessage(messageId);
  // Whatever it says, it came with too many others: a person looks at it.
  if (lines.some(({ entry }) => isBraked(entry))) return [];
  const place = Math.min(...lines.map(({ entry }) => placeOf(entry)));
  const before = (caseId: number) => book.ofCase(caseId).filter(entry => placeOf(entry) < place);
  const effects = effectsOfReading(register, message, after, provenance, addressees, arrivedAt, before);
  const concerned = new Set([...robotsOwn(lines), ...effects].map(one => one.caseId));
  return [...concerned].map(caseId => {
    const effect = effects.find(one => one.caseId === caseId);
    const says = (effect?.event ?? null) as CaseEvent | null;
    const following = followOn(register, book, lines, { ...mail, caseId, place, says });
    if (following.what === 'follows' || following.what === 'review') {
      const campaignId = campaignOf(lines, effect);
      write(book, mail, { caseId, campaignId, place }, following, now);
    }
    return { caseId, following, says };
  });
}

function followOn(
  register: Register,
  book: JournalBook,
  lines: readonly PlacedLine[],
  {
    messageId,
    arrivedAt,
    caseId,
    place,
    says,
  }: MailReadAgain & { caseId: number | null; place: number; says: CaseEvent | null },
): FollowedLine['following'] {
  const campaign = caseId === null ? null : campaignById(register, caseById(register, caseId)!.campaignId)!;
  const journal =
    caseId === null ? lines.filter(one => one.caseId === null).map(one => one.entry) : book.ofCase(caseId);
  const lastLetterAt = campaign === null ? null : lastLetterOfCampaign(register, campaign.id);
  const following = followRereading({ journal, messageId, arrivedAt, place, says, lastLetterAt });
  return campaign !== null && campaign.state !== 'running' && following.what !== 'same'
    ? { what: 'closed' }
    : following;
}

function write(
  book: JournalBook,
  { messageId, arrivedAt }: MailReadAgain,
  { caseId, campaignId, place }: { caseId: number | null; campaignId: string | null; place: number },
  following: Following & { what: 'follows' | 'review' },
  now: Instant,
): void {
  const line = { caseId, campaignId, messageId };
  const reread = { reader: READER_VERSION, on: now };
  for (const entry of following.undo) {
    // At the mail's own time and place: «as of» a day shows how it was, as we know it now.
    book.write({ ...line, at: arrivedAt, event: { event: 'undone', entry, reread, ...placed(place) } });
  }
  if (following.write === null) return;
  if (following.what === 'follows')
    book.write({ ...line, at: arrivedAt, event: { ...following.write, ...placed(place) } });
  // Raised today, about a mail of then.
  else book.write({ ...line, at: now, event: following.write });
}

/** A mail that stands in no journal yet comes last. */
function placed(place: number): { place?: number } {
  return Number.isFinite(place) ? { place } : {};
}

/** Lines of the robot's that still count. */
function robotsOwn(lines: readonly PlacedLine[]): PlacedLine[] {
  return lines.filter(({ caseId, entry }) => {
    const there = lines.filter(one => one.caseId === caseId).map(one => one.entry);
    return entry.actorKind === 'robot' && effective(there).includes(entry);
  });
}

function campaignOf(lines: readonly PlacedLine[], effect: Effect | undefined): string | null {
  if (effect?.caseId === null) return effect.campaignId;
  return lines.find(one => one.caseId === null)?.campaignId ?? null;
}
