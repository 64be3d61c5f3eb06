import { caseById } from '../register/cases.ts';
import { takeBackContact } from '../register/contacts.ts';
import {
  journalOfCase,
  lastUndoable,
  linesOfSameAct,
  personsLinesOfMessage,
  sameActOnAllCases,
  writeCampaignJournal,
  writeJournal,
} from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import { addDays } from '../rules/calendar/add-days.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import { shortDate } from '../rules/calendar/written-date.ts';
import type { Role } from '../rules/campaign/campaign.ts';
import type { JournalEntry } from '../rules/standing/journal-entry.ts';
import { effective } from '../rules/standing/standing.ts';
import { type Act, byPerson, inOneAct, type Refused } from './act.ts';

export interface Undone {
  /** The lines that no longer count, oldest first. */
  lines: { caseId: number | null; entry: JournalEntry }[];
  /** A letter that left after the act that was undone: that one stands. */
  letterSince: JournalEntry | null;
}

/**
 * Undoes the last act on a case. The journal is never changed: «undone» lines are added. An undoing cannot itself be
 * undone, the act is done again instead.
 */
export function undoLastAct(register: Register, caseId: number, act: Act): Undone | Refused {
  return inOneAct(register, () => {
    const journal = journalOfCase(register, caseId);
    const letter = effective(journal).findLast(one => one.event === 'letter-sent') ?? null;
    const last = lastUndoable(register, caseId);
    if (last === null) return { refused: whyNothing(letter) };
    const lines = linesOfAct(register, caseId, last);
    for (const line of lines) undo(register, line, act);
    // The robot read it wrongly, but they have written: the message waits for a person, and no reminder crosses it.
    if (last.event === 'answered' && last.actorKind === 'robot' && last.messageId !== null) {
      const reasons = ['Roboten tok dette for et svar; det er angret.'];
      const event = { event: 'review-raised' as const, reasons, suggestion: last.answer, senderKnown: false };
      writeJournal(register, caseId, event, { ...byPerson(act), messageId: last.messageId });
    }
    if (last.event === 'contact-set') restoreContact(register, caseId, last);
    return { lines, letterSince: letter !== null && letter.id > last.id ? letter : null };
  });
}

/** Undoes what a person made of a message, on every case: it waits for settling again. */
export function undoSettling(register: Register, messageId: number, act: Act): Undone | Refused {
  return inOneAct(register, () => {
    const all = personsLinesOfMessage(register, messageId);
    const settled = all.find(one => one.entry.event === 'review-settled');
    if (settled === undefined) {
      return { refused: `Melding ${messageId} er ikke avklart av noen. Se «purrebot review».` };
    }
    const { at, actor } = settled.entry;
    const lines = all.filter(one => one.entry.at === at && one.entry.actor === actor).reverse();
    for (const line of lines) undo(register, line, act, settled.campaignId);
    return { lines, letterSince: null };
  });
}

/** A person's settling wrote several lines about one message; every other act wrote one, a new address one on each case. */
function linesOfAct(register: Register, caseId: number, last: JournalEntry): Undone['lines'] {
  if (last.event === 'contact-set') {
    return sameActOnAllCases(register, last).filter(
      ({ entry }) => entry.event === 'contact-set' && entry.role === last.role && entry.address === last.address,
    );
  }
  if (last.messageId === null) return [{ caseId, entry: last }];
  const standing = new Set(effective(journalOfCase(register, caseId)).map(one => one.id));
  const own = linesOfSameAct(register, caseId, last).filter(entry => standing.has(entry.id));
  // A message that was raised for nobody known waits again.
  const ofNoCase = personsLinesOfMessage(register, last.messageId).filter(
    line => line.caseId === null && line.entry.at === last.at && line.entry.actor === last.actor,
  );
  return [...own.map(entry => ({ caseId, entry })), ...ofNoCase];
}

function undo(
  register: Register,
  { caseId, entry }: { caseId: number | null; entry: JournalEntry },
  act: Act,
  campaignId: string | null = null,
): void {
  const event = { event: 'undone', entry: entry.id } as const;
  const context = { ...byPerson(act), messageId: entry.messageId };
  if (caseId === null) writeCampaignJournal(register, campaignId, event, context);
  else writeJournal(register, caseId, event, context);
}

function restoreContact(register: Register, caseId: number, entry: JournalEntry & { event: 'contact-set' }): void {
  const { municipalityId } = caseById(register, caseId)!;
  const day = osloDate(entry.at);
  takeBackContact(
    register,
    { municipalityId, role: entry.role as Role, address: entry.address },
    day,
    addDays(day, -1),
  );
}

function whyNothing(letter: JournalEntry | null): string {
  if (letter === null) return 'Det er ingenting å angre på saken. Skal den ut, bruk «purrebot campaign withdraw».';
  return `Det siste som skjedde på saken, er et brev som er sendt ${shortDate(osloDate(letter.at))}. Et sendt brev kan ikke angres; ta kontakt med kommunen i stedet.`;
}
