import { createHash } from 'node:crypto';
import { readMessage } from '../mail-in/read-message.ts';
import type { Instant, IsoDate } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import type { CampaignFault } from '../rules/campaign/campaign-fault.ts';
import type { Message } from '../rules/replies/message.ts';
import { datesIn } from '../rules/text/dates.ts';
import { fold } from '../rules/text/fold.ts';
import { newTextOf } from '../rules/text/new-text.ts';
import { ownTexts } from '../rules/text/own-text.ts';

export interface SentFile {
  name: string;
  bytes: Uint8Array;
}

/** A mail of the adviser's own Sent folder, read. */
export interface SentLetter {
  file: string;
  bytes: Uint8Array;
  sha256: string;
  message: Message;
  messageId: string;
  sentAt: Instant;
  /** Everything in it, as it left. */
  text: string;
  /** What she wrote in it, without earlier letters below; with and without her signature. */
  ownText: string;
  signed: string;
  /** The day by which it asks for an answer. */
  deadline: IsoDate | null;
}

/** Reads sent mails, oldest first. What cannot be used is told as a fault of its file. */
export async function readSentLetters(
  files: readonly SentFile[],
): Promise<{ letters: SentLetter[]; faults: CampaignFault[] }> {
  const letters = new Map<string, SentLetter>();
  const faults: CampaignFault[] = [];
  for (const { name, bytes } of files) {
    const message = await readMessage(bytes);
    const missing = whatIsMissing(message);
    if (missing !== null) {
      faults.push({ line: null, place: name, ...missing });
      continue;
    }
    const text = message.text ?? message.htmlText ?? '';
    const own = newTextOf(text, message.from?.name ?? '', ownTexts([]));
    const sentAt = message.sentOn!;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const deadline = deadlineIn(own.text, osloDate(sentAt));
    // The same mail given twice is one letter.
    letters.set(message.messageId!, {
      file: name,
      bytes,
      sha256,
      message,
      messageId: message.messageId!,
      sentAt,
      text,
      ownText: own.text,
      signed: own.withSignature,
      deadline,
    });
  }
  return { letters: [...letters.values()].sort((a, b) => (a.sentAt < b.sentAt ? -1 : 1)), faults };
}

/** «innen 12. desember», «seinest innen fredag 7. mars», «svarfrist 20.10.2026»: the first day after such a word. */
export function deadlineIn(text: string, sentOn: IsoDate): IsoDate | null {
  const folded = fold(text);
  const mentions = datesIn(folded, sentOn, 'future').filter(mention => mention.date > sentOn);
  const asked = mentions.find(({ at }) =>
    /(?:innen|senest|svarfrist|frist|fristen)[^.!?]{0,30}$/u.test(folded.slice(Math.max(0, at - 45), at)),
  );
  return asked?.date ?? null;
}

function whatIsMissing(message: Message): Omit<CampaignFault, 'line' | 'place'> | null {
  const again = 'Lagre den på nytt som .eml fra mappen Sendt.';
  if (message.problem !== null) return { expected: 'en e-post (.eml)', found: message.problem, whatToDo: again };
  if (message.messageId === null)
    return { expected: 'en sendt e-post', found: 'ingen Message-ID', whatToDo: `Et utkast har ingen. ${again}` };
  if (message.sentOn === null) return { expected: 'en sendt e-post', found: 'ingen dato', whatToDo: again };
  if (message.from === null || message.from.address === '')
    return { expected: 'én avsender', found: 'ingen vi kan lese', whatToDo: again };
  return null;
}
