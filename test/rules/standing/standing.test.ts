import { describe, expect, test } from 'vitest';
import type { CaseEvent } from '../../../src/rules/standing/journal-entry.ts';
import { standingOf } from '../../../src/rules/standing/standing.ts';
import { answer, at, journal } from '../../worlds/journal.ts';

describe('the answer axis', () => {
  test('a statement or a decision closes a case', () => {
    expect(standingOf(journal().request().says('joined').entries)).toMatchObject({
      answer: 'joined',
      closed: true,
      outstanding: false,
    });
    const no = journal().request().says('declined', { stage: 'decided' });
    expect(standingOf(no.entries)).toMatchObject({ answer: 'declined', closed: true, outstanding: false });
  });

  test('a recommendation does not close a case: a proposal is not a decision', () => {
    const proposed = journal().request().says('joined', { stage: 'recommended', expectedBy: '2014-04-08' });
    expect(standingOf(proposed.entries)).toMatchObject({
      answer: 'recommended',
      closed: false,
      outstanding: true,
      ball: 'theirs',
    });
    expect(standingOf(proposed.on('2014-04-09').says('joined', { stage: 'decided' }).entries)).toMatchObject({
      answer: 'joined',
      closed: true,
    });
  });

  test('a condition and a question wait for us, a condition that is only proposed does not', () => {
    expect(standingOf(journal().request().says('conditional').entries).ball).toBe('ours');
    expect(standingOf(journal().request().says('question').entries).ball).toBe('ours');
    expect(standingOf(journal().request().says('conditional', { stage: 'recommended' }).entries).ball).toBe('theirs');
  });

  test('an accepted condition is a yes; a refused one gives the ball back', () => {
    const conditional = journal().request().says('conditional');
    expect(standingOf(conditional.happened({ event: 'condition-accepted' }, { person: 'Eva' }).entries)).toMatchObject({
      answer: 'joined',
      closed: true,
      source: 'person',
    });
    const refused = journal().request().says('conditional').happened({ event: 'condition-refused' }, { person: 'Eva' });
    expect(standingOf(refused.entries)).toMatchObject({ answer: 'conditional', ball: 'theirs', outstanding: true });
  });
});

describe('delivery events', () => {
  test('receipts, absences and bounces never set, clear or reset an answer', () => {
    const joined = journal().request().says('joined');
    joined.happened({ event: 'receipt-seen', caseRefs: ['2013/1'] });
    joined.happened({ event: 'absence-seen', until: null });
    joined.happened({ event: 'bounced', recipients: ['postmottak@hitra.kommune.example'], permanent: true });
    expect(standingOf(joined.entries)).toMatchObject({ answer: 'joined', closed: true, theirReferences: ['2013/1'] });
  });

  test('hard means that every address of the case bounces', () => {
    const two = ['postmottak@hitra.kommune.example', 'r@hitra.kommune.example'];
    const bounced = journal()
      .request('2013-11-28', two)
      .happened({ event: 'bounced', recipients: [two[0]!], permanent: true });
    expect(standingOf(bounced.entries).delivery).toBe('bounced soft');
    expect(
      standingOf(bounced.happened({ event: 'bounced', recipients: [two[1]!], permanent: true }).entries).delivery,
    ).toBe('bounced hard');
    const mended = bounced.happened(
      { event: 'contact-set', role: 'postmottak', address: 'post@hitra.kommune.example' },
      { person: 'Eva' },
    );
    expect(standingOf(mended.entries).delivery).toBe('bounced soft');
  });

  test('a delay is not a failure', () => {
    const delayed = journal()
      .request()
      .happened({ event: 'bounced', recipients: ['postmottak@hitra.kommune.example'], permanent: false });
    expect(standingOf(delayed.entries).delivery).toBe('bounced soft');
  });
});

describe('review', () => {
  const raised: CaseEvent & { event: 'review-raised' } = {
    event: 'review-raised',
    reasons: ['usikker'],
    suggestion: answer('unclear'),
    senderKnown: true,
  };

  test('an unclear message of theirs shows as unclear until a person has settled it', () => {
    const unclear = journal().request().says('deferred').happened(raised, { message: 7 });
    expect(standingOf(unclear.entries)).toMatchObject({ answer: 'unclear', ball: 'review', openReviews: [7] });
    unclear.happened({ event: 'review-settled', as: 'nothing' }, { person: 'Eva', message: 7 });
    expect(standingOf(unclear.entries)).toMatchObject({ answer: 'deferred', ball: 'theirs', openReviews: [] });
  });

  test('so does one that the robot has an opinion on, but not over a person who has spoken', () => {
    const doubted = { ...raised, suggestion: answer('conditional', { amountNok: 5000 }) };
    expect(standingOf(journal().request().says('deferred').happened(doubted, { message: 7 }).entries)).toMatchObject({
      answer: 'unclear',
      details: { conclusion: 'unclear', amountNok: 5000 },
    });
    const phoned = journal().request().says('deferred', {}, 'Eva').happened(doubted, { message: 7 });
    expect(standingOf(phoned.entries)).toMatchObject({ answer: 'deferred', source: 'person', ball: 'review' });
  });

  test('a claim from an unknown sender changes nothing but the ball', () => {
    const claim = { ...raised, suggestion: answer('joined'), senderKnown: false };
    expect(standingOf(journal().request().happened(claim, { message: 7 }).entries)).toMatchObject({
      answer: 'none',
      closed: false,
      ball: 'review',
    });
  });

  test('an unclear message never reopens a closed case', () => {
    expect(standingOf(journal().request().says('joined').happened(raised, { message: 7 }).entries)).toMatchObject({
      answer: 'joined',
      closed: true,
      ball: 'review',
    });
  });
});

describe('the journal', () => {
  test('gives the standing as of a date', () => {
    const later = journal()
      .request()
      .on('2013-12-12')
      .says('deferred')
      .on('2014-01-24')
      .says('joined', { stage: 'decided' });
    expect(standingOf(later.entries, at('2013-12-31')).answer).toBe('deferred');
    expect(standingOf(later.entries, at('2013-12-01')).answer).toBe('none');
    expect(standingOf(later.entries).answer).toBe('joined');
  });

  test('an undone entry has no effect, and an undone undoing has none either', () => {
    const undone = journal().request().says('joined').happened({ event: 'undone', entry: 3 }, { person: 'Eva' });
    expect(standingOf(undone.entries).answer).toBe('none');
    expect(standingOf(undone.happened({ event: 'undone', entry: 4 }, { person: 'Eva' }).entries).answer).toBe('joined');
  });

  test('a withdrawn case owes nothing', () => {
    const withdrawn = journal().request().happened({ event: 'withdrawn', because: 'slått sammen' }, { person: 'Eva' });
    expect(standingOf(withdrawn.entries)).toMatchObject({
      outstanding: false,
      closed: false,
      withdrawn: 'slått sammen',
    });
  });
});
