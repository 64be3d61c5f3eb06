import { readApart } from '../mail-in/read-apart.ts';
import { headersOf, unreadableMessage } from '../mail-in/read-message.ts';
import { storedMessage } from '../register/messages.ts';
import type { Register } from '../register/open-register.ts';
import { noteAttempt } from '../register/read-attempts.ts';
import type { Message } from '../rules/replies/message.ts';

/** So often may the program die while it reads a mail alone, before it is set aside unread. */
export const MOST_DEATHS = 2;

export const DIED_OF_IT =
  'Purrebot stoppet flere ganger mens den leste denne meldingen, og åpner den ikke mer. Les den i e-postprogrammet og registrer svaret selv.';

/** What this very process has begun: it lives, so that it begins again (the register was locked, the disk full) is no death. */
const begun = new WeakMap<Register, Map<number, number>>();

function attemptAt(register: Register, id: number): number {
  const ofThisRun = begun.get(register) ?? new Map<number, number>();
  begun.set(register, ofThisRun);
  const attempts = ofThisRun.get(id) ?? noteAttempt(register, id);
  ofThisRun.set(id, attempts);
  return attempts;
}

/**
 * Decodes a mail that an earlier run had stored and not read: that run may have died of it (a crash in a library, the
 * system's memory). That it is begun is written down first, so that the next run knows which of them it was; what comes as
 * it should costs no such write. After too many deaths its headers alone are read, which tell whose case waits; should even
 * they be deadly, nothing.
 */
export async function decodeCarefully(
  register: Register,
  id: number,
): Promise<{ message: Message; problem: string | null }> {
  const attempts = attemptAt(register, id);
  const { bytes } = storedMessage(register, id)!;
  if (attempts <= MOST_DEATHS) return { message: await readApart(bytes), problem: null };
  const message = attempts === MOST_DEATHS + 1 ? await readApart(headersOf(bytes)) : unreadableMessage(DIED_OF_IT);
  return { message: { ...message, problem: DIED_OF_IT }, problem: DIED_OF_IT };
}
