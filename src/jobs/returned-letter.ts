import { journalOfCase } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import { casesOfLetter, letterByMailId } from '../register/outbox.ts';
import type { Message } from '../rules/replies/message.ts';
import { effective } from '../rules/standing/standing.ts';
import { casesSealed, sealOf } from './take-witness.ts';

/** A report of more text than that names our letter in its beginning, or is somebody else's. */
const LONGEST = 200_000;

/** More ids than that in one report are a list, not a letter that came back. */
const MOST_IDS = 200;

/**
 * Which of these cases a delivery report can speak of: those whose letter it brings back, by our Message-ID or our seal.
 * Danger: anybody can write «postmottak@… finnes ikke», and a case whose addresses all fail is not reminded any more.
 */
export function casesReturned(register: Register, message: Message): Set<number> {
  const returned = new Set<number>();
  for (const id of idsIn(message)) {
    const letter = letterByMailId(register, id);
    if (letter !== null) for (const { caseId } of casesOfLetter(register, letter.id)) returned.add(caseId);
  }
  for (const attached of message.attachedMessages) {
    const seal = sealOf(register, attached);
    if (seal !== null) for (const caseId of casesSealed(register, seal)) returned.add(caseId);
  }
  return returned;
}

/** The addresses that this case's letters went to. */
export function addressesWrittenTo(register: Register, caseId: number): Set<string> {
  const lines = effective(journalOfCase(register, caseId));
  return new Set(
    lines.flatMap(one => (one.event === 'letter-sent' || one.event === 'written-by-hand' ? one.addresses : [])),
  );
}

function idsIn(message: Message): string[] {
  const texts = [message.text, message.htmlText, ...message.attachments.map(({ text }) => text)];
  const written = texts.flatMap(text => (text ?? '').slice(0, LONGEST).match(/<[^<>\s]{1,500}@[^<>\s]{1,250}>/g) ?? []);
  const attached = message.attachedMessages.flatMap(({ messageId }) => (messageId === null ? [] : [messageId]));
  return [...new Set([...message.answers, ...attached, ...written])].slice(0, MOST_IDS);
}
