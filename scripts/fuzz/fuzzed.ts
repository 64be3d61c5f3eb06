import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readAddressees, readCampaigns } from '../../src/jobs/read-known.ts';
import { readingBudget } from '../../src/mail-in/attachment-text.ts';
import { readMessage } from '../../src/mail-in/read-message.ts';
import { understandReply } from '../../src/rules/replies/understand-reply.ts';
import { isFlat, median } from '../soak/memory.ts';
import { mutated } from './mutate.ts';
import { usedMb } from './used-memory.ts';

/**
 * No mail may hold the others up for longer, in milliseconds: the lesser of the clock's time and the processor's, as a
 * machine that others use too makes the clock's unfair.
 */
export const LIMIT_MS = 2_000;

/**
 * What each page adds to it that a machine has to read from its picture, in milliseconds: a full page of print alone takes
 * three to nine seconds of the processor, as the machine is idle or busy, and one of noise is ended after fifteen
 * (MAX_RECOGNITION_CPU_MS), the start of the machine aside.
 */
export const LIMIT_MS_A_SCANNED_PAGE = 18_000;

/** How often the memory is looked at in a run. */
const SAMPLES = 100;

export interface FuzzResult {
  mails: number;
  /** `crash`: an error was thrown. `slow`: over LIMIT_MS, with LIMIT_MS_A_SCANNED_PAGE for each page read by a machine. */
  faults: { number: number; bytes: Buffer; kind: 'crash' | 'slow'; fault: string }[];
  /** Of the mails without scanned pages. */
  slowestMs: number;
  /** The mails in which a machine read pages, and the slowest of them, for each of its pages. */
  scanned: { mails: number; slowestPageMs: number };
  /** The heap in use after a collection, median of the first and of the last third: the heap itself grows as it likes. */
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
  const scanned = { mails: 0, slowestPageMs: 0 };
  for (let done = 0; done < count; done++) {
    const number = seed * 10_000_000 + done;
    const bytes = mutated(mails, number);
    const budget = readingBudget();
    const pagesBefore = budget.scannedPages;
    const cpuBefore = process.cpuUsage();
    const began = performance.now();
    const fault = await faultOf(async () => understandReply(await readMessage(bytes, budget), known));
    const cpu = process.cpuUsage(cpuBefore);
    const took = Math.min(performance.now() - began, (cpu.user + cpu.system) / 1000);
    const pages = pagesBefore - budget.scannedPages;
    if (pages === 0) slowest = Math.max(slowest, took);
    else {
      scanned.mails += 1;
      scanned.slowestPageMs = Math.max(scanned.slowestPageMs, Math.round(took / pages));
    }
    if (fault !== null) faults.push({ number, bytes, kind: 'crash', fault });
    else if (took > LIMIT_MS + pages * LIMIT_MS_A_SCANNED_PAGE) {
      const read = pages === 0 ? '' : `, ${pages} scanned pages`;
      faults.push({ number, bytes, kind: 'slow', fault: `took ${Math.round(took)} ms${read}` });
    }
    if (done % Math.ceil(count / SAMPLES) === 0) memory.push(usedMb());
    if (done % 5_000 === 4_999) progress(done + 1, memory.at(-1) ?? 0);
  }
  const third = Math.floor(memory.length / 3);
  const early = median(memory.slice(0, third));
  const late = median(memory.slice(-third));
  return {
    mails: count,
    faults,
    slowestMs: Math.round(slowest),
    scanned,
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
