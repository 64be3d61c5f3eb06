import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../src/rules/replies/reading.ts';
import { standingOf } from '../../../src/rules/standing/standing.ts';
import { takeReading } from '../../../src/rules/standing/take-reading.ts';
import { at, type JournalBuilder, journal } from '../../worlds/journal.ts';

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

const take = (said: Partial<Reading>, before: JournalBuilder, doubts: string[] = [], arrivedAt = at('2014-06-01')) =>
  takeReading(reading(said), standingOf(before.entries), true, doubts, arrivedAt);

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
    expect(take({ conclusion: 'deferred', stage: null, expectedBy: '2014-04-29' }, phoned)).toMatchObject({
      event: 'review-raised',
    });
  });

  test('a new question or condition is never a repetition once we have answered the last one', () => {
    const asked = journal()
      .request()
      .says('question', {}, 'Eva')
      .happened({ event: 'question-answered' }, { person: 'Eva' });
    expect(take({ conclusion: 'question', stage: null }, asked)).toMatchObject({ event: 'review-raised' });
    const refused = journal()
      .request()
      .says('conditional', {}, 'Eva')
      .happened({ event: 'condition-refused' }, { person: 'Eva' });
    expect(take({ conclusion: 'conditional' }, refused)).toMatchObject({ event: 'review-raised' });
  });

  test('another sum after a yes goes to a person', () => {
    const joined = journal().request().says('joined', { amountNok: 12090 });
    expect(take({ stage: 'decided', amountNok: 5000 }, joined)).toMatchObject({
      event: 'review-raised',
      reasons: ['Kommunen oppgir et annet beløp enn før.'],
    });
  });

  test('a mail that is older than the answer does not write over it, but a yes of any age is seen', () => {
    const deferred = journal().request().on('2014-03-20').says('deferred', { expectedBy: '2014-04-08' });
    expect(
      take({ conclusion: 'deferred', stage: null, expectedBy: '2014-03-28' }, deferred, [], at('2014-03-10')),
    ).toMatchObject({ event: 'confirmed' });
    const declined = journal().request().on('2014-03-20').says('declined');
    expect(take({}, declined, [], at('2014-03-10'))).toMatchObject({ event: 'review-raised' });
  });

  test('what the reader doubts, and a sender whom the server disowns, raise a review', () => {
    expect(take({ review: true, reviewReasons: ['Ukjent avsender.'] }, journal().request())).toMatchObject({
      event: 'review-raised',
      reasons: ['Ukjent avsender.'],
    });
    expect(take({}, journal().request(), ['Avsenderen kunne ikke bekreftes: dmarc=fail.'])).toMatchObject({
      event: 'review-raised',
      senderKnown: false,
    });
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
