import { describe, expect, test } from 'vitest';
import type { Alert, KeptAlert } from '../../../src/rules/alerts/alert.ts';
import { alert } from '../../../src/rules/alerts/alert.ts';
import { alertLetter } from '../../../src/rules/alerts/alert-letter.ts';
import { alertsNow } from '../../../src/rules/alerts/alerts-now.ts';
import { followAlerts, newsOf } from '../../../src/rules/alerts/follow-alerts.ts';
import { type KnownState, NO_TROUBLES } from '../../../src/rules/alerts/known-state.ts';
import { addSeconds } from '../../../src/rules/calendar/oslo-time.ts';
import { at } from '../../worlds/journal.ts';

const START = at('2013-12-03', '10:00');
const minute = (n: number) => addSeconds(START, n * 60);
const broken = (began = START, patience = 0): Alert =>
  alert('x', 'stopped', { title: 'Noe er galt', happened: 'Det virker ikke.', todo: 'Rett det.' }, began, { patience });

/** Follows one fault minute by minute. @returns the mails: minute and subject */
function follow(minutes: number, isThere: (minute: number) => boolean, patience = 0) {
  let kept: KeptAlert | null = null;
  const mails: [number, string][] = [];
  for (let n = 0; n < minutes; n++) {
    const now = minute(n);
    const changes = followAlerts(kept === null ? [] : [kept], isThere(n) ? [broken(now, patience)] : []);
    if (changes.begin.length > 0) kept = { ...changes.begin[0]!, id: 1, gone: null, told: null, lastTold: null };
    if (changes.last.length > 0) kept = { ...kept!, gone: null };
    if (changes.gone.length > 0) kept = { ...kept!, gone: now };
    const news = newsOf(kept === null ? [] : [kept], now);
    const letter = alertLetter(news);
    if (letter !== null) mails.push([n, letter.subject]);
    if (news.began.length + news.again.length > 0) kept = { ...kept!, told: kept!.told ?? now, lastTold: now };
    if (news.over.length + news.silent.length > 0) kept = null;
  }
  return mails;
}

const NEW = 'Purrebot: Noe er galt';
const OVER = 'Purrebot: Over: Noe er galt';
const STILL = 'Purrebot: Fortsatt: Noe er galt';

describe('one fault', () => {
  test('is told when it begins and, half an hour after its end, that it is over', () => {
    expect(follow(600, n => n >= 10 && n < 100)).toEqual([
      [10, NEW],
      [130, OVER],
    ]);
  });

  test('that goes on and off every few minutes is one', () => {
    expect(follow(24 * 60, n => n < 1200 && n % 10 < 5)).toEqual([
      [0, NEW],
      [1225, OVER],
    ]);
  });

  test('that is over before a person need know is never told', () => {
    expect(follow(300, n => n < 59, 3600)).toEqual([]);
    expect(follow(300, n => n < 61, 3600)).toEqual([
      [60, NEW],
      [91, OVER],
    ]);
  });

  test('that lasts is told again once a day', () => {
    expect(follow(3 * 24 * 60, () => true)).toEqual([
      [0, NEW],
      [1440, STILL],
      [2880, STILL],
    ]);
  });
});

test('a fault that could not be told while it lasted is told when it is over, and says so', () => {
  const kept = { ...broken(START, 3600), id: 1, gone: minute(300), told: null, lastTold: null };
  expect(newsOf([kept], minute(329))).toMatchObject({ began: [], over: [] });
  const letter = alertLetter(newsOf([kept], minute(330)))!;
  expect(letter.subject).toBe(OVER);
  expect(letter.text).toContain('Fra tirsdag 3. desember 2013 kl. 10.00 til tirsdag 3. desember 2013 kl. 15.00.');
  expect(letter.text).toContain('kunne ikke sendes');
});

test('what begins and ends together is one mail: what happened, since when, what to do', () => {
  const began = [broken(), { ...broken(), key: 'y', title: 'Noe annet er galt' }];
  const kept = began.map((one, id) => ({ ...one, id, gone: null, told: null, lastTold: null }));
  const over = [{ ...kept[0]!, title: 'Det første', told: START, gone: minute(1) }];
  const { subject, text } = alertLetter({ began: kept, again: [], over, silent: [] })!;
  expect(subject).toBe('Purrebot: 2 varsler. Over: Det første');
  expect(text.split('\n\n').slice(0, 5)).toEqual([
    'NYTT',
    'Noe er galt\nSiden tirsdag 3. desember 2013 kl. 10.00. Det virker ikke.\nGjør dette: Rett det.',
    'Noe annet er galt\nSiden tirsdag 3. desember 2013 kl. 10.00. Det virker ikke.\nGjør dette: Rett det.',
    'OVER',
    'Over: Det første\nFra tirsdag 3. desember 2013 kl. 10.00 til tirsdag 3. desember 2013 kl. 10.01.',
  ]);
});

const CALM: KnownState = {
  holds: [],
  uncertain: null,
  rejected: null,
  comeBack: null,
  setAside: null,
  braked: null,
  missed: null,
  cap: null,
  backup: null,
  free: null,
  troubles: NO_TROUBLES,
};

test('a hold that nobody has thought of yet is told in its own words', () => {
  const holds = [{ reason: 'clock', since: START, because: 'Klokken er stilt tilbake.' }];
  expect(alertsNow({ ...CALM, holds }, START)).toMatchObject([
    { key: 'hold-clock', severity: 'stopped', happened: expect.stringContaining('Klokken er stilt tilbake.') },
  ]);
});

test('nothing wrong is no alert, and neither is a young backup or a disk with room', () => {
  expect(alertsNow(CALM, START)).toEqual([]);
  expect(alertsNow({ ...CALM, backup: addSeconds(START, -7 * 86400 + 1), free: 500 * 1024 ** 2 }, START)).toEqual([]);
});
