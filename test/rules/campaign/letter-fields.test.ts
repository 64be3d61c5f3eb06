import { expect, test } from 'vitest';
import { fieldsIn, fillFields } from '../../../src/rules/campaign/letter-fields.ts';

test('fields are filled, nynorsk ways of writing them too', () => {
  const values = { kommune: 'Hitra', innbyggere: '4 477', folketallsdato: '1. januar 2013' };
  expect(fillFields('{Kommune} har {innbyggjarar} ({ folketalsdato })', values)).toEqual({
    text: 'Hitra har 4 477 (1. januar 2013)',
  });
});

test('an unknown field, a field without a value and an open brace are faults', () => {
  expect(fillFields('{komune} {andel} {frist', { kommune: 'Hitra', andel: null })).toEqual({
    faults: [
      { written: 'komune', because: 'Mente du {kommune}?' },
      { written: 'andel', because: '{andel} har ingen verdi her.' },
      { written: 'frist', because: 'Mente du {frist}?' },
    ],
  });
});

test('a value that looks like a field is not filled again', () => {
  expect(fillFields('{kommune}', { kommune: '{frist} $&' })).toEqual({ text: '{frist} $&' });
});

test('where they stand', () => {
  expect(fieldsIn('a {frist}\nb {x}')).toEqual([
    { written: 'frist', field: 'frist', at: 2 },
    { written: 'x', field: null, at: 12 },
  ]);
});
