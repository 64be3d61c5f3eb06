import { describe, expect, it } from 'vitest';
import { addExtend } from '../../src/cli/commands/extend.ts';
import { runningStory } from './running-story.ts';

describe('purrebot extend', () => {
  it('gives one municipality a later deadline and warns of a holiday', async () => {
    const { run, standing } = runningStory(addExtend);
    const extended = await run('extend', 'Skaun', '1.5.2014', '--json');
    expect(JSON.parse(extended.out)).toMatchObject({ municipality: 'Skaun', until: '2014-05-01' });
    expect(extended.told).toMatch(/Merk: .*ikke en arbeidsdag/);
    expect(standing('Skaun').extension?.until).toBe('2014-05-01');
  });

  it('refuses a day that has passed, and a day of another weekday', async () => {
    const { run, standing } = runningStory(addExtend);
    expect(await run('extend', 'Skaun', '1.3.2014')).toMatchObject({ code: 1 });
    expect(await run('extend', 'Skaun', 'mandag 30. april 2014')).toMatchObject({ code: 2 });
    expect(standing('Skaun').extension).toBeNull();
  });
});
