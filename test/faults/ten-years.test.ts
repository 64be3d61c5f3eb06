import { describe, expect, test } from 'vitest';
import { isRed, osloClockOf, whyForbidden } from '../../scripts/ten-years/almanac.ts';
import { checker } from '../../scripts/ten-years/checker.ts';
import { yearsOfTicks } from '../../scripts/ten-years/years-of-ticks.ts';
import { at } from '../worlds/journal.ts';
import { emptyRegister } from '../worlds/register.ts';

const NONE = new Set<string>();
const NO_FAULT = { outsideHours: 0, redDays: 0, rungTwice: 0, tooSoon: 0, toClosed: 0, faults: [] };
const order = { seed: 7, municipalities: 4, campaignsAYear: 3, step: 120, redDays: ['2027-02-12'], unknownRedDays: [] };

test('two years of ticks on a machine whose clock is turned: every letter at its time', async () => {
  const figures = await yearsOfTicks({ ...order, register: emptyRegister(), from: '2026-01-01', to: '2027-12-31' });
  expect(figures).toMatchObject(NO_FAULT);
  expect(figures.letters).toBeGreaterThan(30);
  expect(figures.held).toBeGreaterThan(0);
}, 120_000);

describe('the checker can fail', () => {
  test('a program that does not know of a red day is caught', async () => {
    const blind = { ...order, redDays: [], unknownRedDays: ['2026-01-02'], from: '2026-01-01', to: '2026-01-05' };
    const figures = await yearsOfTicks({ ...blind, register: emptyRegister() });
    expect(figures).toMatchObject({ redDays: 4, outsideHours: 0 });
  }, 60_000);

  test.each([
    ['2026-05-13', '07:59', 'hours'],
    ['2026-05-13', '08:00', null],
    ['2026-05-13', '14:59', null],
    ['2026-05-13', '15:00', 'hours'],
    ['2026-05-14', '10:00', 'red'],
    ['2026-05-16', '10:00', 'red'],
    ['2026-04-01', '11:59', null],
    ['2026-04-01', '12:00', 'hours'],
    ['2026-12-28', '10:00', 'red'],
    ['2026-03-30', '08:00', null],
    ['2026-10-26', '07:59', 'hours'],
  ])('%s %s: %s', (day, clock, expected) => {
    expect(whyForbidden(Date.parse(at(day, clock)), NONE)).toBe(expected);
  });

  test('sees a second letter, one too soon and one to a closed case', () => {
    const judge = checker(NONE);
    const noon = (day: string) => Date.parse(at(day));
    judge.left('A', 'near', noon('2026-05-04'));
    judge.left('A', 'missing', noon('2026-05-07'));
    judge.left('A', 'near', noon('2026-05-20'));
    judge.closed('B');
    judge.left('B', 'near', noon('2026-05-20'));
    expect(judge.verdict).toMatchObject({
      letters: 4,
      tooSoon: 1,
      rungTwice: 1,
      toClosed: 1,
      outsideHours: 0,
      redDays: 0,
    });
  });

  test('its clock and its red days are those of another source than the rules', () => {
    expect(osloClockOf(Date.parse('2026-03-29T00:59:00Z'))).toMatchObject({ day: '2026-03-29', minutes: 119 });
    expect(osloClockOf(Date.parse('2026-03-29T01:00:00Z')).minutes).toBe(180);
    expect(isRed('2027-05-17')).toBe(true);
    expect(isRed('2026-05-15')).toBe(false);
  });
});
