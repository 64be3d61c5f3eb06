import { beforeAll, describe, expect, test } from 'vitest';
import type { PlayedStory } from '../../src/cli/demo/play-story.ts';
import { osloDate } from '../../src/rules/calendar/oslo-time.ts';
import { DEFAULT_LADDER } from '../../src/rules/campaign/ladder-default.ts';
import { theStory } from '../worlds/story.ts';

let played: PlayedStory;
beforeAll(async () => {
  ({ played } = await theStory(DEFAULT_LADDER));
}, 60_000);

/** What left on each day: kind → municipalities. */
function daily(): Record<string, Record<string, string[]>> {
  const days: Record<string, Record<string, string[]>> = {};
  for (const { at, mail } of played.letters) {
    const day = days[osloDate(at)] ?? {};
    days[osloDate(at)] = day;
    day[mail.kind] = [...(day[mail.kind] ?? []), mail.label];
  }
  for (const day of Object.values(days))
    for (const names of Object.values(day)) names.sort(new Intl.Collator('nb').compare);
  return days;
}

describe('the default ladder on the same story', () => {
  test('its letters, day by day', () => {
    expect(daily()).toMatchInlineSnapshot();
  });

  test('its reasons, day by day: who gets a letter and why, who does not and why', () => {
    const reasons = played.ladder.map(plan => ({
      day: plan.today,
      letters: plan.letters.map(
        letter => `${letter.kind}: ${letter.cases.map(one => `${one.name} (${one.because})`).join(', ')}`,
      ),
      phone: plan.phone.map(one => `${one.name} (${one.because})`),
      spared: plan.spared.filter(one => one.occasion !== null).map(one => `${one.name}: ${one.because}`),
    }));
    expect(reasons).toMatchInlineSnapshot();
  });
});
