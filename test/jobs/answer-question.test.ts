import { describe, expect, it } from 'vitest';
import { replyToThem } from '../../src/jobs/answer-question.ts';
import { answer } from '../worlds/journal.ts';
import { runningStory } from './running-story.ts';

describe('when the ball is ours', () => {
  it('goes back to them when their question is answered', () => {
    const { register, act, caseOf, standing, robotSays } = runningStory('Frøya');
    robotSays('Frøya', 'question');
    expect(standing('Frøya').ball).toBe('ours');
    replyToThem(register, caseOf('Frøya'), 'question-answered', act);
    expect(standing('Frøya')).toMatchObject({ ball: 'theirs', outstanding: true });
    expect(replyToThem(register, caseOf('Frøya'), 'question-answered', act)).toHaveProperty('refused');
  });

  it('closes the case when we accept their condition', () => {
    const { register, act, caseOf, standing, robotSays } = runningStory('Malvik');
    robotSays('Malvik', 'conditional');
    replyToThem(register, caseOf('Malvik'), 'condition-accepted', act);
    expect(standing('Malvik')).toMatchObject({ answer: 'joined', closed: true, source: 'person' });
  });

  it('leaves them owing an answer when we refuse it', () => {
    const { register, act, caseOf, standing, robotSays } = runningStory('Malvik');
    robotSays('Malvik', 'conditional');
    replyToThem(register, caseOf('Malvik'), 'condition-refused', act);
    expect(standing('Malvik')).toMatchObject({ ball: 'theirs', outstanding: true });
  });

  it('can be answered while another message of theirs waits for a person', () => {
    const { register, act, caseOf, standing, robotSays, robotAsks } = runningStory('Frøya');
    robotSays('Frøya', 'question');
    robotAsks(['Frøya'], answer('joined'));
    expect(replyToThem(register, caseOf('Frøya'), 'question-answered', act)).toEqual({ done: 'question-answered' });
    expect(standing('Frøya').ball).toBe('review');
  });

  it('is refused when there is no question and no condition', () => {
    const { register, act, caseOf } = runningStory('Malvik');
    expect(replyToThem(register, caseOf('Malvik'), 'question-answered', act)).toHaveProperty('refused');
    expect(replyToThem(register, caseOf('Malvik'), 'condition-accepted', act)).toHaveProperty('refused');
  });
});
