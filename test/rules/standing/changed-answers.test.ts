import { describe, expect, test } from 'vitest';
import { NO_READING } from '../../../src/rules/replies/reading.ts';
import type { Answer } from '../../../src/rules/standing/journal-entry.ts';
import { standingOf } from '../../../src/rules/standing/standing.ts';
import { takeReading } from '../../../src/rules/standing/take-reading.ts';
import { answer, at, type JournalBuilder, journal } from '../../worlds/journal.ts';

const SAID: Record<string, Answer> = {
  yes: answer('joined'),
  'yes, 12 090 kr': answer('joined', { amountNok: 12090 }),
  'yes, 5 000 kr': answer('joined', { amountNok: 5000 }),
  'decided yes': answer('joined', { stage: 'decided' }),
  'decided yes on 10 March': answer('joined', { stage: 'decided', decidedOn: '2014-03-10' }),
  'decided yes on 20 March': answer('joined', { stage: 'decided', decidedOn: '2014-03-20' }),
  'proposed yes': answer('joined', { stage: 'recommended' }),
  no: answer('declined'),
  'decided no': answer('declined', { stage: 'decided' }),
  'proposed no': answer('declined', { stage: 'recommended' }),
  'yes, if': answer('conditional'),
  'proposed yes, if': answer('conditional', { stage: 'recommended' }),
  'on 8 April': answer('deferred', { expectedBy: '2014-04-08' }),
  'on 29 April': answer('deferred', { expectedBy: '2014-04-29' }),
  later: answer('deferred'),
  question: answer('question'),
};

/** What stands after both mails, read in the order in which they were sent, or the later one first. */
function afterBoth(first: string, second: string, readFirst: 'first' | 'second'): string {
  const mails = [
    { said: SAID[first]!, day: '2014-03-01' },
    { said: SAID[second]!, day: '2014-03-21' },
  ];
  if (readFirst === 'second') mails.reverse();
  const book = journal().request();
  for (const { said, day } of mails) take(book, said, day);
  const { ball, registered, openReviews } = standingOf(book.entries);
  if (openReviews.length > 0) return 'a person';
  const name = Object.keys(SAID).find(one => JSON.stringify(SAID[one]) === JSON.stringify(registered));
  return `${name}${ball === 'ours' ? ', ours' : ''}`;
}

function take(book: JournalBuilder, said: Answer, day: string): string {
  const event = takeReading({ ...NO_READING, ...said, kind: 'answer' }, standingOf(book.entries), true, [], at(day));
  book.on(day).happened(event, { message: book.entries.length + 100 });
  return event.event;
}

describe('a later mail of the same municipality', () => {
  test.each([
    // It changes what they had answered.
    ['yes', 'no', 'a person'],
    ['yes', 'decided no', 'a person'],
    ['decided yes', 'no', 'a person'],
    ['yes', 'proposed no', 'a person'],
    ['yes', 'yes, if', 'a person'],
    ['yes', 'on 8 April', 'a person'],
    ['yes', 'question', 'a person'],
    ['no', 'yes', 'a person'],
    ['no', 'decided yes', 'a person'],
    ['no', 'yes, if', 'a person'],
    ['no', 'later', 'a person'],
    ['yes, 12 090 kr', 'yes, 5 000 kr', 'a person'],
    ['decided yes on 10 March', 'decided yes on 20 March', 'a person'],
    // Their condition, or question, has not been looked at yet.
    ['yes, if', 'yes', 'a person'],
    ['yes, if', 'decided yes', 'a person'],
    ['yes, if', 'no', 'a person'],
    ['yes, if', 'on 8 April', 'a person'],
    ['yes, if', 'question', 'a person'],
    ['question', 'on 8 April', 'a person'],
    ['question', 'proposed yes', 'a person'],
    // It says the same, or goes on from there.
    ['yes', 'yes', 'yes'],
    ['yes', 'decided yes', 'decided yes'],
    ['decided yes', 'yes', 'decided yes'],
    ['yes', 'proposed yes', 'yes'],
    ['yes, if', 'yes, if', 'yes, if, ours'],
    ['later', 'on 8 April', 'on 8 April'],
    ['on 8 April', 'on 29 April', 'on 29 April'],
    ['on 8 April', 'yes', 'yes'],
    ['on 8 April', 'decided no', 'decided no'],
    ['on 8 April', 'yes, if', 'yes, if, ours'],
    ['proposed yes', 'decided yes', 'decided yes'],
    ['proposed yes', 'decided no', 'decided no'],
    ['proposed no', 'proposed yes', 'proposed yes'],
    ['proposed yes, if', 'decided yes', 'decided yes'],
    ['question', 'yes', 'yes'],
    ['question', 'yes, if', 'yes, if, ours'],
    ['question', 'decided no', 'decided no'],
  ])('first «%s», then «%s»: %s, whichever is read first', (first, second, stands) => {
    expect(afterBoth(first, second, 'first')).toBe(stands);
    expect(afterBoth(first, second, 'second')).toBe(stands);
  });

  test('a yes after a condition that we refused, or a date after a question that we answered, is registered', () => {
    const refused = journal().request().says('conditional').happened({ event: 'condition-refused' }, { person: 'Eva' });
    expect(take(refused, SAID.yes!, '2014-03-21')).toBe('answered');
    const answered = journal().request().says('question').happened({ event: 'question-answered' }, { person: 'Eva' });
    expect(take(answered, SAID['on 8 April']!, '2014-03-21')).toBe('answered');
  });

  test('a condition is not forgotten because another mail waits for a person meanwhile', () => {
    const book = journal().request().says('conditional');
    const suggestion = answer('unclear');
    book.happened({ event: 'review-raised', reasons: ['usikker'], suggestion, senderKnown: true }, { message: 7 });
    expect(take(book, SAID.yes!, '2014-03-21')).toBe('review-raised');
  });
});
