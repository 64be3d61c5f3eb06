import { readMessage } from '../mail-in/read-message.ts';
import type { Known } from '../rules/replies/known.ts';
import type { Reading } from '../rules/replies/reading.ts';
import { understandReply } from '../rules/replies/understand-reply.ts';

/** A file with its path as it shall stand in the answer. */
export interface MailFile {
  file: string;
  raw: Uint8Array;
}

/** One line of the reading contract. */
export type AnalysedMessage = Reading & { file: string };

/** Reads one mail. Danger: one bad mail must not stop a folder, so a fault of ours also comes out as a problem. */
export async function analyseMessage({ file, raw }: MailFile, known: Known): Promise<AnalysedMessage> {
  const message = await readMessage(raw);
  try {
    return { file, ...understandReply(message, known) };
  } catch {
    const problem = 'Meldingen kunne ikke tolkes på grunn av en feil i programmet.';
    const unreadable = understandReply(
      { ...message, text: null, htmlText: null, attachments: [], attachedMessages: [], problem },
      known,
    );
    return { file, ...unreadable };
  }
}

/** Reads mails one after the other, each by itself. */
export async function* analyseMessages(
  files: AsyncIterable<MailFile> | Iterable<MailFile>,
  known: Known,
): AsyncGenerator<AnalysedMessage> {
  for await (const file of files) yield await analyseMessage(file, known);
}
