import { expect, test } from 'vitest';
import { rateInWords, shareOf } from '../../../src/rules/letters/share.ts';

const terms = { baseNok: 0, perInhabitantNok: 3, populationDate: '2013-01-01', year: 2014 };

test('Bjugn pays kr 14 133 for its 4711 inhabitants, as its own case paper says', () => {
  expect(shareOf(terms, 4711)).toBe(14133);
});

test('a base amount comes in addition', () => {
  expect(shareOf({ ...terms, baseNok: 15000, perInhabitantNok: 4 }, 6093)).toBe(39372);
  expect(shareOf({ ...terms, baseNok: 5000, perInhabitantNok: 0 }, 6093)).toBe(5000);
});

test('the rate is said as it is: base, per inhabitant, both or none', () => {
  const rate = (baseNok: number, perInhabitantNok: number) =>
    rateInWords({ ...terms, baseNok, perInhabitantNok }, 'per innbygger', 'per kommune');
  expect(rate(0, 3)).toBe('kr\u00a03 per innbygger');
  expect(rate(10000, 3)).toBe('kr\u00a010\u00a0000 + kr\u00a03 per innbygger');
  expect(rate(10000, 0)).toBe('kr\u00a010\u00a0000 per kommune');
  expect(rate(0, 0)).toBeNull();
});
