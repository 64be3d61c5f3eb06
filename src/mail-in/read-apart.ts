import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { Message } from '../rules/replies/message.ts';
import { headersOf, unreadableMessage } from './read-message.ts';
import type { MailToRead } from './reading-thread.ts';

/** Megabytes of JavaScript heap: ordinary mail needs 20; one made to fill the memory ends its thread and nothing else. */
const HEAP: ResourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };

/** Milliseconds without an answer after which a mail counts as one that cannot be read. Scanned pages take seconds each. */
const PATIENCE = 180_000;

const NOT_READ = 'Meldingen lot seg ikke lese (den brukte for lang tid eller for mye minne). Åpne den i postkassen.';

/** As the running file is named: development runs the sources, a package what they were compiled to. */
const THREAD = new URL(`./reading-thread${import.meta.url.slice(-3)}`, import.meta.url);

/**
 * Decodes a mail beside the main thread, which can write to the disk meanwhile and is safe from what a mail may do to its
 * reader. Never rejects: of a mail that ends the thread or takes it too long come the headers and a `problem`, and those
 * behind it are read. The thread starts with the first mail and does not keep the process alive.
 */
export const readApart: (bytes: Uint8Array) => Promise<Message> = readerApart(HEAP, PATIENCE);

interface Asked {
  bytes: Uint8Array;
  /** Why only the headers are asked for, at the second try. */
  problem: string | null;
  done: (message: Message) => void;
}

/** A thread of one's own, with limits in megabytes and milliseconds. */
export function readerApart(heap: ResourceLimits, patience: number): (bytes: Uint8Array) => Promise<Message> {
  const asked = new Map<number, Asked>();
  let lastId = 0;
  let thread: Worker | null = null;
  let timer: NodeJS.Timeout | undefined;

  function post(id: number, bytes: Uint8Array): void {
    thread ??= startThread();
    thread.postMessage({ id, bytes } satisfies MailToRead);
  }

  function startThread(): Worker {
    const started = new Worker(THREAD, { resourceLimits: heap });
    started.on('message', ({ id, message }: { id: number; message: Message }) => {
      settle(id, message);
      waitForNext();
    });
    // «error» (out of memory) is followed by «exit»; without a listener it would end the process.
    started.on('error', () => undefined);
    started.on('exit', giveUpOnFirst);
    return started;
  }

  /** Holds the process while somebody waits, but not longer, and no mail for ever. */
  function waitForNext(): void {
    clearTimeout(timer);
    if (asked.size === 0) return void thread?.unref();
    thread?.ref();
    timer = setTimeout(() => void thread?.terminate(), patience).unref();
  }

  function settle(id: number, message: Message): void {
    const waiting = asked.get(id);
    asked.delete(id);
    waiting?.done(waiting.problem === null ? message : { ...message, problem: waiting.problem });
  }

  /** The thread died of the mail that it was at: the first one asked for that has no answer. A new one takes the others. */
  function giveUpOnFirst(): void {
    thread = null;
    const [first] = asked;
    if (first !== undefined) {
      const [id, { bytes, problem, done }] = first;
      // Who sent it stands in the headers: that municipality's case waits for a person.
      if (problem === null) asked.set(id, { bytes: headersOf(bytes), problem: NOT_READ, done });
      else settle(id, unreadableMessage(NOT_READ));
    }
    for (const [id, { bytes }] of asked) post(id, bytes);
    waitForNext();
  }

  return bytes =>
    new Promise(done => {
      lastId += 1;
      asked.set(lastId, { bytes, problem: null, done });
      post(lastId, bytes);
      if (asked.size === 1) waitForNext();
    });
}
