import { describe, expect, test } from 'vitest';
import { amountsIn } from '../../../src/rules/text/amounts.ts';
import { fold } from '../../../src/rules/text/fold.ts';
import { inhabitantsIn } from '../../../src/rules/text/inhabitants.ts';

const sums = (text: string) => amountsIn(fold(text)).map(({ kroner, kind }) => [kroner, kind]);

describe('how a sum is written', () => {
  test.each([
    ['kr 14.133,-', 14133],
    ['kr. 14 133,00', 14133],
    ['kr 14133.-', 14133],
    ['14 133 kroner', 14133],
    ['14.133 kr', 14133],
    ['14 133,-', 14133],
    ['14133,-', 14133],
    ['NOK 14133', 14133],
    ['NOK 14,133', 14133],
    ['14 133 NOK', 14133],
    ['kroner 14 133', 14133],
    ['kr: 14 133', 14133],
    ['Kr14133', 14133],
    ['kr.14.133', 14133],
    ['kr 14\u202f133', 14133],
    ['kr 14\n133', 14133],
    ['kr 1 204 500', 1204500],
    ['14,1 tusen kroner', 14100],
    ['14 tusen kroner', 14000],
    ['kr 14,1 tusen', 14100],
    ['0,5 mill. kroner', 500000],
    ['1,2 millioner kroner', 1200000],
    ['kr 1,5 mill', 1500000],
    ['ti tusen kroner', 10000],
    ['hundre tusen kroner', 100000],
    ['inntil kr 20.000', 20000],
    ['maksimalt kr 20 000', 20000],
    ['opptil 20 000 kroner', 20000],
    ['kr 14 133 pr. år', 14133],
    ['14 133 kr/år', 14133],
  ])('%s', (text, kroner) => {
    expect(sums(text)).toEqual([[kroner, 'total']]);
  });
});

