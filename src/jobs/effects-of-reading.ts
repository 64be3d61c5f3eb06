import { campaignById } from '../register/campaigns.ts';
import { type Case, caseById } from '../register/cases.ts';
import { allAddresses } from '../register/contacts.ts';
import { municipalitiesWithDomain, municipalityOnDate } from '../register/municipalities.ts';
import type { Register } from '../register/open-register.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import type { Message } from '../rules/replies/message.ts';
import type { Reading } from '../rules/replies/reading.ts';
import type { CaseEvent, JournalEntry } from '../rules/standing/journal-entry.ts';
import { standingOf } from '../rules/standing/standing.ts';
import { answerOf, doubted, takeReading } from '../rules/standing/take-reading.ts';
import { type SenderProof, STRANGERS_ADDRESS } from '../rules/trust/sender-proof.ts';
import { type AddresseesNow, type CasesByName, domainsOf } from './known-addressees.ts';
import { addressesWrittenTo } from './returned-letter.ts';
import { isSentFrom } from './what-is-known.ts';

/** A journal line that a reading gives: on a case, or on none when nobody can tell whom it concerns. */
export type Effect =
  | { caseId: number; event: CaseEvent }
  | { caseId: null; campaignId: string | null; event: { event: string } & Record<string, unknown> };

/** What is known of whom a message really comes from. */
export interface Provenance {
  proof: SenderProof;
  /** Of a bounce: the cases whose letter it brings back. */
  returned: ReadonlySet<number>;
}

/**
 * What a reading does to the register: one journal line a case it concerns, or one without a case. Nothing is written.
 * @param journalOf a case's journal as it was when the message came to be read
 */
export function effectsOfReading(
  register: Register,
  message: Message,
  reading: Reading,
  provenance: Provenance,
  now: AddresseesNow,
  arrivedAt: Instant,
  journalOf: (caseId: number) => readonly JournalEntry[],
): Effect[] {
  const unread = reading.kind === 'other' ? unreadPaper(message) : null;
  if (unread !== null) {
    const reasons = [`Vedlegget «${unread}» kunne ikke leses. Åpne det, og si hva det betyr.`];
    const event = { event: 'review-raised', reasons, suggestion: null, senderKnown: true } as const;
    const outstanding = casesOfSender(register, message, now, arrivedAt).filter(
      one => standingOf(journalOf(one.id)).outstanding,
    );
    if (outstanding.length > 0) return outstanding.map(one => ({ caseId: one.id, event }));
  }
  if (reading.kind === 'other' && !reading.review) return [onNoCase(reading, { event: 'other-seen' })];
  const named = concernedCases(register, reading, now.byName);
  // Nobody can say what it means, but it comes from their house: no reminder crosses it until a person has looked.
  const waits = reading.kind === 'answer' || reading.review;
  const cases = named.length > 0 || !waits ? named : casesOfSender(register, message, now, arrivedAt);
  if (cases.length === 0)
    return [onNoCase(reading, waits ? unplaced(reading, provenance.proof) : { event: `${reading.kind}-unmatched` })];
  const senderKnown = cases.some(one => isOwnDomain(register, one.municipalityId, message, arrivedAt));
  const { doubts } = provenance.proof;
  const isStranger = !senderKnown && !cases.some(one => isContact(register, one.municipalityId, message));
  // Of an answer the reading says so itself.
  const strange = isStranger && (reading.kind !== 'answer' || !reading.review) ? [STRANGERS_ADDRESS] : [];
  return cases.map(({ id }) => {
    const event =
      reading.kind === 'bounce'
        ? bounceOn(register, id, reading, provenance)
        : takeReading(reading, standingOf(journalOf(id)), senderKnown, [...doubts, ...strange], arrivedAt);
    return { caseId: id, event };
  });
}

/**
 * A bounce counts for addresses that we wrote to, when it brings back a letter that we wrote (reliability.md § 3.1, no. 26):
 * reports come from any server, mostly without a signature, and a case whose addresses all fail is not reminded any more.
 */
