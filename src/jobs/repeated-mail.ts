import { messageHeader, othersWithSameId, readingOf } from '../register/messages.ts';
import type { Register } from '../register/open-register.ts';
import { letterByMailId } from '../register/outbox.ts';
import type { Message } from '../rules/replies/message.ts';
import type { Reading } from '../rules/replies/reading.ts';
import { loopIdsOf } from '../rules/replies/robot-letter.ts';
import { isSameMail, sameWords } from '../rules/replies/same-mail.ts';
import { sealOf } from './take-witness.ts';

/** Whether a mail has been here before, by its Message-ID (its bytes were looked at when it was stored). */
export interface Repetition {
  /** The earlier mail that it repeats; null when it is one of its own. */
  of: number | null;
  /** Another mail with other content bears the same id. */
  idUsedAgain: boolean;
}

/**
 * Uploaded again with other transport headers, or sent through a list: same id, sender and words. Other words under the same
 * id are a mail of their own, and nobody's dates or names are made into an id where there is none.
 */
export function repetitionOf(register: Register, id: number, message: Message, reading: Reading): Repetition {
  if (message.messageId === null) return { of: null, idUsedAgain: false };
  const from = message.from?.address ?? null;
  const isListCopy = message.headers.some(({ name }) => name === 'list-id' || name === 'list-post');
  const others = othersWithSameId(register, message.messageId, id).flatMap(one => {
    const before = readingOf(register, one.id);
    return before === null ? [] : [{ ...one, before }];
  });
  const same = others.find(
    one => (isListCopy || (from !== null && one.from === from)) && isSameMail(one.before, reading, isListCopy),
  );
  if (same !== undefined) return { of: same.id, idUsedAgain: false };
  // Of one that could not be read nobody knows whether it said the same.
  const isOther = others.some(one => one.state === 'read' && !sameWords(one.before.newText, reading.newText));
  const isOurs = letterByMailId(register, message.messageId) !== null;
  return { of: null, idUsedAgain: isOther || (isOurs && !isOurLetter(register, message)) };
}

/** Our own letter come back to us (an alias, a list, its copy): by its seal, or its id and who wrote it or its loop header. */
export function isOurLetter(register: Register, message: Message): boolean {
  if (sealOf(register, message) !== null) return true;
  const letter = message.messageId === null ? null : letterByMailId(register, message.messageId);
  if (letter === null) return false;
  const wrote = letter.messageId === null ? null : messageHeader(register, letter.messageId);
  return loopIdsOf(message).length > 0 || message.from === null || message.from.address === wrote?.from;
}
