import { expect, test } from 'vitest';
import { isCalendarReply } from '../../../src/rules/replies/calendar-reply.ts';
import type { Message } from '../../../src/rules/replies/message.ts';
import { subjectAnswer } from '../../../src/rules/replies/subject-answer.ts';
import { KNOWN, readMail, shortly } from './read-mail.ts';

const OURS = 'Felles digitaliseringsrådgiver for kommunene';

const mail = (changes: Partial<Message>): Message => ({
  messageId: '<a@x.example>',
  answers: [],
  from: { name: '', address: 'a@x.example' },
  to: [],
  cc: [],
  subject: '',
  sentOn: '2026-09-15T08:00:00Z',
  headers: [],
  text: '',
  htmlText: null,
  attachments: [],
  attachedMessages: [],
  problem: null,
  ...changes,
});
const calendar = (text: string | null) => [
  { name: 'invite.ics', contentType: 'text/calendar', size: 10, text, problem: null },
];

test.each<[string, Partial<Message>]>([
  ['a reply in the calendar', { attachments: calendar('BEGIN:VCALENDAR\nMETHOD:REPLY\n'), text: 'Jeg kommer.' }],
  ['«Godtatt:» without a word', { subject: 'Godtatt: Møte om ordningen' }],
  ['«Avslått:» with a calendar', { subject: 'Avslått: Møte', attachments: calendar(null), text: 'Kan ikke.' }],
  [
    '«Accepted:» by its header',
    {
      subject: 'Accepted: Meeting',
      text: 'ok',
      headers: [{ name: 'Content-Class', value: 'urn:content-classes:calendarmessage' }],
    },
  ],
])('%s is a calendar answering', (_, changes) => {
  expect(isCalendarReply(mail(changes))).toBe(true);
});

test.each<[string, Partial<Message>]>([
  [
    'an invitation',
    { attachments: calendar('BEGIN:VCALENDAR\nMETHOD:REQUEST\n'), subject: 'Møte', text: 'Velkommen.' },
  ],
  ['«Godtatt:» above words of her own', { subject: 'Godtatt: Felles rådgiver', text: 'Fjordvik slutter seg til.' }],
  ['an ordinary mail', { subject: 'SV: Møte', text: '' }],
])('%s is none', (_, changes) => {
  expect(isCalendarReply(mail(changes))).toBe(false);
});

test.each([
  [`SV: ${OURS} – Fjordvik er med`, 'Fjordvik er med'],
  [`Re: SV: Ja takk fra Fjordvik - ${OURS}`, 'Ja takk fra Fjordvik'],
  [`SV: ${OURS}`, ''],
  ['SV: Fjordvik takker nei', 'Fjordvik takker nei'],
])('the subject «%s» says «%s»', (subject, said) => {
  expect(subjectAnswer(mail({ subject }), KNOWN).trim()).toBe(said);
});

test('a mail with an attachment answers in it, not in its subject', () => {
  const attachments = [{ name: 'a.pdf', contentType: 'application/pdf', size: 1, text: 'x', problem: null }];
  expect(subjectAnswer(mail({ subject: `SV: ${OURS} – nei`, attachments }), KNOWN)).toBe('');
});

test('an answer in the subject alone is read', () => {
  expect(shortly(readMail('', { subject: `SV: ${OURS} – Fjordvik er med` }))).toMatch(/^joined\/stated/);
});
