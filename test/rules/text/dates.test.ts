import { describe, expect, test } from 'vitest';
import { datesIn } from '../../../src/rules/text/dates.ts';
import { fold } from '../../../src/rules/text/fold.ts';

/** Tuesday. */
const SENT = '2026-09-15';
const ahead = (text: string) => datesIn(fold(text), SENT, 'future').map(({ date }) => date);
const behind = (text: string) => datesIn(fold(text), SENT, 'past').map(({ date }) => date);

test.each([
  ['8. april 2014', ['2014-04-08']],
  ['den 24. september', ['2026-09-24']],
  ['21. mars', ['2027-03-21']],
  ['møte 24.09.2026', ['2026-09-24']],
  ['24.9.26', ['2026-09-24']],
  ['innen 24/9', ['2026-09-24']],
  ['møtet 24.09.', ['2026-09-24']],
  ['2026-09-24', ['2026-09-24']],
  ['den 26. ds.', ['2026-09-26']],
  ['i morgen', ['2026-09-16']],
  ['førstkommende torsdag', ['2026-09-17']],
  ['no på torsdag', ['2026-09-17']],
  ['torsdag i neste uke', ['2026-09-24']],
  ['torsdag 24. september', ['2026-09-24']],
  ['i løpet av neste uke', ['2026-09-25']],
  ['i uke 40', ['2026-10-02']],
  ['i veke 40', ['2026-10-02']],
  ['i løpet av oktober', ['2026-10-30']],
  ['medio oktober', ['2026-10-15']],
  ['primo mars', ['2027-03-10']],
  ['til høsten', []],
  ['etter påske', []],
  ['30. februar 2027', []],
])('ahead: %s', (text, dates) => {
  expect(ahead(text)).toEqual(dates);
});

test.each([
  ['i går', ['2026-09-14']],
  ['i forgårs', ['2026-09-13']],
  ['12. mars', ['2026-03-12']],
  ['12. desember', ['2025-12-12']],
  ['sist torsdag', ['2026-09-10']],
])('behind: %s', (text, dates) => {
  expect(behind(text)).toEqual(dates);
});

describe('no dates', () => {
  test.each([['sak 26/3'], ['PS 14/12'], ['kr 12.500'], ['tlf. 12.34.56.78'], ['Vår ref. 12/4'], ['punkt 3.4']])(
    '%s',
    text => {
      expect(ahead(text)).toEqual([]);
    },
  );
});
