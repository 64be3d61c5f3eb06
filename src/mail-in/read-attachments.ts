import type { Attachment, Message } from '../rules/replies/message.ts';
import { attachmentText, type ReadingBudget } from './attachment-text.ts';
import { fileKind } from './attachments/file-kind.ts';
import type { DecodedPart } from './lean-mail.ts';

const MAIL = 'message/rfc822';

/** What hangs on a mail: files, and mails with all that hangs on them. */
export interface Attached {
  attachments: Attachment[];
  /** One for each attachment of type message/rfc822, in the same order. */
  attachedMessages: Message[];
  /** Something that may matter was left out, since the mail has too many parts. */
  leftOut: boolean;
}

/**
 * Reads what hangs on a mail. Never throws.
 * @param budget what all files of the mail may still take; null = they are named only (the letter of ours in a bounce)
 * @param readMail reads a mail that hangs on this one
 */
export async function readAttachments(
  parts: readonly DecodedPart[],
  budget: ReadingBudget | null,
  readMail: (bytes: Uint8Array) => Promise<Message>,
): Promise<Attached> {
  const attached: Attached = { attachments: [], attachedMessages: [], leftOut: false };
  const seen: { bytes: Uint8Array; attachment: Attachment }[] = [];
  for (const part of parts) {
    const bytes = bytesOf(part.content);
    const name = fileName(part);
    const file = { name, contentType: part.mimeType, size: bytes.byteLength };
    if (budget !== null && budget.files <= 0) {
      // The little pictures of a long thread hold no answer.
      attached.leftOut ||= !part.mimeType.startsWith('image/');
      continue;
    }
    if (budget !== null) budget.files -= 1;
    const kind = fileKind(name, part.mimeType, bytes);
    if (kind !== null && 'kind' in kind && kind.kind === 'mail') {
      const inner = await readMail(bytes);
      attached.attachedMessages.push(inner);
      const text = inner.text ?? inner.htmlText;
      attached.attachments.push({ ...file, contentType: MAIL, text, by: 'text', problem: problemIn(inner) });
      continue;
    }
    if (budget === null) {
      attached.attachments.push({ ...file, text: null, by: 'text', problem: null });
      continue;
    }
    // A loop of a mail program sends the same file a thousand times.
    const same = seen.find(one => one.bytes.byteLength === bytes.byteLength && Buffer.compare(one.bytes, bytes) === 0);
    const attachment =
      same === undefined
        ? { ...file, ...(await attachmentText(name, part.mimeType, bytes, budget)) }
        : { ...same.attachment, ...file };
    seen.push({ bytes, attachment });
    attached.attachments.push(attachment);
  }
  return attached;
}

/** The first thing in a mail, or in what hangs on it, that could not be read. */
function problemIn({ problem, attachments }: Message): string | null {
  if (problem !== null) return problem;
  const unread = attachments.find(one => one.problem !== null);
  return unread === undefined ? null : `«${unread.name}» i den: ${unread.problem}`;
}

function bytesOf(content: DecodedPart['content']): Uint8Array {
  if (content instanceof Uint8Array) return content;
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
}

/** A name for people and for evidence only: no folders, no control characters, none that turn the direction of reading. */
function fileName(part: DecodedPart): string {
  const name = (part.filename ?? '')
    .normalize('NFC')
    .replace(/^.*[\\/]/, '')
    .replace(/\p{Cc}|\p{Cf}/gu, '')
    .trim()
    .slice(0, 200);
  return name === '' ? part.mimeType.replace('/', '-') : name;
}
