import { expect, test } from 'vitest';
import { scoreBounces } from './score-bounces.ts';

/** What the reader got right when this was written; the numbers may grow, never shrink. */
test('the bounces of another project are read as that project reads them', async () => {
  const figures = await scoreBounces();
  expect(figures.map(({ question, right, of }) => `${question}: ${right}/${of}`)).toEqual([
    'feedback seen as feedback: 11/11',
    'bounce seen as bounce: 316/316',
    'number of recipients right: 316/316',
    'status codes right, where the code stands in the mail: 236/236',
    'delivered seen as not a bounce: 1/1',
    'auto_reply seen as auto_reply: 2/2',
    'none seen as none: 1/1',
  ]);
  for (const { question, right, of, bestKnown } of figures) {
    expect(right / of, question).toBeGreaterThanOrEqual(bestKnown.right / bestKnown.of);
  }
});
