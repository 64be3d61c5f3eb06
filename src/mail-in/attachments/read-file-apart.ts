import { Worker } from 'node:worker_threads';
import {
  MAX_GROWTH_BYTES,
  MAX_HEAP_MB,
  MAX_READ_MS,
  MAX_SCAN_MS,
  MAX_SCANNED_PAGE_MS,
  MAX_START_MS,
} from '../mail-limits.ts';
import { DAMAGED, TOO_LARGE, TOO_SLOW } from './file-fault.ts';
import type { FileText } from './file-text.ts';
import type { FileForThread, FileToRead, FromFileThread } from './file-thread.ts';

/** What a file may take while it is read: milliseconds, megabytes of heap, bytes by which the program may grow. */
export interface FileLimits {
  startMs: number;
  readMs: number;
  scannedPageMs: number;
  scanMs: number;
  heapMb: number;
  growthBytes: number;
}

const LIMITS: FileLimits = {
  startMs: MAX_START_MS,
  readMs: MAX_READ_MS,
  scannedPageMs: MAX_SCANNED_PAGE_MS,
  scanMs: MAX_SCAN_MS,
  heapMb: MAX_HEAP_MB,
  growthBytes: MAX_GROWTH_BYTES,
};

/** The outcome of a file; `gaveUp` when the thread had to be ended. */
export interface ReadApart extends FileText {
  gaveUp: boolean;
}

/** Milliseconds without a file after which the thread ends: its libraries take 100 MB. */
const IDLE_MS = 10_000;

/** A thread that has read so many scanned pages is followed by a new one: what draws them gives back less than it takes. */
const PAGES_A_THREAD = 100;

/** How often the memory of the program is looked at while a file is read. */
const LOOK_MS = 100;

/** As the running file is named: development runs the sources, a package what they were compiled to. */
const THREAD = new URL(`./file-thread${import.meta.url.slice(-3)}`, import.meta.url);

/**
 * Reads a file in a thread of its own, one after the other. Never rejects and never waits beyond the limits: what takes too
 * much is given up with its thread, and the next file gets a new one. The thread starts with the first file, ends when it
 * has had nothing to do, and does not keep the process alive.
 */
export const readFileApart: (file: FileToRead) => Promise<ReadApart> = fileReader(LIMITS);

/** A thread with limits of one's own. */
export function fileReader(limits: FileLimits): (file: FileToRead) => Promise<ReadApart> {
  let thread: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let pagesOfThread = 0;

  function started(): Worker {
    const worker = new Worker(THREAD, {
      // The libraries are other people's, and so are the files: no passwords, no flags, nothing on the screen.
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: 32 },
    });
    pagesOfThread = 0;
    worker.stdout.resume();
    worker.stderr.resume();
    // «error» (out of memory) is followed by «exit»; without a listener it would end the process.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      if (thread === worker) thread = null;
    });
    return worker;
  }

  function read(file: FileToRead): Promise<ReadApart> {
    clearTimeout(idle);
    const worker = thread ?? started();
    thread = worker;
    worker.ref();
    return new Promise(done => {
      const before = process.memoryUsage.rss();
      const enough = new SharedArrayBuffer(4);
      let why = DAMAGED;
      const giveUp = (reason: string) => {
        why = reason;
        void worker.terminate();
      };
      const look = setInterval(() => {
        if (process.memoryUsage.rss() - before > limits.growthBytes) giveUp(TOO_LARGE);
      }, LOOK_MS);
      let timer = setTimeout(giveUp, limits.startMs, TOO_SLOW);
      const waitFor = (milliseconds: number) => {
        clearTimeout(timer);
        timer = setTimeout(giveUp, milliseconds, TOO_SLOW);
      };
      let whole: NodeJS.Timeout | undefined;
      const settle = (outcome: ReadApart) => {
        clearInterval(look);
        clearTimeout(timer);
        clearTimeout(whole);
        worker.off('message', listen);
        worker.off('exit', ended);
        worker.off('error', failed);
        pagesOfThread += outcome.scanned;
        if (!outcome.gaveUp) rest(worker);
        done(outcome);
      };
      const listen = (said: FromFileThread) => {
        if (said === 'begun') return waitFor(limits.readMs);
        if (said !== 'scanned page') return settle({ ...said, gaveUp: false });
        whole ??= setTimeout(() => Atomics.store(new Int32Array(enough), 0, 1), limits.scanMs);
        waitFor(limits.scannedPageMs);
      };
      const failed = (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') why = TOO_LARGE;
      };
      const ended = () =>
        settle({ text: '', by: 'text', problem: why, scanned: whole === undefined ? 0 : 1, gaveUp: true });
      worker.on('message', listen);
      worker.once('exit', ended);
      worker.once('error', failed);
      // A copy of its own: the file may be a piece of the whole mail, which would go along.
      const bytes = new Uint8Array(file.bytes);
      worker.postMessage({ ...file, bytes, enough } satisfies FileForThread, [bytes.buffer]);
    });
  }

  function rest(worker: Worker): void {
    worker.unref();
    if (pagesOfThread >= PAGES_A_THREAD) end(worker);
    else idle = setTimeout(end, IDLE_MS, worker).unref();
  }

  function end(worker: Worker): void {
    if (thread === worker) thread = null;
    void worker.terminate();
  }

  return file => {
    const outcome = last.then(() => read(file));
    last = outcome;
    return outcome;
  };
}
