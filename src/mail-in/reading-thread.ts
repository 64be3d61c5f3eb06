import { parentPort } from 'node:worker_threads';
import { readMessage } from './read-message.ts';

/** A mail to decode, and its number in the order of asking. */
export interface MailToRead {
  id: number;
  bytes: Uint8Array;
}

// The thread behind read-apart.ts: one mail after the other, in the order in which they were asked for.
let previous: Promise<void> = Promise.resolve();
parentPort?.on('message', ({ id, bytes }: MailToRead) => {
  previous = previous.then(async () => parentPort!.postMessage({ id, message: await readMessage(bytes) }));
});
