import type { MailSession } from '../mail-in/mail-session.ts';
import { casesOfMessage, journalOfCase, mailsBehind, openReviews } from '../register/journal.ts';
import { noteMoved, registeredItems } from '../register/mailbox-items.ts';
import type { Register } from '../register/open-register.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { standingOf } from '../rules/standing/standing.ts';

/** Mails in one move: a long list of numbers would be a long line for the server. */
const AT_A_TIME = 100;

/**
 * Moves mail of the inbox that concerned a case and waits for nobody to the folder of handled mail: not what a person
 * must settle, nor a question or condition that we have not answered. Moved first, noted after: a crash between the two
 * asks the server again for mails that are gone, which does nothing.
 * @returns how many were moved
 */
export async function moveHandledMail(
  { register, session }: { register: Register; session: MailSession },
  now: () => Instant,
): Promise<number> {
  const inReview = new Set(
    openReviews(register).flatMap(({ messageId, data }) =>
      messageId === null || data.brakes === undefined ? messageId : [messageId, ...mailsBehind(register, messageId)],
    ),
  );
  const items = registeredItems(register, session.inbox.name)
    .filter(({ messageId }) => !inReview.has(messageId) && !waitsForUs(register, messageId))
    .map(one => one.item);
  for (let at = 0; at < items.length; at += AT_A_TIME) {
    const some = items.slice(at, at + AT_A_TIME);
    await session.moveHandled(some);
    noteMoved(register, session.inbox.name, some, now());
  }
  return items.length;
}

function waitsForUs(register: Register, messageId: number): boolean {
  return casesOfMessage(register, messageId)
    .map(id => standingOf(journalOfCase(register, id)))
    .some(standing => standing.ball === 'ours' && standing.messageId === messageId);
}
