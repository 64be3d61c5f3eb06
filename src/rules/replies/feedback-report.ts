import { notificationIn } from './bounce-notification.ts';
import type { Message } from './message.ts';

/** The subject that Microsoft's service (JMRP) writes above a mail that was reported as spam. */
const COMPLAINT = /^(?:(?:fwd?|fw|vs): ?)?complaint about message from \d/i;

/** «Feedback-Type: abuse», the one field that every report has (RFC 5965 §3.1). */
const FIELD = /^feedback-type *: *\S/im;

/** A complaint about mail of ours (RFC 5965): it says nothing of delivery, and answers nothing. */
export function isFeedback(message: Message): boolean {
  const type = message.headers.find(({ name }) => name === 'content-type')?.value ?? '';
  if (/report-type="?feedback-report/i.test(type)) return true;
  if (message.attachments.some(({ contentType }) => contentType === 'message/feedback-report')) return true;
  if (COMPLAINT.test(message.subject)) return true;
  const text = message.text ?? '';
  return (/\breport\b/i.test(type) && FIELD.test(text)) || notificationIn(text)?.kind === 'complaint';
}
