import type { MailSession } from '../mail-in/mail-session.ts';
import { noteOwnItem } from '../register/mailbox-items.ts';
import { storedMessage } from '../register/messages.ts';
import type { Register } from '../register/open-register.ts';
import { lettersWithoutCopy, noteCopied } from '../register/outbox-copies.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';

/**
 * Puts a copy of every letter that left into the Sent folder, so that the adviser finds it where she looks for her own.
 * Throws when the mailbox is lost; the next call goes on.
 * @returns how many were put there
 */
export async function keepCopies(
  { register, session }: { register: Register; session: MailSession },
  now: () => Instant,
): Promise<number> {
  let kept = 0;
  for (const { letterId, messageId, mailMessageId, sentAt } of lettersWithoutCopy(register)) {
    const { bytes } = storedMessage(register, messageId)!;
    const { outcome, item } = await session.keepCopy({ messageId: mailMessageId, bytes, sentAt });
    const note = register.transaction(() => {
      noteCopied(register, letterId, now());
      if (item !== null && session.sent !== null) noteOwnItem(register, session.sent.name, item);
    });
    note.immediate();
    if (outcome === 'kept') kept += 1;
  }
  return kept;
}
