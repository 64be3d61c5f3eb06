import type { Instant } from '../calendar/iso-date.ts';
import { addSeconds } from '../calendar/oslo-time.ts';
import { isMarkedAutomatic, isNoReply } from '../replies/automatic.ts';
import { deliveryClass } from '../replies/mail-class.ts';
import type { Message } from '../replies/message.ts';
import { goesInCircles, loopIdsOf } from '../replies/robot-letter.ts';

/** A sender gets one automatic answer in so many days: whatever robot he is, it ends with the first one. */
export const DAYS_BETWEEN = 7;
/** More automatic answers than this in an hour, to whomever, are a fault: the rest waits for a person. */
export const MOST_AN_HOUR = 20;

const DAY = 24 * 3600;

export interface AnsweredBefore {
  /** Every address that we write as, or that ends in our mailbox; lower case. */
  ownAddresses: readonly string[];
  /** When this sender last got an automatic answer, in any campaign; null = never. */
  lastToSender: Instant | null;
  /** Automatic answers that left within the hour. */
  lastHour: number;
}

/**
 * Whether a program may answer this mail by itself (a receipt): any one mark of a robot is enough to be silent, and a loop
 * that nothing marks ends with its first answer (RFC 3834, reliability.md §4.10).
 * @returns `stop`: the fault is ours and not this mail's; nothing may be answered automatically now
 */
export function mayAnswerAutomatically(
  message: Message,
  { ownAddresses, lastToSender, lastHour }: AnsweredBefore,
  now: Instant,
): { may: true } | { may: false; because: string; stop?: true } {
  const because = whyRobot(message, ownAddresses);
  if (because !== null) return { may: false, because };
  if (lastToSender !== null && lastToSender > addSeconds(now, -DAYS_BETWEEN * DAY))
    return { may: false, because: `avsenderen har fått et automatisk svar de siste ${DAYS_BETWEEN} dagene` };
  if (lastHour >= MOST_AN_HOUR)
    return { may: false, because: `${lastHour} automatiske svar er sendt den siste timen`, stop: true };
  return { may: true };
}

function whyRobot(message: Message, ownAddresses: readonly string[]): string | null {
  const values = (name: string) => message.headers.filter(one => one.name === name).map(one => one.value.trim());
  const from = message.from?.address ?? '';
  if (from === '') return 'avsenderen har ingen brukbar adresse';
  if (ownAddresses.includes(from)) return 'meldingen er fra oss selv';
  if (loopIdsOf(message).length > 0) return 'meldingen er skrevet av Purrebot';
  if (goesInCircles(message)) return 'meldingen går i ring';
  if (message.problem !== null) return 'meldingen kunne ikke leses';
  if (values('return-path').some(value => /^<\s*>/.test(value))) return 'meldingen har ingen returadresse';
  if (values('content-type').some(value => /^multipart\/report\b/i.test(value)) || deliveryClass(message) !== null)
    return 'meldingen er en rapport fra en e-posttjener';
  if (values('auto-submitted').some(value => tokenOf(value) !== 'no') || isMarkedAutomatic(message))
    return 'meldingen er sendt automatisk';
  // Outlook's servers: DR, OOF, AutoReply and so on; «None» asks for nothing.
  if (values('x-auto-response-suppress').some(value => !/^(?:none)?$/i.test(value)))
    return 'avsenderens program vil ikke ha automatiske svar';
  if (message.headers.some(({ name }) => LIST_MARKS.has(name)) || values('precedence').some(isBulk))
    return 'meldingen er sendt til en liste eller i stort antall';
  return isNoReply(message) ? 'ingen leser avsenderens adresse' : null;
}

/** `auto-replied; foo=bar`, ` AUTO-GENERATED (x)`: the word before its parameters and comments (RFC 3834 §5). */
function tokenOf(value: string): string {
  return (/^[a-z-]+/i.exec(value)?.[0] ?? '').toLowerCase();
}

const LIST_MARKS: ReadonlySet<string> = new Set(['list-id', 'list-post', 'list-unsubscribe', 'feedback-id']);

function isBulk(value: string): boolean {
  return ['bulk', 'junk', 'list', 'auto_reply', 'auto-reply'].includes(value.toLowerCase());
}
