import {
  journalOfCase,
  linesOfMessage,
  type PlacedLine,
  writeCampaignJournal,
  writeJournal,
} from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import type { CaseEvent, JournalEntry } from '../rules/standing/journal-entry.ts';
import { ROBOT } from './take-effects.ts';

/** A line of the robot's about a message. */
export interface RobotsLine {
  caseId: number | null;
  campaignId: string | null;
  messageId: number;
  at: Instant;
  event: { event: string; place?: number; [value: string]: unknown };
}

/** The journals as a re-reading sees and writes them. */
export interface JournalBook {
  ofCase(caseId: number): JournalEntry[];
  ofMessage(messageId: number): PlacedLine[];
  write(line: RobotsLine): void;
}

/** The register's own; the caller opens the transaction. */
export function registersBook(register: Register): JournalBook {
  return {
    ofCase: caseId => journalOfCase(register, caseId),
    ofMessage: messageId => linesOfMessage(register, messageId),
    write({ caseId, campaignId, messageId, at, event }) {
      const context = { at, actor: ROBOT, messageId };
      if (caseId === null) writeCampaignJournal(register, campaignId, event, context);
      else writeJournal(register, caseId, event as unknown as CaseEvent, context);
    },
  };
}

/** Ids of lines that stand in no register. */
const FIRST_DRAFT = 2 ** 50;

/** A copy to try on: what is written there is seen there, and nowhere else. */
export function draftBook(register: Register): JournalBook {
  const ofCases = new Map<number, JournalEntry[]>();
  const ofMessages = new Map<number, PlacedLine[]>();
  let next = FIRST_DRAFT;
  return {
    ofCase: id => [...journalOfCase(register, id), ...(ofCases.get(id) ?? [])],
    ofMessage: id => [...linesOfMessage(register, id), ...(ofMessages.get(id) ?? [])],
    write({ caseId, campaignId, messageId, at, event }) {
      const { kind, name } = ROBOT;
      const context = { at, actorKind: kind, actor: name, messageId, letterId: null, mode: null };
      const entry = { ...event, ...context, id: next++ } as unknown as JournalEntry;
      ofMessages.set(messageId, [...(ofMessages.get(messageId) ?? []), { caseId, campaignId, entry }]);
      if (caseId !== null) ofCases.set(caseId, [...(ofCases.get(caseId) ?? []), entry]);
    },
  };
}
