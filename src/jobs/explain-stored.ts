import { messageHeader, storedMessage } from '../register/messages.ts';
import type { Register } from '../register/open-register.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import type { Explanation } from '../rules/replies/explain-reading.ts';
import { explainMessage } from './analyse-messages.ts';
import { knownAtArrival } from './known-at-arrival.ts';

/** How today's reader understands a stored message, with what was known when it came. Null when there is none of that number. */
export async function explainStored(register: Register, id: number): Promise<Explanation | null> {
  const stored = storedMessage(register, id);
  const arrivedAt = messageHeader(register, id)?.arrivedAt ?? null;
  return stored === null || arrivedAt === null ? null : explainForRegister(register, stored.bytes, arrivedAt);
}

/** How a mail would be understood, had it come to this register. @param otherwise when it bears no date */
export function explainForRegister(register: Register, raw: Uint8Array, otherwise: Instant): Promise<Explanation> {
  const then = knownAtArrival(register);
  return explainMessage({ file: '', raw }, message => {
    const arrivedAt = message.sentOn ?? otherwise;
    return then.of({ ...message, sentOn: arrivedAt }, arrivedAt).known;
  });
}
