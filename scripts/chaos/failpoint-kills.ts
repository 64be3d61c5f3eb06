import type { Random } from '../random.ts';
import { answerOf } from './chaos-campaigns.ts';
import { type ChaosWorld, chaosWorld } from './chaos-world.ts';
import { FAILPOINTS } from './failpoint-names.ts';
import { PHASES, type Phase } from './ledger-sink.ts';
import { type Kills, noteDoubts, settle, within } from './send-kills.ts';
import { sum, type Verdict, verdictOf } from './verdict.ts';

/** Failpoints that share a register. */
const GROUP = 8;
/** A life in which the step never comes ends here. */
const LONGEST_LIFE = 15_000;

/** Each named failpoint, and each step of the SMTP conversation, so many times; `fired` tells how often each one hit. */
export async function failpointKills(
  times: number,
  random: Random,
  tell: (name: string) => void,
): Promise<Kills & { fired: Record<string, number> }> {
  const verdicts: Verdict[] = [];
  const fired: Record<string, number> = {};
  const points = [
    ...FAILPOINTS.map(({ name }) => ({ name, phase: null })),
    ...PHASES.map(phase => ({ name: `smtp ${phase}`, phase })),
  ];
  let kills = 0;
  const groups = Array.from({ length: Math.ceil(points.length / GROUP) }, (_, i) =>
    points.slice(i * GROUP, (i + 1) * GROUP),
  );
  const lane = async () => {
    for (let some = groups.shift(); some !== undefined; some = groups.shift()) await playGroup(some);
  };
  await Promise.all([lane(), lane()]);
  const all = Object.fromEntries(points.map(({ name }) => [name, fired[name] ?? 0]));
  return { kills, verdict: sum(verdicts), fired: all };

  async function playGroup(some: typeof points): Promise<void> {
    const world = await chaosWorld({ campaigns: 12, municipalities: Math.max(10, times * 2) });
    try {
      const everUncertain = new Set<number>();
      // A life may end before it comes to its point (a machine that is busy with something else): it is lived again.
      for (let tries = 0; tries < times * 2; tries++) {
        for (const { name, phase } of some) {
          if ((fired[name] ?? 0) >= times) continue;
          if (await hit(world, name, phase, random)) fired[name] = (fired[name] ?? 0) + 1;
          kills += 1;
          noteDoubts(world, everUncertain);
        }
      }
      for (const { name } of some) tell(`${name}: ${fired[name] ?? 0} of ${times}`);
      await settle(world, everUncertain);
      verdicts.push(verdictOf(world, everUncertain));
      process.stderr.write(`${JSON.stringify(verdicts.at(-1))}\n`);
    } finally {
      await world.end();
    }
  }
}

/** One life with the failpoint set. @returns whether it hit */
async function hit(world: ChaosWorld, name: string, phase: Phase | null, random: Random): Promise<boolean> {
  const { sink } = world;
  let count = 1 + Math.floor(random() * 2);
  const answered = new Set([...world.delivered.values()].map(one => one.caseId));
  const answering = world.cases.findLast(one => !answered.has(one.id));
  if (answering !== undefined) world.deliver(answerOf(answering, 1));
  // What is in doubt comes of a life that ended past its final dot.
  const needsDoubt = name.endsWith('letter in doubt');
  world.holdCopies(needsDoubt);
  if (needsDoubt) await dieAt(world, 'dot');
  const onceALife = /read to the end|in doubt|mail|effect|copy/.test(name);
  const program = world.start(
    phase === null ? { CHAOS_FAILPOINT: name, CHAOS_NTH: onceALife ? '1' : String(count) } : {},
  );
  program.stdout!.resume();
  sink.onPhase = now => {
    if (now === phase && --count === 0) program.kill('SIGKILL');
    return null;
  };
  let isLate = false;
  const late = setTimeout(() => {
    isLate = true;
  }, LONGEST_LIFE);
  await within(program, LONGEST_LIFE);
  clearTimeout(late);
  world.holdCopies(false);
  sink.onPhase = () => null;
  return !isLate && program.signalCode === 'SIGKILL';
}

async function dieAt(world: ChaosWorld, phase: Phase): Promise<void> {
  const program = world.start();
  program.stdout!.resume();
  world.sink.onPhase = now => {
    if (now === phase) program.kill('SIGKILL');
    return null;
  };
  await within(program, LONGEST_LIFE);
  world.sink.onPhase = () => null;
}
