import { describe, expect, test } from 'vitest';
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

describe('short pieces of ours', () => {
  const letter = ownTexts([
    'Hei.\n\nTil kommunedirektøren i {kommune} kommune.\n\nVi mangler svar fra dere!\n\n( ) Kommunen deltar.',
  ]);

  test.each([
    ['word for word', 'Vi mangler svar', true],
    ['with a name in the gap', 'Til kommunedirektøren i Nordre Fjordvik kommune', true],
    ['a part with a name in the gap', 'i Fjordvik kommune', true],
    ['a part of a word', 'mangle', false],
    ['an answer in the place of the name', 'i Ja kommune', false],
    ['other words', 'Vi mangler ikke', false],
    ['nothing', ' ', false],
  ])('%s', (_, text, isHeld) => {
    expect(letter.holds(text)).toBe(isHeld);
  });

  test('a ready answer is known as one', () => {
    expect(letter.isChoice('(x) Kommunen deltar')).toBe(false);
    expect(letter.isChoice('Kommunen deltar.')).toBe(true);
    expect(letter.isChoice('( ) Kommunen deltar.')).toBe(false);
  });
});

test('our list is no longer ours when somebody ticked it', () => {
  const list = '( ) Fjordvik kommune slutter seg til ordningen.\n( ) Fjordvik kommune slutter seg ikke til ordningen.';
  const ours = ownTexts([list]);
  expect(ours.contains(list)).toBe(true);
  for (const tick of ['(x)', '[x]', '☒', '✓']) expect(ours.contains(list.replace('( )', tick)), tick).toBe(false);
});
