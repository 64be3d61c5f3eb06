import { describe, expect, test } from 'vitest';
import { shortDate } from '../../../src/rules/calendar/written-date.ts';
import { dayAndTime, daysUntil, longDate, nearDate } from '../../../src/rules/letters/norwegian-date.ts';
import { listOf } from '../../../src/rules/letters/norwegian-list.ts';
import { grouped, keptTogether, kroner, plainSpaces } from '../../../src/rules/letters/norwegian-number.ts';

describe('dates', () => {
  test('are written out with the weekday of the written form, day and month kept together', () => {
    expect(longDate('2014-03-07', 'bokmål')).toBe('fredag 7.\u00a0mars 2014');
    expect(longDate('2014-03-11', 'nynorsk')).toBe('tysdag 11.\u00a0mars 2014');
    expect(longDate('2026-10-03', 'nynorsk')).toBe('laurdag 3.\u00a0oktober 2026');
  });

  test('say the year only when it is another one', () => {
    expect(nearDate('2014-03-19', '2014-03-17', 'bokmål')).toBe('onsdag 19.\u00a0mars');
    expect(nearDate('2014-01-08', '2013-12-30', 'bokmål')).toBe('onsdag 8.\u00a0januar 2014');
  });

  test('are short in subjects and tables', () => {
    expect(shortDate('2014-03-07')).toBe('07.03.2014');
  });

  test('are those of Norway, summer and winter', () => {
    expect(dayAndTime('2014-02-27T08:46:00Z')).toBe('27.\u00a0februar 2014 09:46');
    expect(dayAndTime('2014-06-30T22:30:00Z')).toBe('1.\u00a0juli 2014 00:30');
  });

  test('are counted in whole days', () => {
    expect(daysUntil('2026-09-17', '2026-10-01')).toBe(14);
    expect(daysUntil('2014-03-10', '2014-03-07')).toBe(-3);
  });
});

describe('numbers', () => {
  test('are grouped with hard spaces', () => {
    expect(kroner(14133)).toBe('kr\u00a014\u00a0133');
    expect([0, 999, 1000, 908265, 1234567].map(grouped)).toEqual([
      '0',
      '999',
      '1\u00a0000',
      '908\u00a0265',
      '1\u00a0234\u00a0567',
    ]);
  });

  test('that an author wrote are kept together too', () => {
    expect(keptTogether('kr 10 000 per kommune og kr 3 per 100 000')).toBe(
      'kr\u00a010\u00a0000 per kommune og kr\u00a03 per 100 000',
    );
  });

  test('have plain spaces where a program reads them', () => {
    expect(plainSpaces(kroner(13431))).toBe('kr 13 431');
  });
});

test('a list ends with «og»', () => {
  expect([[], ['Bjugn'], ['Bjugn', 'Frøya'], ['Bjugn', 'Frøya', 'Åfjord']].map(listOf)).toEqual([
    '',
    'Bjugn',
    'Bjugn og Frøya',
    'Bjugn, Frøya og Åfjord',
  ]);
});
