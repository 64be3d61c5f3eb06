/** `npm run bench -- NAME [OPTIONS]`: runs one benchmark; without a name it lists them. */
import { ingestBench } from './ingest-bench.ts';
import { readingBench } from './reading-bench.ts';

export interface Bench {
  name: string;
  usage: string;
  what: string;
  /** @returns the exit code: 0 the limits hold, 1 they do not or the run failed, 2 usage */
  run: (args: string[]) => Promise<number>;
}

const BENCHES: readonly Bench[] = [ingestBench, readingBench];

const [name, ...args] = process.argv.slice(2);
const chosen = BENCHES.find(one => one.name === name);
if (chosen !== undefined) {
  process.exitCode = await chosen.run(args);
} else if (name === undefined) {
  for (const { usage, what } of BENCHES) console.log(`npm run bench -- ${usage}\n  ${what}`);
} else {
  console.error(`There is no benchmark «${name}»; there is: ${BENCHES.map(one => one.name).join(', ')}.`);
  process.exitCode = 2;
}
