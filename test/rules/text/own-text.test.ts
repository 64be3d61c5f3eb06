import { expect, test } from 'vitest';
import { ownTexts } from '../../../src/rules/text/own-text.ts';

const OURS =
  'Til kommunedirektøren i {kommune} kommune.\n\nVi anmoder kommunene om å slutte seg til ordningen, og ber om svar innen 12. desember.';
const own = ownTexts([OURS]);

test.each([
  ['word for word', 'Vi anmoder kommunene om å slutte seg til ordningen, og ber om svar innen 12. desember.', true],
  ['quoted and wrapped', '> Vi anmoder kommunene om å\n> slutte seg til ordningen,\n> og ber om svar innen', true],
  ['a piece from the middle of a word', 'oder kommunene om å slutte seg til ordningen, og ber om', true],
  ['too short a piece', 'Vi anmoder kommunene', false],
  [
    'other words behind the same beginning',
    'Vi anmoder kommunene om å vente til neste år, og ber om forståelse for det.',
    false,
  ],
  ['other words', 'Kommunen slutter seg til ordningen, og betaler grunnbeløpet fra neste år.', false],
  ['nothing', '', false],
])('%s', (_, text, isOurs) => {
  expect(own.contains(text)).toBe(isOurs);
});

test('other letters are other words', () => {
  expect(ownTexts([]).contains(OURS)).toBe(false);
  expect(ownTexts([]).isEmpty).toBe(true);
  expect(ownTexts([OURS]).contains(OURS.slice(45))).toBe(true);
});

test('one of our ready answers alone is an answer in our words; the list of them is our letter', () => {
  const letter =
    'Svar med én linje. Kopier den som passer:\n\n( ) Alstahaug kommune slutter seg til ordningen.\n( ) Alstahaug kommune slutter seg ikke til ordningen.\n( ) Alstahaug kommune behandler saken i\n    [kommunestyret/formannskapet] den [dato].\n\nDere kan også svare med egne ord på denne e-posten.';
  const ours = ownTexts([letter]);
  expect(ours.contains('Alstahaug kommune slutter seg til ordningen.')).toBe(false);
  expect(ours.contains('(x) Alstahaug kommune slutter seg ikke til ordningen.')).toBe(false);
  expect(
    ours.contains(
      '( ) Alstahaug kommune slutter seg til ordningen.\n( ) Alstahaug kommune slutter seg ikke til ordningen.',
    ),
  ).toBe(true);
  expect(ours.contains('Dere kan også svare med egne ord på denne e-posten.')).toBe(true);
});
