import { describe, expect, test } from 'vitest';
import type { Conclusion } from '../../../src/rules/replies/reading.ts';
import { followRereading } from '../../../src/rules/standing/follow-rereading.ts';
import type { Answer, CaseEvent, JournalEntry } from '../../../src/rules/standing/journal-entry.ts';
import { effective, standingOf } from '../../../src/rules/standing/standing.ts';
import { answer, at, journal } from '../../worlds/journal.ts';

const MAIL = 7;
const CAME = at('2014-01-20');

const says = (conclusion: Conclusion, more: Partial<Answer> = {}): CaseEvent => ({
  event: 'answered',
  answer: answer(conclusion, more),
  caseRefs: [],
});

/** A case on which the robot took the mail of 20 January for something; then what came after. */
function read(
  was: CaseEvent,
  now: CaseEvent | null,
  after: (built: ReturnType<typeof journal>) => unknown = () => undefined,
) {
  const built = journal().request('2013-11-28').on('2014-01-20').happened(was, { message: MAIL });
  after(built);
  const lastLetterAt = built.entries.filter(one => one.event === 'letter-sent').at(-1)!.at;
  return followRereading({
    journal: built.entries,
    messageId: MAIL,
    arrivedAt: CAME,
    place: 3,
    says: now,
    lastLetterAt,
  });
}

const letter = (built: ReturnType<typeof journal>) =>
  built
    .on('2014-02-27')
    .happened({ event: 'letter-sent', letter: 'missing', occasion: 'x', addresses: [], byHand: false });

describe('a mail that is read again', () => {
  test('changes nothing when it says the same, whatever the order of its values', () => {
    const { event, answer, caseRefs } = says('joined') as CaseEvent & { event: 'answered' };
    expect(
      read(says('joined'), {
        caseRefs,
        answer: Object.fromEntries(Object.entries(answer).reverse()) as unknown as Answer,
        event,
      }),
    ).toEqual({ what: 'same' });
  });

  test.each<[string, CaseEvent, CaseEvent | null]>([
    ['a receipt that was an answer', { event: 'receipt-seen', caseRefs: [] }, says('deferred')],
    [
      'a review that the reader can decide now',
      { event: 'review-raised', reasons: ['usikker'], suggestion: null, senderKnown: true },
      says('question'),
    ],
    ['the day of a meeting that was not seen', says('deferred'), says('deferred', { expectedBy: '2014-04-24' })],
    ['a statement that was a decision', says('joined'), says('joined', { stage: 'decided' })],
    ['a mail that concerns another case', { event: 'receipt-seen', caseRefs: [] }, null],
  ])('is followed, letters or not: %s', (_, was, now) => {
    expect(read(was, now, letter)).toEqual({ what: 'follows', undo: [3], write: now });
  });

  test.each<[string, CaseEvent, CaseEvent | null, string]>([
    ['an answer that would open the case', says('joined'), says('deferred'), 'åpnet igjen'],
    ['a proposal only', says('joined'), says('joined', { stage: 'recommended' }), '«innstilling: slutter seg til»'],
    ['no answer at all', says('joined'), null, '«ikke svart». Da ville saken blitt åpnet igjen'],
    ['an answer that would close it', says('deferred'), says('joined'), 'saken blitt avsluttet'],
    [
      'a receipt that would be a no',
      { event: 'receipt-seen', caseRefs: [] },
      says('declined'),
      'saken blitt avsluttet',
    ],
  ])('never closes or opens a case by itself: %s', (_, was, now, why) => {
    for (const after of [letter, () => undefined])
      expect(read(was, now, after)).toMatchObject({
        what: 'review',
        undo: [],
        write: { event: 'review-raised', reasons: [expect.stringContaining(why)] },
      });
  });

  test.each<[string, CaseEvent, CaseEvent | null, string]>([
    ['another answer', says('deferred'), says('question'), '«behandles senere» blir «'],
    [
      'another day',
      says('deferred', { expectedBy: '2014-03-04' }),
      says('deferred', { expectedBy: '2014-04-24' }),
      'dagen er ikke lenger 04.03.2014',
    ],
    ['another sum', says('joined', { amountNok: 14133 }), says('joined', { amountNok: 7066 }), 'beløpet er et annet'],
  ])('goes to a person when a letter has left since: %s', (_, was, now, why) => {
    expect(read(was, now, letter)).toMatchObject({
      what: 'review',
      undo: [],
      write: { event: 'review-raised', reasons: [expect.stringContaining(why)] },
    });
    expect(read(was, now)).toMatchObject({ what: 'follows', undo: [3] });
  });

  test('does not touch what a person has said of the mail, or of the case after it', () => {
    const person = { person: 'Eva' };
    expect(
      read(says('joined'), says('deferred'), built => built.on('2014-03-03').happened(says('declined'), person)),
    ).toEqual({ what: 'kept', by: 'Eva' });
    expect(
      read(says('joined'), says('deferred'), built =>
        built.on('2014-03-03').happened({ event: 'undone', entry: 3 }, { ...person, message: MAIL }),
      ),
    ).toEqual({ what: 'kept', by: 'Eva' });
    expect(
      read(says('deferred'), says('question'), built =>
        built.on('2014-03-03').happened({ event: 'contact-set', role: 'officer', address: 'a@b.example' }, person),
      ),
    ).toMatchObject({ what: 'follows' });
  });
});

test('a line that stands in another’s place is folded there', () => {
  const { entries } = journal().request().says('deferred').says('joined');
  const again = { ...entries[2]!, ...says('question'), id: 6, place: 3 } as JournalEntry;
  const undone = { ...entries[2]!, event: 'undone', entry: 3, id: 5, place: 3 } as JournalEntry;
  const all = [...entries, undone, again];
  expect(effective(all).map(one => one.id)).toEqual([1, 2, 6, 4]);
  expect(standingOf(all)).toMatchObject({ answer: 'joined', ball: 'theirs' });
});
