import { sanitisedHtml } from '../mail-in/sanitised-html.ts';
import { storedMessage } from '../register/messages.ts';
import type { Register } from '../register/open-register.ts';
import { givenUpMails } from '../register/read-attempts.ts';

/** The HTML of a stored message, safe to show in a closed frame; null when it has none that can be shown. */
export async function shownHtml(register: Register, id: number): Promise<string | null> {
  if (givenUpMails(register).includes(id)) return null;
  const stored = storedMessage(register, id);
  return stored === null ? null : sanitisedHtml(stored.bytes);
}
