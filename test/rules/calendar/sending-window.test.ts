import { describe, expect, test } from 'vitest';
import { osloInstant, osloIso } from '../../../src/rules/calendar/oslo-time.ts';
import { isSendingDay, maySendAt } from '../../../src/rules/calendar/sending-window.ts';

describe('letters leave', () => {
  test.each([
    ['2014-02-27', '09:46'],
    ['2014-03-07', '08:00'],
    ['2014-03-07', '14:59'],
    ['2014-04-14', '09:00'],
    ['2014-04-16', '11:59'],
    ['2014-03-31', '08:00'],
    ['2014-10-27', '08:00'],
    ['2014-07-15', '09:00'],
    ['2013-12-23', '14:00'],
  ])('on %s %s', (date, clock) => {
    expect(maySendAt(osloInstant(date, clock))).toEqual({ may: true });
  });
});

describe('letters wait', () => {
  test.each([
    ['2014-03-07', '07:59', 'Brev går tidligst kl. 08.', '2014-03-07T08:00:00+01:00'],
    ['2014-03-07', '15:00', 'Brev går ikke etter kl. 15.', '2014-03-10T08:00:00+01:00'],
    ['2014-03-08', '10:00', 'Ingen brev går i helgen (lørdag 8. mars 2014).', '2014-03-10T08:00:00+01:00'],
    ['2014-04-16', '12:00', 'Onsdag før skjærtorsdag går ingen brev etter kl. 12.', '2014-04-22T08:00:00+02:00'],
    ['2014-04-17', '10:00', 'Ingen brev går på skjærtorsdag (torsdag 17. april 2014).', '2014-04-22T08:00:00+02:00'],
    ['2016-05-17', '10:00', 'Ingen brev går på 17. mai (tirsdag 17. mai 2016).', '2016-05-18T08:00:00+02:00'],
    ['2013-12-23', '15:30', 'Brev går ikke etter kl. 15.', '2014-01-02T08:00:00+01:00'],
    ['2013-12-24', '10:00', 'Ingen brev går på julaften (tirsdag 24. desember 2013).', '2014-01-02T08:00:00+01:00'],
    ['2013-12-30', '10:00', 'Ingen brev går i romjulen (mandag 30. desember 2013).', '2014-01-02T08:00:00+01:00'],
    ['2014-03-29', '23:00', 'Ingen brev går i helgen (lørdag 29. mars 2014).', '2014-03-31T08:00:00+02:00'],
    ['2014-10-25', '10:00', 'Ingen brev går i helgen (lørdag 25. oktober 2014).', '2014-10-27T08:00:00+01:00'],
  ])('on %s %s', (date, clock, reason, next) => {
    const answer = maySendAt(osloInstant(date, clock));
    expect(answer).toMatchObject({ may: false, reason });
    if (!answer.may) {
      expect(osloIso(answer.next)).toBe(next);
      expect(maySendAt(answer.next)).toEqual({ may: true });
    }
  });
});

test('the Wednesday of Holy Week is a sending day, romjul has none', () => {
  expect(isSendingDay('2014-04-16')).toBe(true);
  expect(isSendingDay('2013-12-27')).toBe(false);
});