function bounceOn(register: Register, caseId: number, reading: Reading, { proof, returned }: Provenance): CaseEvent {
  const own = addressesWrittenTo(register, caseId);
  const recipients = reading.recipients.filter(address => own.has(address));
  if (!returned.has(caseId)) return doubted('bounce', [`${reading.recipients.join(', ')}: ${NOT_OUR_LETTER}`]);
  if (recipients.length === 0) return doubted('bounce', [`${reading.recipients.join(', ')}: ${NOT_WRITTEN_TO}`]);
  if (proof.trust === 'fail') return doubted('bounce', proof.doubts);
  return { event: 'bounced', recipients, permanent: reading.permanent === true };
}

const NOT_OUR_LETTER = 'Meldingen viser ikke til noe brev som er sendt herfra.';
const NOT_WRITTEN_TO = 'Vi har ikke skrevet til denne adressen i saken.';

function onNoCase({ campaign }: Reading, event: { event: string } & Record<string, unknown>): Effect {
  return { caseId: null, campaignId: campaign, event };
}

function unplaced(reading: Reading, { doubts }: SenderProof): { event: string } & Record<string, unknown> {
  const reasons =
    reading.reviewReasons.length > 0
      ? reading.reviewReasons
      : ['Fant ikke hvilken kommune eller henvendelse svaret gjelder.'];
  return {
    event: 'review-raised',
    reasons: [...reasons, ...doubts],
    suggestion: answerOf(reading),
    senderKnown: false,
  };
}

/** The cases of the named municipalities in the campaign it answers; without a campaign, in the only running one. */
function concernedCases(register: Register, reading: Reading, byName: CasesByName): Case[] {
  const concerned: Case[] = [];
  for (const name of reading.municipalities) {
    const cases = byName.get(name) ?? {};
    const running = Object.keys(cases).filter(id => campaignById(register, id)?.state === 'running');
    const only = reading.campaign !== null ? [reading.campaign] : running.length === 1 ? running : [];
    // A bounce without a thread may concern any campaign that wrote to that address.
    const campaigns = reading.kind === 'bounce' && only.length === 0 ? running : only;
    for (const id of campaigns) if (cases[id] !== undefined) concerned.push(caseById(register, cases[id])!);
  }
  return concerned;
}

/** A case paper without text that we can read: archive systems send «se vedlegg» and nothing more. Pictures are logos. */
function unreadPaper(message: Message): string | null {
  const papers = message.attachments.filter(
    one => /\.(pdf|docx?|odt|rtf)$/i.test(one.name) || /pdf|word|opendocument/i.test(one.contentType),
  );
  return papers.find(one => one.text === null || one.text.trim() === '')?.name ?? null;
}

/** All running cases of the municipality that the sender's own domain belongs to. */
function casesOfSender(
  register: Register,
  message: Message,
  { campaigns, addressees }: AddresseesNow,
  at: Instant,
): Case[] {
  const running = new Set(campaigns.filter(one => one.state === 'running').map(one => one.id));
  // A domain that is another's in time still has to be tried; most senders are nobody's at all.
  const likely = municipalitiesWithDomain(register, domainAndParents(message.from?.address ?? ''));
  return addressees
    .filter(one => likely.has(one.municipalityId) || isSentFrom(message, one.domains))
    .filter(one => isOwnDomain(register, one.municipalityId, message, at))
    .flatMap(one => one.cases)
    .filter(one => running.has(one.campaignId));
}

/** `post.hitra.kommune.example` → itself, `hitra.kommune.example`, `kommune.example`, `example`. */
function domainAndParents(address: string): string[] {
  const labels = (address.split('@').at(1) ?? '').split('.');
  return labels.map((_, i) => labels.slice(i).join('.'));
}

/** An address that a person has registered, wherever it lies. */
function isContact(register: Register, municipalityId: number, { from }: Message): boolean {
  return from !== null && from.address !== '' && allAddresses(register, municipalityId).includes(from.address);
}

function isOwnDomain(register: Register, municipalityId: number, message: Message, at: Instant): boolean {
  const { domains } = municipalityOnDate(register, municipalityId, osloDate(at));
  return isSentFrom(message, domainsOf(domains, allAddresses(register, municipalityId)));
}
