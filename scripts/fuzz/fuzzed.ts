import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readAddressees, readCampaigns } from '../../src/jobs/read-known.ts';
import { readMessage } from '../../src/mail-in/read-message.ts';
import { understandReply } from '../../src/rules/replies/understand-reply.ts';
import { isFlat, median, residentMb } from '../soak/memory.ts';
import { mutated } from './mutate.ts';

/**
 * No mail may hold the others up for longer, in milliseconds: the lesser of the clock's time and the processor's, as a
 * machine that others use too makes the clock's unfair.
 */
export const LIMIT_MS = 2_000;

export interface FuzzResult {
  mails: number;
  /** `crash`: an error was thrown. `slow`: over LIMIT_MS. */
  faults: { number: number; bytes: Buffer; kind: 'crash' | 'slow'; fault: string }[];
  slowestMs: number;
  memoryMb: { early: number; late: number };
  isFlat: boolean;
}

/** Reads mutations of the mails, one after the other, without the net that the program has for a reader's fault. */
export async function fuzzed(
  mails: readonly Buffer[],
  count: number,
  seed: number,
  progress: (done: number, megabytes: number) => void = () => undefined,
): Promise<FuzzResult> {
  const read = (name: string) =>
    readFileSync(fileURLToPath(new URL(`../../test/corpus/${name}`, import.meta.url)), 'utf8');
  const known = { addressees: readAddressees(read('register.csv')), campaigns: readCampaigns(read('campaigns.json')) };
  const faults: FuzzResult['faults'] = [];
  const memory: number[] = [];
  let slowest = 0;
  for (let done = 0; done < count; done++) {
    const number = seed * 10_000_000 + done;
    const bytes = mutated(mails, number);
    const cpuBefore = process.cpuUsage();
    const began = performance.now();
    const fault = await faultOf(async () => understandReply(await readMessage(bytes), known));
    const cpu = process.cpuUsage(cpuBefore);
    const took = Math.min(performance.now() - began, (cpu.user + cpu.system) / 1000);
    slowest = Math.max(slowest, took);
    if (fault !== null) faults.push({ number, bytes, kind: 'crash', fault });
    else if (took > LIMIT_MS) faults.push({ number, bytes, kind: 'slow', fault: `took ${Math.round(took)} ms` });
    if (done % Math.ceil(count / 100) === 0) memory.push(residentMb(process.pid));
    if (done % 5_000 === 4_999) progress(done + 1, residentMb(process.pid));
  }
  const quarter = Math.floor(memory.length / 4);
  const early = median(memory.slice(quarter, 2 * quarter));
  const late = median(memory.slice(-quarter));
  return {
    mails: count,
    faults,
    slowestMs: Math.round(slowest),
    memoryMb: { early, late },
    isFlat: isFlat(early, late),
  };
}

async function faultOf(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}
