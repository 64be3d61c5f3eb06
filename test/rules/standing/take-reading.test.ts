import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../src/rules/replies/reading.ts';
import { standingOf } from '../../../src/rules/standing/standing.ts';
import { takeReading } from '../../../src/rules/standing/take-reading.ts';
import { type JournalBuilder, journal } from '../../worlds/journal.ts';

function reading(more: Partial<Reading>): Reading {
  return {
    kind: 'answer',
    conclusion: 'joined',
    stage: 'stated',
    municipalities: ['Hitra'],
    amountNok: null,
    inhabitants: null,
    expectedBy: null,
    decidedOn: null,
    body: null,
    caseRefs: [],
    recipients: [],
    permanent: null,
    newText: '',
    absentUntil: null,
    campaign: '2013-samhandling',
    confidence: 0.9,
    review: false,
    reviewReasons: [],
    evidence: [],
    problem: null,
    ...more,
  };
}

const take = (said: Partial<Reading>, before: JournalBuilder, trust: 'pass' | 'unknown' | 'fail' = 'unknown') =>
  takeReading(reading(said), standingOf(before.entries), true, trust);

describe('what one reading does to a case', () => {
  test('an answer to an open case is registered', () => {
    expect(take({}, journal().request())).toMatchObject({ event: 'answered', answer: { conclusion: 'joined' } });
    expect(take({ stage: 'decided' }, journal().request().says('joined', { stage: 'recommended' }))).toMatchObject({
      event: 'answered',
    });
  });

  test('a decision strengthens a statement, a repetition only confirms', () => {
    expect(take({ stage: 'decided' }, journal().request().says('joined'))).toMatchObject({ event: 'answered' });
    expect(take({}, journal().request().says('joined'))).toMatchObject({ event: 'confirmed' });
    expect(take({ stage: 'recommended' }, journal().request().says('joined'))).toMatchObject({ event: 'confirmed' });
  });

  test.each([['declined'], ['conditional'], ['deferred'], ['question'], ['unclear']] as const)(
    'a later «%s» after a yes goes to a person',
    conclusion => {
      expect(take({ conclusion }, journal().request().says('joined', { stage: 'decided' }))).toMatchObject({
        event: 'review-raised',
      });
    },
  );

  test("a person's word is never overwritten by the robot", () => {
    const phoned = journal().request().says('deferred', { expectedBy: '2014-04-08' }, 'Eva');
    expect(take({}, phoned)).toMatchObject({ event: 'review-raised' });
    expect(take({ conclusion: 'deferred', stage: null }, phoned)).toMatchObject({ event: 'confirmed' });
  });

  test('what the reader doubts, and a sender whom the server disowns, raise a review', () => {
    expect(take({ review: true, reviewReasons: ['Ukjent avsender.'] }, journal().request())).toMatchObject({
      event: 'review-raised',
      reasons: ['Ukjent avsender.'],
    });
    expect(take({}, journal().request(), 'fail')).toMatchObject({ event: 'review-raised', senderKnown: false });
  });

  test('receipts, absences and bounces are delivery events whatever they quote', () => {
    expect(take({ kind: 'receipt', conclusion: null, caseRefs: ['13/1'] }, journal().request())).toEqual({
      event: 'receipt-seen',
      caseRefs: ['13/1'],
    });
    expect(take({ kind: 'out-of-office', conclusion: null }, journal().request())).toMatchObject({
      event: 'absence-seen',
    });
    expect(
      take({ kind: 'bounce', conclusion: null, permanent: true, recipients: ['a@b.example'] }, journal().request()),
    ).toMatchObject({ event: 'bounced', permanent: true });
  });
});
