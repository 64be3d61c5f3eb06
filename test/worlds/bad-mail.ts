import Database from 'better-sqlite3';
import { casesWithStanding } from '../../src/jobs/gather-cases.ts';
import type { ReadResult } from '../../src/jobs/read-stored-mail.ts';
import { countMessages, readingOf, storedMessage } from '../../src/register/messages.ts';
import type { Register } from '../../src/register/open-register.ts';
import type { Reading } from '../../src/rules/replies/reading.ts';
import type { Standing } from '../../src/rules/standing/standing.ts';
import { storyCampaign } from './campaign.ts';
import { inbox } from './inbox.ts';
import { at } from './journal.ts';

/**
 * What a mail did to the register: an answer's conclusion when it was registered, a delivery event, `review` when a person
 * must settle it, `set aside` when it was not read besides, `linked` to an earlier mail, or `nothing`.
 */
export type Effect = string;

export interface TakenIn {
  effect: Effect;
  /** Why a person must look, all sentences in one. */
  why: string;
  reading: Reading;
  result: ReadResult;
  register: Register;
  hitra: Standing;
  malvik: Standing;
}

let story: Buffer | null = null;

/** The campaign of 2013 under way with Hitra and Malvik; made once a file of tests, and copied. */
export function badMailRegister(): Register {
  if (story === null) {
    const { register } = storyCampaign(at('2013-11-28', '09:37'), { only: ['Hitra', 'Malvik'] });
    story = register.serialize();
    register.close();
  }
  const register = new Database(story);
  register.pragma('foreign_keys = ON');
  return register;
}

/**
 * Mails go the way of all mail, through the intake job into a register; tells what became of the last one. Whatever they
 * are, their bytes are kept as they were and none is left unread.
 */
export async function takenIn(...mails: (string | Uint8Array)[]): Promise<TakenIn> {
  const register = badMailRegister();
  const results = await inbox(register, at('2013-12-09', '10:00')).receive(...mails);
  const result = results.at(-1)!;
  const { stored, unread } = countMessages(register);
  const kept = storedMessage(register, result.messageId)!.bytes;
  if (stored !== mails.length || unread > 0 || Buffer.compare(kept, Buffer.from(mails.at(-1)!)) !== 0)
    throw new Error(`expected ${mails.length} mails kept as they were, found ${stored}, of them ${unread} unread`);
  const lines = journalOf(register, result.messageId);
  const standing = (name: string) =>
    casesWithStanding(register, '2013-samhandling').find(one => one.municipality.name === name)!.standing;
  return {
    effect: effectOf(result, lines),
    why: lines.flatMap(({ data }) => (data.reasons as string[] | undefined) ?? []).join(' '),
    reading: readingOf(register, result.messageId)!,
    result,
    register,
    hitra: standing('Hitra'),
    malvik: standing('Malvik'),
  };
}

interface Line {
  event: string;
  case: number | null;
  data: Record<string, unknown>;
}

function journalOf(register: Register, messageId: number): Line[] {
  const rows = register
    .prepare('SELECT event, case_id AS "case", data FROM journal WHERE message_id = ? ORDER BY id')
    .all(messageId) as { event: string; case: number | null; data: string }[];
  return rows.map(row => ({ ...row, data: JSON.parse(row.data) as Line['data'] }));
}

function effectOf(result: ReadResult, lines: readonly Line[]): Effect {
  if (result.outcome === 'duplicate') return 'linked';
  const reviewed = lines.some(({ event }) => event === 'review-raised');
  if (result.outcome === 'quarantined') return reviewed ? 'set aside' : 'set aside without a word';
  if (reviewed) return 'review';
  const [line] = lines.filter(one => one.case !== null);
  if (line === undefined) return 'nothing';
  const answer = line.data.answer as { conclusion: string } | undefined;
  return line.event === 'answered' && answer !== undefined ? answer.conclusion : line.event;
}
