import { expect, test } from 'vitest';
import { readWrittenDate } from '../../../src/rules/calendar/read-written-date.ts';

test.each([
  ['2014-03-07', '2014-03-07'],
  ['7.3.2014', '2014-03-07'],
  ['07.03.2014', '2014-03-07'],
  ['7. mars 2014', '2014-03-07'],
  ['fredag 7. mars 2014', '2014-03-07'],
  ['Fredag den 2014-03-07', '2014-03-07'],
  ['29. februar 2016', '2016-02-29'],
])('%s', (written, date) => {
  expect(readWrittenDate(written)).toEqual({ date });
});

test.each([
  ['7. mars', 'no-form'],
  ['3/7/2014', 'no-form'],
  ['snarest', 'no-form'],
  ['29.02.2015', 'no-day'],
  ['2014-13-01', 'no-day'],
])('%s is refused: %s', (written, fault) => {
  expect(readWrittenDate(written)).toEqual({ fault });
});

test('a weekday that does not match is told', () => {
  expect(readWrittenDate('torsdag 7. mars 2014')).toEqual({ fault: 'weekday', date: '2014-03-07', weekday: 'torsdag' });
});
