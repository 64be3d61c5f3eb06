import { fold } from '../text/fold.ts';
import { isAutomatic } from './automatic.ts';
import { bounceOf } from './bounce.ts';
import type { DeliveryRow } from './delivery-report.ts';
import { isFeedback } from './feedback-report.ts';
import type { Message } from './message.ts';

/** What a mail is before anybody asks what it says. */
export interface MailClass {
  /** `delay` = the server still tries; `feedback` = a complaint (RFC 5965); `none` = written by a person. */
  kind: 'bounce' | 'delay' | 'auto_reply' | 'feedback' | 'none';
  /** Of a bounce or delay: everyone who failed or waits. */
  recipients: DeliveryRow[];
}

/** The beginning is enough to see that a program wrote it. */
const BEGINNING = 5000;

/** Sorts a mail by its form alone, without knowing campaigns or municipalities. */
export function mailClass(message: Message): MailClass {
  const text = (message.text ?? message.htmlText ?? '').slice(0, BEGINNING);
  return deliveryClass(message) ?? { kind: isAutomatic(message, fold(text)) ? 'auto_reply' : 'none', recipients: [] };
}

/** The part of it that needs no text of a letter: reports of mail servers and complaints. Null for all other mail. */
export function deliveryClass(message: Message): MailClass | null {
  if (isFeedback(message)) return { kind: 'feedback', recipients: [] };
  const bounce = bounceOf(message);
  return bounce === null ? null : { kind: bounce.permanent ? 'bounce' : 'delay', recipients: bounce.rows };
}
