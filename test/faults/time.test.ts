import { describe, expect, test } from 'vitest';
import { acceptClock } from '../../src/register/clock.ts';
import { releaseSending, sendingHolds } from '../../src/register/sending-holds.ts';
import { addDays, isoWeekday } from '../../src/rules/calendar/add-days.ts';
import { addSeconds } from '../../src/rules/calendar/oslo-time.ts';
import { clockedWorker } from '../worlds/clocked-worker.ts';
import { at } from '../worlds/journal.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** The whole ladder, as it leaves on a machine where nothing happens. */
const UNDISTURBED = ['2014-02-21', '2014-03-04', '2014-03-10', '2014-03-17'].flatMap((day, index) =>
  ['Frøya', 'Hitra'].map(name => `${['friendly', 'near', 'missing', 'last'][index]} ${day} ${name}`),
);
const isReminder = (line: string) => !line.startsWith('request');

function workdays(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isoWeekday(day) <= 5) days.push(day);
  return days;
}

describe('F25: the clock jumps for a quarter of an hour on each of ten working days', () => {
  test.each([
    ['one hour ahead', (now: string) => addSeconds(now, HOUR)],
    ['a day ahead', (now: string) => addSeconds(now, DAY)],
    ['400 days ahead', (now: string) => addSeconds(now, 400 * DAY)],
    ['one hour back', (now: string) => addSeconds(now, -HOUR)],
    ['a day back', (now: string) => addSeconds(now, -DAY)],
    ['to 1970', () => '1970-01-01T00:05:00Z'],
  ])('%s: nothing leaves meanwhile, and the ladder is the same as if it had not', async (_, wrong) => {
    const worker = await clockedWorker();
    const jumps = new Set(workdays('2014-02-20', '2014-03-05').slice(0, 10));
    for (const day of workdays('2014-01-16', '2014-03-21')) {
      await worker.tick(at(day, '08:30'));
      if (!jumps.has(day)) continue;
      const before = worker.left.length;
      for (const clock of ['09:00', '09:15']) await worker.tick(at(day, clock), wrong(at(day, clock)));
      expect(worker.left).toHaveLength(before);
      expect(sendingHolds(worker.register)).toMatchObject([{ reason: 'clock' }]);
      await worker.tick(at(day, '09:20'));
      expect(sendingHolds(worker.register)).toEqual([]);
    }
    expect(worker.left.filter(isReminder).sort()).toEqual([...UNDISTURBED].sort());
    await worker.stop();
  });
});

test('F25: a clock put a day ahead for good is believed after an hour, and gives one rung a case', async () => {
  const worker = await clockedWorker();
  for (const day of workdays('2014-01-16', '2014-02-20')) await worker.tick(at(day, '09:00'));
  for (const clock of ['09:01', '09:30', '10:00'])
    await worker.tick(at('2014-02-20', clock), addSeconds(at('2014-02-20', clock), DAY));
  expect(worker.left.filter(isReminder)).toEqual([]);
  await worker.tick(at('2014-02-20', '10:02'), addSeconds(at('2014-02-20', '10:02'), DAY));
  expect(worker.left.filter(isReminder)).toHaveLength(2);
  await worker.stop();
});

test('F25: a letter sent by a wrong clock holds the sending when it is put right, until a person has looked', async () => {
  const worker = await clockedWorker();
  for (const day of workdays('2014-01-16', '2014-02-20')) await worker.tick(at(day, '09:00'));
  // Started anew with a clock that is wrong already: nothing on this machine knows better.
  await worker.restart(at('2014-02-20', '09:10'), at('2014-02-21', '09:10'));
  expect(worker.left.filter(isReminder)).toHaveLength(2);
  await worker.tick(at('2014-02-20', '09:20'));
  const [hold] = sendingHolds(worker.register);
  expect(hold?.because).toMatch(/stilt tilbake: Purrebot har allerede arbeidet 21\.0?2\.2014 kl\. 09[.:]10/);
  expect(worker.told.filter(one => one.includes('Klokken'))).toHaveLength(1);
  releaseSending(worker.register, 'clock');
  acceptClock(worker.register, at('2014-02-20', '09:21'));
  for (const day of workdays('2014-02-20', '2014-03-21')) await worker.tick(at(day, '10:00'));
  expect(sendingHolds(worker.register)).toEqual([]);
  expect(worker.left.filter(isReminder).filter(one => one.includes('friendly'))).toHaveLength(2);
  expect(worker.left.filter(isReminder)).toHaveLength(8);
  await worker.stop();
});

