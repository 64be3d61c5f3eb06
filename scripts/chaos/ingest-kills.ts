import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../random.ts';
import { answerOf } from './chaos-campaigns.ts';
import { chaosWorld, logged } from './chaos-world.ts';
import { type Kills, settle, within } from './send-kills.ts';
import { sum, type Verdict, verdictOf } from './verdict.ts';

const KILLS_A_WORLD = 100;
/** Mails that come while one process lives. */
const BURST = 6;

/** The program is killed while it takes in and reads mail, and started again. Nothing is due to be sent. */
export async function ingestKills(kills: number, random: Random, tell: (done: number) => void): Promise<Kills> {
  const verdicts: Verdict[] = [];
  let done = 0;
  while (done < kills) {
    const some = Math.min(KILLS_A_WORLD, kills - done);
    const world = await chaosWorld({ campaigns: 12, municipalities: Math.max(6, Math.ceil((some * BURST) / 12)) });
    try {
      world.register.prepare("UPDATE letter SET state = 'cancelled'").run();
      const owing = [...world.cases];
      for (let i = 0; i < some; i++) {
        const comes = owing.splice(0, BURST);
        const late = comes.splice(0, Math.floor(random() * BURST));
        for (const one of comes) world.deliver(answerOf(one, 1));
        const program = world.start();
        program.stdout!.resume();
        void logged(program, 'åpnet').then(async () => {
          for (const one of late) world.deliver(answerOf(one, 1));
          await sleep(random() ** 2 * 400);
          program.kill('SIGKILL');
        });
        await within(program, 15_000);
        tell(++done);
      }
      await settle(world, new Set());
      verdicts.push({ ...verdictOf(world, new Set()), intents: 0, lost: 0 });
      process.stderr.write(`${JSON.stringify(verdicts.at(-1))}\n`);
    } finally {
      await world.end();
    }
  }
  return { kills: done, verdict: sum(verdicts) };
}
