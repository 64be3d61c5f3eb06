import { expect, test } from 'vitest';
import { deadlineWarnings } from '../../../src/rules/calendar/deadline-warnings.ts';

test('a Thursday and a Friday of the real case are well placed', () => {
  expect(deadlineWarnings('2013-12-12')).toEqual([]);
  expect(deadlineWarnings('2014-03-07')).toEqual([]);
});

test('26.03.2018 was the Monday of Holy Week', () => {
  expect(deadlineWarnings('2018-03-26')).toEqual([
    'Fristen mandag 26. mars 2018 er i påskeuken, da mange kommuner har lite folk på jobb.',
  ]);
});

test.each([
  [
    '2014-03-08',
    ['Fristen lørdag 8. mars 2014 er i en helg, ikke en arbeidsdag. Siste arbeidsdag før er fredag 7. mars 2014.'],
  ],
  [
    '2014-05-01',
    ['Fristen torsdag 1. mai 2014 er 1. mai, ikke en arbeidsdag. Siste arbeidsdag før er onsdag 30. april 2014.'],
  ],
  [
    '2013-12-27',
    ['Fristen fredag 27. desember 2013 er i romjulen, da de fleste rådhus er stengt eller har lite folk på jobb.'],
  ],
  ['2014-07-01', ['Fristen tirsdag 1. juli 2014 er i juli, da kommunene har ferie og ingen politiske møter.']],
])('%s', (date, expected) => {
  expect(deadlineWarnings(date)).toEqual(expected);
});

test('every reason is told', () => {
  expect(deadlineWarnings('2014-04-18')).toHaveLength(2);
  expect(deadlineWarnings('2013-12-24')).toHaveLength(2);
  expect(deadlineWarnings('2017-07-01')).toHaveLength(2);
});
