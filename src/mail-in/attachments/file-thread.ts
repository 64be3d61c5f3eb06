import { parentPort } from 'node:worker_threads';
import type { FileText } from './file-text.ts';
import { type HeavyKind, readFile } from './read-file.ts';

/** A file, and how many scanned pages of it may be read. */
export interface FileToRead {
  kind: HeavyKind;
  bytes: Uint8Array;
  maxScanned: number;
}

/** What the thread is asked for, one file at a time. */
export interface FileForThread extends FileToRead {
  /** One number of 32 bits: when it is not 0 any more, no further scanned page is begun. */
  enough: SharedArrayBuffer;
}

/** What it says: that the file is begun, that it comes to a scanned page, which takes time, or what the file holds. */
export type FromFileThread = 'begun' | 'scanned page' | FileText;

// The thread behind read-file-apart.ts: a file made to stop its reader stops this thread alone.
parentPort?.on('message', async ({ kind, bytes, maxScanned, enough }: FileForThread) => {
  const say = (said: FromFileThread) => parentPort!.postMessage(said);
  const isEnough = new Int32Array(enough);
  const progress = {
    begun: () => say('begun'),
    mayScan() {
      say('scanned page');
      return Atomics.load(isEnough, 0) === 0;
    },
  };
  say(await readFile(kind, bytes, maxScanned, progress));
});
