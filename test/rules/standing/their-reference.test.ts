import { expect, test } from 'vitest';
import { theirReference } from '../../../src/rules/standing/their-reference.ts';

test.each([
  [['14/19', '2013/7213-2'], '2013/7213-2'],
  [['14/00231-1'], '14/00231-1'],
  [['202612345-7'], '202612345-7'],
  [['PS 31/14', '87/13'], null],
  [[], null],
])('of %j the archive finds the case by %s', (references, expected) => {
  expect(theirReference(references)).toBe(expected);
});
