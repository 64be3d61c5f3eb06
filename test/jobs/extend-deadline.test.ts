import { describe, expect, it } from 'vitest';
import { extendDeadline } from '../../src/jobs/extend-deadline.ts';
import { runningStory } from './running-story.ts';

describe('a later deadline for one case', () => {
  it('stands on the case from the moment it was given', () => {
    const { register, act, caseOf, standing } = runningStory('Skaun');
    expect(extendDeadline(register, caseOf('Skaun'), '2014-04-30', act)).toEqual({ warnings: [] });
    expect(standing('Skaun').extension).toEqual({ until: '2014-04-30', givenAt: act.at });
  });

  it('refuses a day that has passed', () => {
    const { register, act, caseOf } = runningStory('Skaun');
    expect(extendDeadline(register, caseOf('Skaun'), '2014-03-02', act)).toMatchObject({
      refused: expect.stringContaining('er passert'),
    });
  });

  it('warns of a day in Holy Week', () => {
    const { register, act, caseOf } = runningStory('Skaun');
    const result = extendDeadline(register, caseOf('Skaun'), '2014-04-15', act);
    expect(result).toMatchObject({ warnings: [expect.stringContaining('påskeuken')] });
  });

  it('is refused for one that has answered', () => {
    const { register, act, caseOf, robotSays } = runningStory('Skaun');
    robotSays('Skaun', 'joined');
    expect(extendDeadline(register, caseOf('Skaun'), '2014-04-30', act)).toHaveProperty('refused');
  });
});
