import { expect, test } from 'vitest';
import { CAMPAIGN, readMail, shortly } from './read-mail.ts';

const HEADER = 'Fra: Guri Testdal <guri@ks.example>\nSendt: 1. september 2026 08:30\nTil: Tore Nesset\nEmne: x';
const [GREETING = '', OFFER = '', QUESTION = '', CLOSING = ''] = CAMPAIGN.sent[0]!.text.split('\n\n');
const YES = 'Fjordvik kommune slutter seg til ordningen.';

/** A reply with our letter quoted as Outlook does, without marks. */
const reply = (above: string, ...parts: string[]) => readMail([above, HEADER, ...parts].join('\n\n'));

test.each([
  ['Se svar under.', 'points to it'],
  ['Hei, vi har svart i rødt nedenfor.\n\nMvh Tore', 'points to it in other words'],
  ['Hei Guri,', 'only greets'],
])('«%s»: who %s writes his answer between our lines', above => {
  const reading = reply(above, GREETING, OFFER, QUESTION, YES, CLOSING);
  expect(shortly(reading)).toBe('joined/stated');
  expect(reading.evidence.map(({ text }) => text)).toContain(YES);
  expect(reading.newText).toContain(YES);
  expect(reading.newText).not.toContain('grunnbeløp');
});

test('an answer below our letter is one too', () => {
  expect(shortly(reply('Se svar nedenfor.', GREETING, OFFER, QUESTION, CLOSING, YES))).toBe('joined/stated');
});

test('our own letter below says nothing', () => {
  for (const above of ['Se under.', 'Hei,', 'Svar er gitt nedenfor.', ''])
    expect(reply(above, GREETING, OFFER, QUESTION, CLOSING).conclusion).not.toBe('joined');
});

test('who gives his answer on top is not asked what stands below', () => {
  const reading = reply('Vi slutter oss ikke til ordningen.\n\nTore', GREETING, OFFER, QUESTION, YES, CLOSING);
  expect(shortly(reading)).toBe('declined/stated');
});

test('of our list, the ticked choice is the answer', () => {
  const ticked = QUESTION.replace('a) slutter', '(x) a) slutter');
  expect(reply('Hei,', GREETING, OFFER, ticked, CLOSING).newText).toContain('(x) a) slutter seg til ordningen');
});

test.each(['(x)', '☒'])('a list of ours that is copied with one choice ticked says that one: %s', tick => {
  const list = `${tick} Fjordvik kommune slutter seg ikke til ordningen.\n( ) Fjordvik kommune slutter seg til ordningen.`;
  expect(shortly(readMail(`Hei,\n\n${list}\n\nMvh Tore`))).toBe('declined/stated');
});
