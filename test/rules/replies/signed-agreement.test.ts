import { expect, test } from 'vitest';
import { notYetSigned } from '../../../src/rules/replies/signed-agreement.ts';

test.each([
  ['avtalen er usignert i retur', false],
  ['avtalen er ikke signert', false],
  ['avtalen følger uten underskrift', false],
  ['avtalen ligger til signering hos ordføreren', false],
  ['ordføreren må signere avtalen', false],
  ['avtalen ble godkjent i 2012', false],
  ['rådmannen har fullmakt til å signere avtalen', false],
  ['avtalen er signert av helseforetaket', false],
])('nobody who writes is bound by «%s»', (clause, decided) => {
  expect(notYetSigned(clause, clause, decided)).toBe(true);
});

test.each([
  ['avtalen er signert', false],
  ['signert avtale følger i retur', false],
  ['avtalen er signert av ordføreren', false],
  ['avtalen er signert av begge parter', false],
  ['kommunestyret ga rådmannen fullmakt til å signere avtalen', true],
])('«%s» binds', (clause, decided) => {
  expect(notYetSigned(clause, clause, decided)).toBe(false);
});
