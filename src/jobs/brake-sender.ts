import { openReviews } from '../register/journal.ts';
import { answersSince } from '../register/messages.ts';
import type { Register } from '../register/open-register.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { addSeconds } from '../rules/calendar/oslo-time.ts';
import type { Message } from '../rules/replies/message.ts';
import type { Reading } from '../rules/replies/reading.ts';
import type { CaseEvent } from '../rules/standing/journal-entry.ts';
import { braked, MOST_ANSWERS_AN_HOUR } from '../rules/standing/sender-brake.ts';
import type { Effect } from './effects-of-reading.ts';

const HOUR = 3600;

/** Lets the effects of a mail wait when its sender has sent too many answers within the hour before it. */
export function brakeSender(
  register: Register,
  messageId: number,
  message: Message,
  reading: Reading,
  effects: Effect[],
  arrivedAt: Instant,
): Effect[] {
  const sender = message.from?.address ?? '';
  if (sender === '' || (reading.kind !== 'answer' && !reading.review)) return effects;
  const hour = { from: addSeconds(arrivedAt, -HOUR), to: arrivedAt };
  if (answersSince(register, sender, hour, messageId) < MOST_ANSWERS_AN_HOUR) return effects;
  const waiting = openReviews(register).filter(one => one.data.brakes === sender);
  return effects.map(effect => {
    const behind = waiting.find(one => one.caseId === effect.caseId)?.messageId ?? null;
    const event = braked(effect.event as CaseEvent, sender, behind);
    return { ...effect, event } as Effect;
  });
}
