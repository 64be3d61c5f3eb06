import { expect, test } from 'vitest';
import { amountsIn } from '../../../src/rules/text/amounts.ts';
import { fold } from '../../../src/rules/text/fold.ts';
import { inhabitantsIn } from '../../../src/rules/text/inhabitants.ts';

test.each([
  ['kr 14 133,-', [[14133, 'total']]],
  ['kr. 14.133,-', [[14133, 'total']]],
  ['14.133 kroner', [[14133, 'total']]],
  ['NOK 10 000', [[10000, 'total']]],
  ['kr 14\u00a0133', [[14133, 'total']]],
  ['kr 3,- pr innbygger', [[3, 'rate']]],
  ['3 kr. per innb.', [[3, 'rate']]],
  ['3 237 innbyggere x kr 3', [[3, 'rate']]],
  ['et grunnbeløp på kr 10.000', [[10000, 'base']]],
  ['kr 10.000 pr. kommune', [[10000, 'base']]],
  ['i underkant av kr 25.000', [[25000, 'about']]],
  ['ca. kr 25 000', [[25000, 'about']]],
])('%s', (text, expected) => {
  expect(amountsIn(fold(text)).map(({ kroner, kind }) => [kroner, kind])).toEqual(expected);
});

test.each([
  ['4711 innbyggere', [4711]],
  ['2 043 innbyggjarar', [2043]],
  ['179 692 innbyggere', [179692]],
  ['innbyggertall på 4 711', [4711]],
  ['folketallet pr 1.1.2014 er 4711', [4711]],
  ['under 1000 innbyggere', []],
  ['kr 3 pr innbygger', []],
])('%s', (text, expected) => {
  expect(inhabitantsIn(fold(text))).toEqual(expected);
});
