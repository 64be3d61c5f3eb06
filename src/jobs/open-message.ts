import { readApart } from '../mail-in/read-apart.ts';
import { unreadableMessage } from '../mail-in/read-message.ts';
import { storedMessage } from '../register/messages.ts';
import type { Register } from '../register/open-register.ts';
import { givenUpMails } from '../register/read-attempts.ts';
import type { Message } from '../rules/replies/message.ts';
import { DIED_OF_IT } from './read-carefully.ts';

/** Messages that somebody looked at lately: scanned pages take seconds to read again. */
const MOST_KEPT = 30;

const opened = new WeakMap<Register, Map<number, Promise<Message>>>();

/** A stored message decoded again, with the text of its attachments, for a person to look at. Null when there is none. */
export async function openMessage(register: Register, id: number): Promise<Message | null> {
  const kept = opened.get(register) ?? new Map<number, Promise<Message>>();
  opened.set(register, kept);
  const known = kept.get(id);
  if (known !== undefined) return known;
  const stored = storedMessage(register, id);
  if (stored === null) return null;
  // The program died of it: not even a person's look opens it.
  const reading = givenUpMails(register).includes(id)
    ? Promise.resolve(unreadableMessage(DIED_OF_IT))
    : readApart(stored.bytes);
  kept.set(id, reading);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return reading;
}
