import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { everyMinute } from '../../src/worker/every-minute.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-10-24T21:58:30Z') }));
afterEach(() => void vi.useRealTimers());

/** Ticks within some minutes from a moment that the clock is set to. */
async function ticksAfter(setTo: string, minutes: number): Promise<number> {
  let ticks = 0;
  const every = everyMinute(async () => void ticks++);
  await vi.advanceTimersByTimeAsync(150_000);
  expect(ticks).toBeGreaterThanOrEqual(2);
  vi.setSystemTime(new Date(setTo));
  ticks = 0;
  await vi.advanceTimersByTimeAsync(minutes * 60_000);
  await every.stop();
  return ticks;
}

test.each([
  ['a day back', '2026-10-23T22:01:00Z'],
  ['to 1970', '1970-01-01T00:00:30Z'],
  ['an hour back', '2026-10-24T21:01:00Z'],
])('a clock that is set %s does not silence the minutes', async (_, to) => {
  expect(await ticksAfter(to, 10)).toBeGreaterThanOrEqual(5);
});

test('the hour that comes twice in autumn has all its minutes', async () => {
  expect(await ticksAfter('2026-10-25T00:30:30Z', 90)).toBeGreaterThanOrEqual(85);
});
