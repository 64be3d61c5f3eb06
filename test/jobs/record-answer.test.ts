import { describe, expect, it } from 'vitest';
import { recordAnswer } from '../../src/jobs/record-answer.ts';
import { withdrawCase } from '../../src/jobs/withdraw-case.ts';
import { journalOfCase } from '../../src/register/journal.ts';
import { answer } from '../worlds/journal.ts';
import { runningStory } from './running-story.ts';

const NEI = { conclusion: 'declined', stage: null, amountNok: null, expectedBy: null, decidedOn: null } as const;
const PHONE = { channel: 'telefon', note: 'rådmannen ringte' };

describe('an answer outside the mailbox', () => {
  it('stands as the person’s word, with channel and note in the journal', () => {
    const { register, act, caseOf, standing } = runningStory('Hitra');
    recordAnswer(register, caseOf('Hitra'), NEI, PHONE, act);
    expect(standing('Hitra')).toMatchObject({ answer: 'declined', source: 'person', closed: true });
    expect(journalOfCase(register, caseOf('Hitra')).at(-1)).toMatchObject({
      event: 'answered',
      actor: 'Eva L. Indreby',
      at: act.at,
      ...PHONE,
    });
  });

  it('is a decision when the day of the decision is given, else a statement', () => {
    const { register, act, caseOf, standing } = runningStory('Hitra', 'Roan');
    recordAnswer(register, caseOf('Hitra'), { ...NEI, decidedOn: '2014-02-27' }, PHONE, act);
    recordAnswer(register, caseOf('Roan'), NEI, PHONE, act);
    expect([standing('Hitra').details?.stage, standing('Roan').details?.stage]).toEqual(['decided', 'stated']);
  });

  it('stands over the robot’s answer, and tells of a message that still waits', () => {
    const { register, act, caseOf, standing, robotSays, robotAsks } = runningStory('Hitra');
    robotSays('Hitra', 'joined');
    const waiting = robotAsks(['Hitra'], answer('joined'));
    const result = recordAnswer(register, caseOf('Hitra'), NEI, PHONE, act);
    expect(result).toMatchObject({ openReviews: [waiting] });
    expect(standing('Hitra')).toMatchObject({ answer: 'declined', source: 'person', ball: 'review' });
  });

  it('is refused for a municipality that is taken out', () => {
    const { register, act, caseOf } = runningStory('Hitra');
    withdrawCase(register, caseOf('Hitra'), 'egne vilkår', act);
    expect(recordAnswer(register, caseOf('Hitra'), NEI, PHONE, act)).toMatchObject({
      refused: expect.stringContaining('campaign add'),
    });
  });
});
