import type { Message } from './message.ts';

/** What calendars write in front of the subject of the meeting when somebody answers an invitation. */
const ANSWERED =
  /^\s{0,5}(?:godtatt|akseptert|avslått|foreløpig(?: godtatt| akseptert)?|tentativt?|accepted|declined|tentative|nytt tidspunkt foreslått|new time proposed)\s?:/i;

/** A calendar's answer to an invitation: who accepts a meeting has said nothing of the request. */
export function isCalendarReply({ subject, attachments, headers, text }: Message): boolean {
  const calendars = attachments.filter(({ contentType }) => contentType.startsWith('text/calendar'));
  if (calendars.some(({ text }) => /^METHOD:REPLY/im.test(text ?? ''))) return true;
  const isCalendar =
    calendars.length > 0 ||
    headers.some(({ name, value }) => /^content-(?:class|type)$/i.test(name) && /calendar/i.test(value));
  return ANSWERED.test(subject) && (isCalendar || (text ?? '').trim() === '' || ANSWERED.test(text ?? ''));
}
