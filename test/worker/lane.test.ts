import { expect, test } from 'vitest';
import { lane } from '../../src/worker/lane.ts';

test('never runs two at once, and once more for all who asked meanwhile', async () => {
  let running = 0;
  let most = 0;
  let runs = 0;
  const one = lane(async () => {
    runs += 1;
    running += 1;
    most = Math.max(most, running);
    await new Promise(resolve => setTimeout(resolve, 5));
    running -= 1;
  });
  const first = one.run();
  const second = one.run();
  expect(one.run()).toBe(second);
  // Asked at the very moment at which the first has ended and the second is about to begin.
  const third = first.then(() => one.run());
  await Promise.all([first, second, third]);
  await one.idle();
  expect(most).toBe(1);
  expect(runs).toBeLessThanOrEqual(3);
});

test('a run that fails does not stop the next', async () => {
  let runs = 0;
  const one = lane(async () => {
    runs += 1;
    if (runs === 1) throw new Error('once');
    return runs;
  });
  const first = one.run();
  const second = one.run();
  await expect(first).rejects.toThrow('once');
  expect(await second).toBe(2);
});
