import { expect, test } from 'vitest';
import { caseReferencesIn } from '../../../src/rules/text/case-references.ts';
import { fold } from '../../../src/rules/text/fold.ts';

test.each([
  ['Vår ref.: 2014/1234-3', ['2014/1234-3']],
  ['Vår ref: 13/52418-3   Deres ref: 13/01746', ['13/52418-3']],
  ['Deres ref.: 14/9999', []],
  ['Dykkar ref. 26/04711', []],
  ['sak 87/13', ['87/13']],
  ['PS 31/14', ['31/14']],
  ['K-sak 16/21', ['16/21']],
  ['arkivsak 2014/402', ['2014/402']],
  ['registrert med saksnummer 26/00744', ['26/00744']],
  ['Referansen din er 26/8841.', ['26/8841']],
  ['journalført som 2026/3120-1', ['2026/3120-1']],
  ['vår sak 202612345-7', ['202612345-7']],
  ['møtet 26/3', []],
  ['sesongen 2014/15', []],
  ['skoleåret 2014/2015', []],
  ['3 kr/innbygger', []],
])('%s', (text, expected) => {
  expect(caseReferencesIn(fold(text), ['13/01746', '26/04711'])).toEqual(expected);
});
