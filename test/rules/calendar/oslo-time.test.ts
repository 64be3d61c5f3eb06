import { expect, test } from 'vitest';
import {
  addSeconds,
  instantFrom,
  osloClock,
  osloDate,
  osloHour,
  osloInstant,
  osloIso,
} from '../../../src/rules/calendar/oslo-time.ts';

test('winter is one hour before UTC, summer two', () => {
  expect(osloInstant('2014-02-27', '09:46')).toBe('2014-02-27T08:46:00Z');
  expect(osloInstant('2014-07-01', '08:00')).toBe('2014-07-01T06:00:00Z');
  expect(osloIso('2014-02-27T08:46:00Z')).toBe('2014-02-27T09:46:00+01:00');
  expect(osloIso('2014-07-01T06:00:00Z')).toBe('2014-07-01T08:00:00+02:00');
});

test('the day changes at Norwegian midnight', () => {
  expect(osloDate('2014-03-07T22:59:59Z')).toBe('2014-03-07');
  expect(osloDate('2014-03-07T23:00:00Z')).toBe('2014-03-08');
  expect(osloDate('2014-07-07T22:00:00Z')).toBe('2014-07-08');
  expect(osloHour('2014-03-07T23:00:00Z')).toBe(0);
  expect(osloClock('2014-03-07T07:05:59Z')).toBe('08:05');
});

test('spring: the hour that does not exist is an hour later', () => {
  expect(osloInstant('2014-03-30', '01:59')).toBe('2014-03-30T00:59:00Z');
  expect(osloInstant('2014-03-30', '02:30')).toBe('2014-03-30T01:30:00Z');
  expect(osloIso('2014-03-30T01:30:00Z')).toBe('2014-03-30T03:30:00+02:00');
  expect(osloInstant('2014-03-31', '08:00')).toBe('2014-03-31T06:00:00Z');
});

test('autumn: of the hour that comes twice it is the first', () => {
  expect(osloInstant('2014-10-26', '02:30')).toBe('2014-10-26T00:30:00Z');
  expect(osloIso('2014-10-26T01:30:00Z')).toBe('2014-10-26T02:30:00+01:00');
  expect(osloInstant('2014-10-26', '08:00')).toBe('2014-10-26T07:00:00Z');
});

test('the leap day', () => {
  expect(osloDate(osloInstant('2016-02-29', '23:59'))).toBe('2016-02-29');
});

test('an instant is of whole seconds, from any offset and from milliseconds', () => {
  expect(instantFrom('2014-02-27T09:46:00.999+01:00')).toBe('2014-02-27T08:46:00Z');
  expect(instantFrom(Date.UTC(2014, 1, 27, 8, 46, 0, 1))).toBe('2014-02-27T08:46:00Z');
  expect(addSeconds('2014-02-27T08:46:00Z', -60)).toBe('2014-02-27T08:45:00Z');
});
