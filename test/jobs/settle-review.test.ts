import { describe, expect, it } from 'vitest';
import { settleReview } from '../../src/jobs/settle-review.ts';
import { openReviews } from '../../src/register/journal.ts';
import { answer } from '../worlds/journal.ts';
import { runningStory } from './running-story.ts';

describe('settling a message', () => {
  it('accepts what the robot suggests, as the person’s own word', () => {
    const { register, act, robotAsks, standing } = runningStory('Bjugn');
    const message = robotAsks(['Bjugn'], answer('joined', { stage: 'decided', amountNok: 14133 }));
    expect(standing('Bjugn')).toMatchObject({ ball: 'review', closed: false });
    settleReview(register, message, act);
    expect(standing('Bjugn')).toMatchObject({ answer: 'joined', source: 'person', closed: true, openReviews: [] });
    expect(standing('Bjugn').details).toMatchObject({ stage: 'decided', amountNok: 14133 });
    expect(openReviews(register)).toEqual([]);
  });

  it('takes the person’s answer instead; the sums stay, the evidence for something else does not', () => {
    const { register, act, robotAsks, standing } = runningStory('Bjugn');
    const evidence = [{ field: 'conclusion', text: 'på vilkår av', part: 'body' }];
    const message = robotAsks(['Bjugn'], answer('conditional', { amountNok: 14133, evidence }));
    settleReview(register, message, { ...act, as: 'joined', known: { decidedOn: '2014-02-25' } });
    expect(standing('Bjugn').details).toMatchObject({
      conclusion: 'joined',
      stage: 'decided',
      decidedOn: '2014-02-25',
      amountNok: 14133,
      evidence: [],
    });
  });

  it('settles a message about several cases for all of them', () => {
    const { register, act, robotAsks, standing } = runningStory('Rissa', 'Roan');
    const message = robotAsks(['Rissa', 'Roan'], answer('declined'));
    settleReview(register, message, act);
    expect([standing('Rissa').answer, standing('Roan').answer]).toEqual(['declined', 'declined']);
  });

  it('puts the answer where it belongs and releases the case that the robot took it for', () => {
    const { register, act, robotAsks, standing, caseOf } = runningStory('Rissa', 'Roan');
    const message = robotAsks(['Rissa'], answer('joined'));
    settleReview(register, message, { ...act, cases: [caseOf('Roan')] });
    expect(standing('Roan').answer).toBe('joined');
    expect(standing('Rissa')).toMatchObject({ answer: 'none', ball: 'theirs' });
  });

  it('asks whom a message concerns when nobody knows', () => {
    const { register, act, robotAsks, caseOf, standing } = runningStory('Roan');
    const message = robotAsks([], answer('joined'));
    expect(settleReview(register, message, act)).toMatchObject({
      refused: expect.stringContaining('--municipality'),
    });
    settleReview(register, message, { ...act, cases: [caseOf('Roan')] });
    expect(standing('Roan').answer).toBe('joined');
    expect(openReviews(register)).toEqual([]);
  });

  it('can take a message for a receipt, or for nothing', () => {
    const { register, act, robotAsks, standing } = runningStory('Rissa', 'Roan');
    settleReview(register, robotAsks(['Rissa'], answer('unclear')), { ...act, as: 'receipt' });
    settleReview(register, robotAsks(['Roan'], answer('unclear')), { ...act, as: 'nothing' });
    expect(standing('Rissa')).toMatchObject({ answer: 'none', ball: 'theirs' });
    expect(standing('Roan')).toMatchObject({ answer: 'none', ball: 'theirs' });
    expect(openReviews(register)).toEqual([]);
  });

  it('refuses to guess when the robot has no suggestion, or an unclear one, and writes nothing', () => {
    const { register, act, robotAsks } = runningStory('Rissa', 'Roan');
    const without = robotAsks(['Rissa'], null);
    const unclear = robotAsks(['Roan'], answer('unclear'));
    expect(settleReview(register, without, act)).toMatchObject({ refused: expect.stringContaining('--as') });
    expect(settleReview(register, unclear, act)).toMatchObject({ refused: expect.stringContaining('uklart') });
    expect(openReviews(register)).toHaveLength(2);
  });

  it('refuses a message that does not wait, and one that is not there', () => {
    const { register, act, robotSays } = runningStory('Rissa');
    expect(settleReview(register, robotSays('Rissa', 'joined'), act)).toMatchObject({
      refused: expect.stringContaining('venter ikke'),
    });
    expect(settleReview(register, 999, act)).toMatchObject({ refused: expect.stringContaining('ingen melding 999') });
  });
});
