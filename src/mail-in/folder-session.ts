import type { MailSession } from './mail-session.ts';
import type { Mailbox } from './mailbox.ts';

/** A folder of mails as a session: it has no news of its own, no Sent folder, and is never lost. */
export function folderSession(inbox: Mailbox): MailSession {
  const { promise: closed, resolve } = Promise.withResolvers<null>();
  return {
    inbox,
    junk: null,
    sent: null,
    closed,
    movesHandled: false,
    onNews: () => undefined,
    keepCopy: async () => ({ outcome: 'no folder', item: null }),
    moveHandled: async () => undefined,
    rest: async () => undefined,
    close: async () => resolve(null),
  };
}