describe('what a sum is', () => {
  test.each([
    ['3 kr pr. innb.', [[3, 'rate']]],
    ['kr 3,- per innbygger', [[3, 'rate']]],
    ['3 kr/innb.', [[3, 'rate']]],
    ['kr 3 pr. hode', [[3, 'rate']]],
    ['kr. 3,- pr. innbyggjar', [[3, 'rate']]],
    ['3 kroner for hver innbygger', [[3, 'rate']]],
    ['tre kroner per innbygger', [[3, 'rate']]],
    ['kr 2,50 per innbygger', [[2.5, 'rate']]],
    ['4711 innb. à kr 3,-', [[3, 'rate']]],
    ['en innbyggersats på kr 3', [[3, 'rate']]],
    ['grunnbeløp kr 10 000', [[10000, 'base']]],
    ['grunnbeløpet på 10.000 kroner', [[10000, 'base']]],
    ['kr 10.000 i grunnbeløp', [[10000, 'base']]],
    ['et fast beløp på kr 10 000 pr. kommune', [[10000, 'base']]],
    ['ca. kr 25 000', [[25000, 'about']]],
    ['om lag 14 000 kroner', [[14000, 'about']]],
    ['i underkant av kr 25.000', [[25000, 'about']]],
    ['vel kr 14 000', [[14000, 'about']]],
    ['kr 14 000-15 000', [[14000, 'about']]],
    [
      'mellom kr 14 000 og kr 15 000',
      [
        [14000, 'about'],
        [15000, 'about'],
      ],
    ],
    [
      '4711 innbyggere x kr 3 = kr 14 133',
      [
        [3, 'rate'],
        [14133, 'total'],
      ],
    ],
    [
      '4711 x 3 kr = 14 133',
      [
        [3, 'rate'],
        [14133, 'total'],
      ],
    ],
    [
      'kr 10 000 + 3 kr x 2 043 innbyggere = kr 16 129',
      [
        [10000, 'base'],
        [3, 'rate'],
        [16129, 'total'],
      ],
    ],
    [
      'kr 3 x 4711, til sammen kr 14 133,-',
      [
        [3, 'rate'],
        [14133, 'total'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(sums(text)).toEqual(expected);
  });

  test.each([
    ['sak 14/133'],
    ['14 133 innbyggere'],
    ['kontonummer 4202.07.12345'],
    ['telefon 72 51 95 00'],
    ['7160 Bjugn'],
    ['org.nr. 971 035 854'],
    ['i 2014'],
    ['kroneksempel 14'],
    ['§ 13, 2. ledd'],
    ['1,5 prosent'],
  ])('no sum: %s', text => {
    expect(sums(text)).toEqual([]);
  });
});

describe('inhabitants', () => {
  test.each([
    ['4711 innbyggere', [4711]],
    ['4 711 innbyggarar', [4711]],
    ['4.711 innb.', [4711]],
    ['4711 innbyggere pr. 1.1.2014', [4711]],
    ['folketall 4.665', [4665]],
    ['folketallet er 4665', [4665]],
    ['folketalet vårt er 4 665', [4665]],
    ['folketall pr. 01.01.2014: 4 665', [4665]],
    ['folketallet pr 1. januar 2014, 4665', [4665]],
    ['innbyggertall: 4711', [4711]],
    ['innbyggertallet vårt på 4 711', [4711]],
    ['innbyggertall (4711)', [4711]],
    ['et innbyggertall på 4711 personer', [4711]],
    ['innbyggartalet 1. januar var 4711', [4711]],
    ['innb.tall 4711', [4711]],
    ['befolkning på 4711', [4711]],
    ['kr 3 x 4711', [4711]],
    ['3 kr x 4 711 innb', [4711]],
    ['4711 x kr 3', [4711]],
    ['3,- * 4711', [4711]],
    ['kr 3 pr innbygger (4711)', [4711]],
    ['beregnet ut fra 4711 innbyggere ved siste årsskifte', [4711]],
    ['179 692 innbyggere', [179692]],
    ['population of 4711', [4711]],
    ['ca. 4700 innbyggere', []],
    ['rundt 4700 innbyggere', []],
    ['under 1000 innbyggere', []],
    ['kommuner med færre enn 5000 innbyggere', []],
    ['kr 3 per innbygger', []],
    ['1 lege per 1500 innbyggere', []],
    ['folketallet pr. 1.1.2014', []],
    ['innbyggertallet i 2014', []],
    ['4711 stemmer', []],
    ['2 av 10 innbyggere', []],
    ['til sammen 302 755 innbyggere i de 25 kommunene', []],
  ])('%s', (text, expected) => {
    expect(inhabitantsIn(fold(text))).toEqual(expected);
  });
});

describe('more ways to say a sum', () => {
  test.each([
    ['kr 14.133,-/år', [[14133, 'total']]],
    ['kr 14 133,- eks. mva', [[14133, 'total']]],
    ['14 133,– kr', [[14133, 'total']]],
    ['kroner 14133,-', [[14133, 'total']]],
    ['kr 14133,50', [[14134, 'total']]],
    ['14 133 kr.', [[14133, 'total']]],
    ['kr. 100 000,00 pr år', [[100000, 'total']]],
    ['kr 1.204.500,-', [[1204500, 'total']]],
    ['kr.3,- pr innbyggar', [[3, 'rate']]],
    ['kr 3 pr. innb. pr. år', [[3, 'rate']]],
    ['3 kr/innbygger', [[3, 'rate']]],
    ['3 kroner pr. hode', [[3, 'rate']]],
    ['kr 3,- multiplisert med 4711', [[3, 'rate']]],
    ['en sats på 3 kroner', [[3, 'rate']]],
    ['4711 innbyggere multiplisert med kr 3,-', [[3, 'rate']]],
    [
      'kr 10 000 pluss kr 3 per innbygger',
      [
        [10000, 'base'],
        [3, 'rate'],
      ],
    ],
    ['kr 10 000 i fast beløp', [[10000, 'base']]],
    ['grunnbeløpet (kr 15 000)', [[15000, 'base']]],
    [
      '15 000 i grunnbeløp og 4 kr pr innbygger',
      [
        [15000, 'base'],
        [4, 'rate'],
      ],
    ],
    ['nærmere 14 000 kroner', [[14000, 'about']]],
    ['rundt kr 14 000', [[14000, 'about']]],
    ['kr 14 000 til 15 000', [[14000, 'about']]],
    ['drøyt 14 000 kroner', [[14000, 'about']]],
    ['sum kr 14 133', [[14133, 'total']]],
    ['2 x 7 000 = 14 000 kroner', [[14000, 'total']]],
  ])('%s', (text, expected) => {
    expect(sums(text)).toEqual(expected);
  });

  test.each([
    ['antall innbyggere: 4711', [4711]],
    ['antall innbyggere er 4 711', [4711]],
    ['innbyggere: 4711', [4711]],
    ['de 4711 innbyggerne våre', [4711]],
    ['dei 4711 innbyggjarane', [4711]],
    ['vi er 4711 innbyggere', [4711]],
    ['innbyggertall pr 01.01.14 er 4711', [4711]],
    ['folketal (1.1.2014): 4 711', [4711]],
    ['folketall per 1/1-2014: 4711', [4711]],
    ['4711 personer per 1. januar', []],
    ['SSBs tall, 4711 innbyggere', [4711]],
    ['4 711 innbyggere × 3 kr', [4711]],
    ['(4711 innb.)', [4711]],
    ['15 leger per 10 000 innbyggere', []],
    ['en kommune på vel 4700 innbyggere', []],
    ['et folketall på 4711 innbyggere', [4711]],
    ['folketallet passerte 4711', []],
  ])('%s', (text, expected) => {
    expect(inhabitantsIn(fold(text))).toEqual(expected);
  });
});
