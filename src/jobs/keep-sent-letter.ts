import { addRound, type RegisteredCampaign, setDeadline } from '../register/campaigns.ts';
import { writeJournal } from '../register/journal.ts';
import { addOutgoing } from '../register/messages.ts';
import type { Register } from '../register/open-register.ts';
import { casesOfLetter, freezeLetter, lettersOf, markCases, moveLetter, planLetter } from '../register/outbox.ts';
import type { Instant, IsoDate } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import { workingDaysBetween } from '../rules/calendar/working-days.ts';
import type { Role, RungLetter } from '../rules/campaign/campaign.ts';
import { occasionOfRound } from './plan-reminders.ts';
import type { SentLetter } from './sent-letters.ts';

/** What a sent letter was in its campaign. */
export interface SentKind {
  kind: 'request' | RungLetter;
  /** When its round left: letters of one day, one to each municipality, are one round. */
  at: Instant;
  deadline: IsoDate | null;
  newDeadline: IsoDate | null;
}

/** A case that a letter went to, with the addresses of it in the mail. */
export interface SentTo {
  caseId: number;
  addresses: string[];
  roles: Role[];
}

/** Fewer working days than this before the deadline, a reminder says that it is near. */
const NEAR = 4;

/**
 * What a letter was: the first day's are the request; later ones remind before the deadline that was in force, or miss
 * the answer after it, the second time for the last time.
 */
export function kindOfSent(register: Register, campaign: RegisteredCampaign, letter: SentLetter): SentKind {
  const day = osloDate(letter.sentAt);
  const before = lettersOf(register, campaign.id).filter(one => one.state === 'sent' && one.mode === 'live');
  const deadline = campaign.deadlines.filter(one => one.setAt <= letter.sentAt).at(-1)?.date ?? null;
  const sameDay = before.find(one => one.doneAt !== null && osloDate(one.doneAt) === day);
  const newDeadline = letter.deadline !== null && letter.deadline !== deadline ? letter.deadline : null;
  if (before.length === 0 || sameDay?.kind === 'request') {
    return { kind: 'request', at: letter.sentAt, deadline: deadline ?? letter.deadline, newDeadline: null };
  }
  if (sameDay !== undefined) {
    const at = campaign.rounds.find(round => round.id === sameDay.roundId)?.at ?? letter.sentAt;
    return { kind: sameDay.kind as RungLetter, at, deadline: sameDay.deadline, newDeadline: sameDay.newDeadline };
  }
  const late = before.some(one => one.kind === 'missing' || one.kind === 'last');
  const ahead = deadline !== null && day <= deadline;
  const kind = ahead ? (workingDaysBetween(day, deadline) < NEAR ? 'near' : 'friendly') : late ? 'last' : 'missing';
  return { kind, at: letter.sentAt, deadline, newDeadline };
}

/**
 * Keeps a letter as one that has left: its own bytes and Message-ID, its round, a journal line on each of its cases.
 * @returns null when all of its cases have a letter of the same round already: nothing is kept
 */
export function keepSentLetter(
  register: Register,
  campaign: RegisteredCampaign,
  letter: SentLetter,
  sent: SentKind,
  to: readonly SentTo[],
  by: string,
): number | null {
  const { sentAt } = letter;
  const roles = [...new Set(to.flatMap(one => one.roles))];
  const collective = to.length > 1;
  const { newDeadline } = sent;
  const round =
    sent.kind === 'request'
      ? null
      : { at: sent.at, letter: sent.kind, collective, roles: orPostmottak(roles), newDeadline };
  const roundId = round === null ? null : addRound(register, campaign.id, round, by, sentAt);
  if (newDeadline !== null) setDeadline(register, campaign.id, newDeadline, sentAt);
  const occasion = round === null ? 'request' : occasionOfRound(round);
  const id = planLetter(register, {
    campaignId: campaign.id,
    kind: sent.kind,
    roundId,
    deadline: sent.deadline,
    newDeadline,
    collective,
    roles: orPostmottak(roles),
    mode: 'live',
    approval: 'approved',
    approvedBy: by,
    leavesAt: null,
    plannedAt: sentAt,
    dueAt: sentAt,
    occasion,
    cases: to.map(({ caseId }) => ({ caseId, because: 'sendt for hånd' })),
  });
  if (id === null) return null;
  const from = letter.message.from!.address;
  const subject = letter.message.subject;
  const { bytes, sha256, messageId: mailMessageId } = letter;
  const messageId = addOutgoing(register, { bytes, sha256, messageId: mailMessageId, from, subject }, sentAt);
  const envelope = { from, to: [...letter.message.to, ...letter.message.cc].flatMap(one => one.address || []) };
  freezeLetter(register, id, {
    mailMessageId,
    messageId,
    envelope,
    subject,
    text: letter.text,
    quotable: letter.ownText,
  });
  moveLetter(register, id, 'rendered', 'claimed', { claimedAt: sentAt });
  moveLetter(register, id, 'claimed', 'sent', { doneAt: sentAt, response: 'sendt for hånd' });
  markCases(register, id, 'sent');
  const context = {
    at: sentAt,
    actor: { kind: 'person', name: by } as const,
    messageId,
    letterId: id,
    mode: 'live',
  } as const;
  const written = new Set(casesOfLetter(register, id).map(one => one.caseId));
  for (const { caseId, addresses } of to.filter(one => written.has(one.caseId))) {
    writeJournal(
      register,
      caseId,
      { event: 'letter-sent', letter: sent.kind, occasion, addresses, byHand: true },
      context,
    );
  }
  return id;
}

function orPostmottak(roles: Role[]): Role[] {
  return roles.length === 0 ? ['postmottak'] : roles;
}
