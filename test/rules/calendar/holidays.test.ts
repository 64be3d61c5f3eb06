import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { addDays, isIsoDate, isoWeekday } from '../../../src/rules/calendar/add-days.ts';
import { easterSunday } from '../../../src/rules/calendar/easter.ts';
import {
  closedDayName,
  isHolyWeek,
  isJuly,
  isRomjul,
  publicHolidayName,
  publicHolidays,
} from '../../../src/rules/calendar/holidays.ts';

const YEARS = Array.from({ length: 31 }, (_, index) => 2010 + index);

describe('public holidays', () => {
  const oracle = new Holidays('NO');
  test.each(YEARS)('are those of date-holidays in %i', year => {
    const expected = oracle
      .getHolidays(year)
      .filter(holiday => holiday.type === 'public')
      .map(holiday => holiday.date.slice(0, 10));
    expect([...publicHolidays(year).keys()]).toEqual([...new Set(expected)].sort());
  });

  test('have Norwegian names', () => {
    expect(publicHolidayName('2014-04-17')).toBe('skjærtorsdag');
    expect(publicHolidayName('2014-05-29')).toBe('Kristi himmelfartsdag');
    expect(publicHolidayName('2014-04-16')).toBeNull();
  });

  test('name both when two fall on one day', () => {
    expect(publicHolidayName('2027-05-17')).toBe('17. mai og 2. pinsedag');
    expect(publicHolidays(2027).size).toBe(11);
  });
});

test.each([
  [2013, '2013-03-31'],
  [2014, '2014-04-20'],
  [2016, '2016-03-27'],
  [2018, '2018-04-01'],
  [2038, '2038-04-25'],
  [2285, '2285-03-22'],
])('Easter Sunday of %i is %s', (year, date) => {
  expect(easterSunday(year)).toBe(date);
});

test('closed days are the eves, which no law makes red', () => {
  expect(closedDayName('2013-12-24')).toBe('julaften');
  expect(closedDayName('2013-12-31')).toBe('nyttårsaften');
  expect(closedDayName('2014-04-19')).toBe('påskeaften');
  expect(closedDayName('2014-06-07')).toBe('pinseaften');
  expect(closedDayName('2014-06-06')).toBeNull();
});

test('Holy Week runs from Palm Sunday to Easter Eve', () => {
  expect(isHolyWeek('2018-03-24')).toBe(false);
  expect(isHolyWeek('2018-03-25')).toBe(true);
  expect(isHolyWeek('2018-03-26')).toBe(true);
  expect(isHolyWeek('2018-03-31')).toBe(true);
  expect(isHolyWeek('2018-04-01')).toBe(false);
});

test('romjul is 24 to 31 December, July is July', () => {
  expect(isRomjul('2013-12-23')).toBe(false);
  expect(isRomjul('2013-12-24')).toBe(true);
  expect(isRomjul('2013-12-31')).toBe(true);
  expect(isRomjul('2014-01-01')).toBe(false);
  expect(isJuly('2014-07-01')).toBe(true);
  expect(isJuly('2014-06-30')).toBe(false);
});

test('days are added over the leap day and over the turn of summer time', () => {
  expect(addDays('2016-02-28', 1)).toBe('2016-02-29');
  expect(addDays('2016-03-01', -1)).toBe('2016-02-29');
  expect(addDays('2015-02-28', 1)).toBe('2015-03-01');
  expect(addDays('2014-03-29', 2)).toBe('2014-03-31');
  expect(isoWeekday('2016-02-29')).toBe(1);
  expect(isoWeekday('2014-03-30')).toBe(7);
});

test('only a day that exists is a date', () => {
  expect(isIsoDate('2016-02-29')).toBe(true);
  expect(isIsoDate('2015-02-29')).toBe(false);
  expect(isIsoDate('2014-2-3')).toBe(false);
  expect(isIsoDate('7.3.2014')).toBe(false);
});