describe('F27: a program that stood still', () => {
  test.each([
    ['three days, over one rung', '2014-02-20', '2014-02-24', 'friendly'],
    ['a week, over one rung', '2014-02-20', '2014-02-27', 'friendly'],
    ['13 days, over two rungs', '2014-02-20', '2014-03-05', 'near'],
    ['a week, over two rungs', '2014-03-10', '2014-03-17', 'last'],
  ])('%s: one letter a case', async (_, from, to, kind) => {
    const worker = await clockedWorker();
    for (const day of workdays('2014-01-16', from)) await worker.tick(at(day, '07:00'));
    const before = worker.left.length;
    for (const minute of ['08:00', '08:01', '09:00', '14:00']) await worker.tick(at(to, minute));
    const names = worker.left.slice(before).map(one => one.split(' '));
    expect(names.map(([letter]) => letter)).toEqual([kind, kind]);
    expect(new Set(names.map(([, , name]) => name)).size).toBe(2);
    await worker.stop();
  });

  test('for more than two weeks does nothing before a person has looked', async () => {
    const worker = await clockedWorker();
    for (const day of workdays('2014-01-16', '2014-02-18')) await worker.tick(at(day, '07:00'));
    await worker.tick(at('2014-03-05', '09:00'));
    expect(worker.left.filter(isReminder)).toEqual([]);
    expect(sendingHolds(worker.register)[0]?.because).toContain('stått stille i mer enn to uker');
    releaseSending(worker.register, 'clock');
    acceptClock(worker.register, at('2014-03-05', '09:05'));
    await worker.tick(at('2014-03-05', '09:06'));
    expect(worker.left.filter(isReminder)).toHaveLength(2);
    await worker.stop();
  });
});

describe('F26: days on which a rung falls', () => {
  test.each([
    // deadline, requested, from, to, the first reminder's kind and day
    ['leap day', '2016-03-04', '2016-01-15', '2016-02-26', '2016-03-01', ['near 2016-03-01']],
    ['leap day itself', '2016-03-03', '2016-01-15', '2016-02-26', '2016-02-29', ['near 2016-02-29']],
    ['over the year', '2027-01-04', '2026-12-01', '2026-12-28', '2027-01-05', ['near 2027-01-04']],
    ['Easter', '2026-03-31', '2026-02-10', '2026-04-01', '2026-04-08', ['missing 2026-04-01']],
    ['Easter missed', '2026-04-01', '2026-02-10', '2026-04-02', '2026-04-07', ['missing 2026-04-07']],
    ['17 May on a Monday', '2027-05-14', '2027-04-01', '2027-05-15', '2027-05-18', ['missing 2027-05-18']],
    ['summer time begins', '2026-03-27', '2026-02-10', '2026-03-28', '2026-03-30', ['missing 2026-03-30']],
    ['summer time ends', '2026-10-23', '2026-09-10', '2026-10-24', '2026-10-26', ['missing 2026-10-26']],
  ])('%s', async (_, deadline, requested, from, to, expected) => {
    const worker = await clockedWorker(deadline, at(requested, '10:00'));
    for (let day = requested; day < from; day = addDays(day, 1)) await worker.tick(at(day, '08:30'));
    const before = worker.left.length;
    for (let day = from; day <= to; day = addDays(day, 1))
      for (const clock of ['02:30', '07:59', '08:00', '11:59', '15:00', '23:00']) await worker.tick(at(day, clock));
    expect([...new Set(worker.left.slice(before).map(one => one.split(' ').slice(0, 2).join(' ')))]).toEqual(expected);
    await worker.stop();
  });
});
