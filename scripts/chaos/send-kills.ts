import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../random.ts';
import { answerOf } from './chaos-campaigns.ts';
import { type ChaosWorld, chaosWorld, ended, logged } from './chaos-world.ts';
import type { Phase } from './ledger-sink.ts';
import { sum, type Verdict, verdictOf } from './verdict.ts';

/** Of one register: as many letters as that many kills use up, and some. */
const KILLS_A_WORLD = 100;
const AT: readonly Phase[] = ['mail', 'rcpt', 'data', 'body', 'dot', 'dot', 'taken', 'taken'];
/** A life that goes on for longer was not hit. */
const LONGEST_LIFE = 15_000;

export interface Kills {
  kills: number;
  verdict: Verdict;
}

/** The program is killed while it sends, at a step of the protocol or at any moment, and started again. */
export async function sendKills(kills: number, random: Random, tell: (done: number) => void): Promise<Kills> {
  const verdicts: Verdict[] = [];
  let done = 0;
  while (done < kills) {
    const some = Math.min(KILLS_A_WORLD, kills - done);
    const world = await chaosWorld({ campaigns: 12, municipalities: Math.max(6, Math.ceil(some / 2)) });
    try {
      const everUncertain = new Set<number>();
      for (let i = 0; i < some; i++) {
        // Copies come late as often as not: several lives pass before a letter in doubt is settled.
        if (i % 4 === 0) world.holdCopies(random() < 0.7);
        if (i % 4 === 0) maybeAnswer(world, random);
        await killOnce(world, random);
        noteDoubts(world, everUncertain);
        tell(++done);
      }
      world.holdCopies(false);
      await settle(world, everUncertain);
      verdicts.push(verdictOf(world, everUncertain));
      process.stderr.write(`${JSON.stringify(verdicts.at(-1))}\n`);
    } finally {
      await world.end();
    }
  }
  return { kills: done, verdict: sum(verdicts) };
}

async function killOnce(world: ChaosWorld, random: Random): Promise<void> {
  const { sink } = world;
  const program = world.start();
  program.stdout!.resume();
  const byTime = random() < 0.3;
  let left = 1 + Math.floor(random() * 3);
  const phase = AT[Math.floor(random() * AT.length)]!;
  sink.onPhase = now => {
    if (!byTime && now === phase && --left === 0) program.kill('SIGKILL');
    return null;
  };
  if (byTime)
    void logged(program, 'åpnet')
      .then(() => sleep(random() * 700))
      .then(() => program.kill('SIGKILL'));
  await within(program, LONGEST_LIFE);
  sink.onPhase = () => null;
}

/** Waits until the program is dead, or kills it after that many milliseconds. */
export async function within(program: ChildProcess, limit: number): Promise<void> {
  const late = setTimeout(() => program.kill('SIGKILL'), limit);
  if (program.exitCode === null && program.signalCode === null)
    await new Promise(resolve => program.once('exit', resolve));
  clearTimeout(late);
}

/** Somebody answers whose letter has not left: it never may. */
function maybeAnswer(world: ChaosWorld, random: Random): void {
  const waiting = new Set(
    world.register
      .prepare(
        `SELECT case_id FROM letter_case c JOIN letter l ON l.id = c.letter_id WHERE l.state IN ('planned', 'rendered')`,
      )
      .pluck()
      .all() as number[],
  );
  const answered = new Set([...world.delivered.values()].map(one => one.caseId));
  const owing = world.cases.filter(one => waiting.has(one.id) && !answered.has(one.id));
  const one = owing[Math.floor(random() * Math.min(owing.length, 6))];
  if (one !== undefined) world.deliver(answerOf(one, 1));
}

export function noteDoubts({ register }: ChaosWorld, everUncertain: Set<number>): void {
  const ids = register.prepare("SELECT id FROM letter WHERE state IN ('eod', 'uncertain')").pluck().all() as number[];
  for (const id of ids) everUncertain.add(id);
}

/** Letters that have not left when the kills are over, less these, are taken away: they would only be sent in peace. */
const SENT_IN_PEACE = 10;

/** The program runs undisturbed until its outbox rests and every mail is read. */
export async function settle(world: ChaosWorld, everUncertain: Set<number>): Promise<void> {
  const { register } = world;
  const surplus = `SELECT id FROM letter WHERE state = 'planned' ORDER BY id LIMIT -1 OFFSET ${SENT_IN_PEACE}`;
  register.prepare(`DELETE FROM letter_case WHERE letter_id IN (${surplus})`).run();
  register.prepare('DELETE FROM letter WHERE id NOT IN (SELECT letter_id FROM letter_case)').run();
  const program = world.start();
  program.stdout!.resume();
  const rest = register
    .prepare(
      `SELECT (SELECT count(*) FROM letter WHERE state IN ('planned', 'rendered', 'retry', 'claimed', 'eod', 'uncertain'))
         + (SELECT count(*) FROM message WHERE state = 'stored')`,
    )
    .pluck();
  // Of a mail that never reached the server no copy will come: it waits for a person.
  const inDoubt = register.prepare("SELECT mail_message_id FROM letter WHERE state = 'uncertain'").pluck();
  const waitsForPerson = () => {
    const taken = new Set(world.sink.taken.map(mail => mail.messageId));
    return (inDoubt.all() as string[]).filter(id => !taken.has(id)).length;
  };
  const stored = register.prepare("SELECT count(*) FROM message WHERE direction = 'in'").pluck();
  for (let i = 0; i < 600; i++) {
    await sleep(100);
    noteDoubts(world, everUncertain);
    if (rest.get() === waitsForPerson() && stored.get() === world.delivered.size + world.copies() && i > 10) break;
  }
  await ended(program, 'SIGTERM');
}
