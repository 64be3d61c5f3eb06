/**
 * Loaded before the program (`--import`): its reader gets an end that no JavaScript can catch, as a crash in a library or
 * the system's memory would be. POISON_IN says where: `reader` (the mail is understood) or `decoder` (in the thread).
 */
import { registerHooks } from 'node:module';

const [file, before] =
  process.env.POISON_IN === 'decoder'
    ? [
        '/mail-in/read-message.ts',
        'export async function readMessage(raw: Uint8Array, budget: ReadingBudget = readingBudget()): Promise<Message> {',
      ]
    : [
        '/replies/understand-reply.ts',
        'function understandReply(message: Message, known: Known, watch?: (seen: ReadingTrace) => void): Reading {',
      ];
const dies =
  process.env.POISON_IN === 'decoder'
    ? "if (Buffer.from(raw).includes('GIFT')) process.kill(process.pid, 'SIGKILL');"
    : "if (message.text?.includes('GIFT')) process.kill(process.pid, 'SIGKILL');";

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith(file!)) return loaded;
    const source = String(loaded.source);
    if (!source.includes(before!)) throw new Error(`the reader begins otherwise than ${before}`);
    // After SIGKILL to itself a thread goes on for a moment.
    return { ...loaded, source: source.replace(before!, `${before} ${dies}`) };
  },
});
