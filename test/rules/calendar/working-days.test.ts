import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/rules/calendar/add-days.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../../src/rules/calendar/working-days.ts';

describe('a working day', () => {
  test.each([
    ['2014-03-07', true, 'a Friday'],
    ['2014-03-08', false, 'a Saturday'],
    ['2014-04-16', true, 'Wednesday before skjærtorsdag'],
    ['2014-04-17', false, 'skjærtorsdag'],
    ['2014-05-01', false, '1 May'],
    ['2013-12-24', false, 'Christmas Eve'],
    ['2013-12-27', true, 'romjul, but the offices are open'],
    ['2013-12-31', false, 'New Year’s Eve'],
    ['2016-02-29', true, 'the leap day, a Monday'],
    ['2014-07-15', true, 'July'],
  ])('%s: %s (%s)', (date, expected) => {
    expect(isWorkingDay(date)).toBe(expected);
  });
});

describe('adding working days', () => {
  test.each([
    ['2013-12-12', 1, '2013-12-13'],
    ['2013-12-12', 6, '2013-12-20'],
    ['2013-12-12', -3, '2013-12-09'],
    ['2013-12-12', -10, '2013-11-28'],
    ['2014-04-16', 1, '2014-04-22'],
    ['2014-04-22', -1, '2014-04-16'],
    ['2013-12-23', 1, '2013-12-27'],
    ['2014-03-08', 1, '2014-03-10'],
    ['2014-03-08', -1, '2014-03-07'],
    ['2014-03-07', 0, '2014-03-07'],
    ['2014-03-08', 0, '2014-03-10'],
    ['2014-04-17', 0, '2014-04-22'],
    ['2016-02-26', 1, '2016-02-29'],
  ])('%s %i → %s', (date, count, expected) => {
    expect(addWorkingDays(date, count)).toBe(expected);
  });

  test('is undone by counting, in both directions, from every day of two years', () => {
    for (let day = '2013-01-01'; day < '2015-01-01'; day = addDays(day, 1)) {
      for (const count of [-10, -1, 1, 4, 9]) {
        expect(workingDaysBetween(day, addWorkingDays(day, count)), `${day} ${count}`).toBe(count);
      }
    }
  });
});

test('counting: the first day is day 0', () => {
  expect(workingDaysBetween('2014-02-27', '2014-02-27')).toBe(0);
  expect(workingDaysBetween('2014-02-27', '2014-02-28')).toBe(1);
  expect(workingDaysBetween('2014-02-27', '2014-03-03')).toBe(2);
  expect(workingDaysBetween('2014-02-28', '2014-03-02')).toBe(0);
  expect(workingDaysBetween('2014-03-03', '2014-02-27')).toBe(-2);
});
