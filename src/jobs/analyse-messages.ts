import { readMessage } from '../mail-in/read-message.ts';
import { type Explanation, explainReading } from '../rules/replies/explain-reading.ts';
import type { Known } from '../rules/replies/known.ts';
import type { Message } from '../rules/replies/message.ts';
import type { Reading } from '../rules/replies/reading.ts';
import { understandReply } from '../rules/replies/understand-reply.ts';

/** A file with its path as it shall stand in the answer. */
export interface MailFile {
  file: string;
  raw: Uint8Array;
}

/** One line of the reading contract. */
export type AnalysedMessage = Reading & { file: string };

/** Reads one mail. */
export async function analyseMessage({ file, raw }: MailFile, known: Known): Promise<AnalysedMessage> {
  return { file, ...orUnreadable(await readMessage(raw), message => understandReply(message, known)) };
}

/** Reads one mail and tells how it was understood, for a person. @param known perhaps by the mail, as the register knows it */
export async function explainMessage(
  { raw }: MailFile,
  known: Known | ((message: Message) => Known),
): Promise<Explanation> {
  return orUnreadable(await readMessage(raw), message =>
    explainReading(message, typeof known === 'function' ? known(message) : known),
  );
}

/** Danger: one bad mail must not stop a folder, so a fault of ours also comes out as a problem. */
function orUnreadable<T>(message: Message, read: (message: Message) => T): T {
  try {
    return read(message);
  } catch {
    const problem = 'Meldingen kunne ikke tolkes på grunn av en feil i programmet.';
    return read({ ...message, text: null, htmlText: null, attachments: [], attachedMessages: [], problem });
  }
}

/** Reads mails one after the other, each by itself. */
export async function* analyseMessages(
  files: AsyncIterable<MailFile> | Iterable<MailFile>,
  known: Known,
): AsyncGenerator<AnalysedMessage> {
  for await (const file of files) yield await analyseMessage(file, known);
}
