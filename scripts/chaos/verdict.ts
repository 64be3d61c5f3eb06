import type { Register } from '../../src/register/open-register.ts';
import type { ChaosWorld } from './chaos-world.ts';

/** What became of everything in one world, counted against the sink's own ledger and the mailbox. */
export interface Verdict {
  intents: number;
  duplicates: number;
  lost: number;
  falseSent: number;
  uncertain: number;
  uncertainResolved: number;
  /** Letters in doubt that the server did take, and that their copy has not settled. */
  uncertainStuck: number;
  inboundLost: number;
  inboundTwice: number;
  /** Of which the program died twice (it was killed twice while it read them): shown to a person, and no letter goes out. */
  inboundSetAside: number;
  remindedAfterAnswer: number;
  integrity: string;
}

const OPEN = new Set(['planned', 'rendered', 'claimed', 'eod', 'retry', 'uncertain']);

interface LetterRow {
  id: number;
  state: string;
  mailId: string | null;
  caseId: number;
  claimedAt: string | null;
  response: string | null;
}

/** @param everUncertain ids of the letters that stood in doubt at some time */
export function verdictOf(world: ChaosWorld, everUncertain: ReadonlySet<number>): Verdict {
  const { register, sink } = world;
  const letters = register
    .prepare(
      `SELECT l.id, l.state, mail_message_id AS mailId, case_id AS caseId, claimed_at AS claimedAt, response
       FROM letter l JOIN letter_case c ON c.letter_id = l.id`,
    )
    .all() as LetterRow[];
  const times = new Map<string, number>();
  for (const { messageId } of sink.taken) times.set(messageId, (times.get(messageId) ?? 0) + 1);
  const wasTaken = ({ mailId }: LetterRow) => mailId !== null && times.has(mailId);
  const answered = new Map([...world.delivered.values()].map(one => [one.caseId, one.at]));
  const closed = (letter: LetterRow) => letter.state === 'cancelled' && answered.has(letter.caseId);
  return {
    intents: letters.length,
    duplicates: [...times.values()].filter(count => count > 1).length,
    lost: letters.filter(one => !wasTaken(one) && !OPEN.has(one.state) && !closed(one)).length,
    falseSent: letters.filter(one => one.state === 'sent' && !wasTaken(one)).length,
    uncertain: everUncertain.size,
    uncertainResolved: letters.filter(one => everUncertain.has(one.id) && one.state === 'sent').length,
    uncertainStuck: letters.filter(one => (one.state === 'uncertain' || one.state === 'eod') && wasTaken(one)).length,
    ...inbound(world),
    remindedAfterAnswer: letters.filter(one => wasTaken(one) && isTooLate(world, one, answered.get(one.caseId))).length,
    integrity: register.pragma('integrity_check', { simple: true }) as string,
  };
}

/** Stricter than the minute that is promised: what lay in the mailbox when the process began, it has read before it sends. */
function isTooLate({ starts }: ChaosWorld, { claimedAt }: LetterRow, answeredAt: string | undefined): boolean {
  if (claimedAt === null || answeredAt === undefined) return false;
  // The claim is noted in whole seconds: only a process that began before that second has certainly looked before it.
  const began = starts.findLast(at => Date.parse(at) <= Date.parse(claimedAt)) ?? '';
  const minuteBefore = new Date(Date.parse(claimedAt) - 60_000).toISOString();
  return answeredAt < began || answeredAt < minuteBefore;
}

function inbound({
  register,
  delivered,
}: ChaosWorld): Pick<Verdict, 'inboundLost' | 'inboundTwice' | 'inboundSetAside'> {
  const counts = register
    .prepare(
      `SELECT m.mail_message_id AS mailId, count(DISTINCT m.id) AS messages,
         (SELECT count(*) FROM journal j WHERE j.message_id = min(m.id) AND j.event = 'answered') AS effects,
         max(m.state = 'quarantined' AND EXISTS (
           SELECT 1 FROM journal j WHERE j.message_id = m.id AND j.event = 'review-raised')) AS setAside
       FROM message m WHERE m.direction = 'in' AND m.state IN ('read', 'quarantined') GROUP BY m.mail_message_id`,
    )
    .all() as { mailId: string; messages: number; effects: number; setAside: number }[];
  const byId = new Map(counts.map(one => [one.mailId, one]));
  for (const id of givenUpUnread(register)) byId.set(id, { mailId: id, messages: 1, effects: 0, setAside: 1 });
  const all = [...delivered.keys()].map(id => byId.get(id));
  return {
    inboundLost: all.filter(one => one === undefined || (one.effects === 0 && one.setAside === 0)).length,
    inboundSetAside: all.filter(one => one?.setAside === 1).length,
    inboundTwice: all.filter(one => one !== undefined && (one.messages > 1 || one.effects > 1)).length,
  };
}

/** Mails of which not even the headers were read any more: the register does not know their ids. */
function givenUpUnread(register: Register): string[] {
  const all = register
    .prepare(
      `SELECT bytes FROM message_bytes b JOIN message m ON m.id = b.message_id
       WHERE m.state = 'quarantined' AND m.mail_message_id IS NULL`,
    )
    .pluck()
    .all() as Buffer[];
  return all.flatMap(bytes => /^Message-ID: (\S+)/im.exec(bytes.toString('latin1'))?.[1] ?? []);
}

/** Of several worlds, or several runs. */
export function sum(verdicts: readonly Verdict[]): Verdict {
  const total = { ...verdicts[0]! };
  for (const one of verdicts.slice(1)) {
    for (const [key, value] of Object.entries(one) as [keyof Verdict, number | string][])
      if (typeof value === 'number') (total[key] as number) += value;
    if (one.integrity !== 'ok') total.integrity = one.integrity;
  }
  return total;
}
