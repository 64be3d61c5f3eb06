import { expect, test } from 'vitest';
import { mayHold, newAsker, wantedPlaces } from '../../../src/rules/text/letter-triples.ts';
import { neededIn } from '../../../src/rules/text/needed-letters.ts';
import { words } from '../../../src/rules/text/words.ts';

function isHeldBack(pattern: RegExp, text: string): boolean {
  return [1, 64].some(mostCombinations => {
    const needed = neededIn(pattern.source, mostCombinations);
    return needed !== null && !mayHold(text, newAsker(wantedPlaces(needed)));
  });
}

test.each<[string, RegExp, string]>([
  ['an ending that is missing', /\bavtalen?(?:s|es)?\b/u, 'avtale'],
  ['words that are missing between two', /\bvi (?:[^\s]+ ){0,3}?deltar\b/u, 'vi deltar'],
  ['the second of two alternatives', /\b(?:takker|svarer) nei\b|\bavslår\b/u, 'kommunen avslår'],
  ['a sign that stands there again', /(?<sign>[.-])\d\k<sign>2026/u, '.9.2026'],
  ['what must not stand behind', /\bmen (?!ikke)vi\b/u, 'men vi'],
  ['punctuation for the edge of a word', /\bja, takk\b/u, '«ja, takk»'],
  ['an edge between a word and a hyphen', /\p{L}+\b-sak/u, 'ks-sak'],
  ['a line that begins', /^svar:/mu, 'hei\nsvar: ja'],
  ['letters beyond Latin-1', /\bvil\b/u, 'šibenik vil'],
  ['a letter that may be repeated', /\bja+ takk/u, 'jaaa takk'],
])('a text that matches is never held back: %s', (_, pattern, text) => {
  expect(words(pattern).test(text)).toBe(true);
  expect(isHeldBack(pattern, text)).toBe(false);
});

test('a text without the words of a pattern is held back', () => {
  expect(isHeldBack(/\b(?:takker|svarer) (?:[^\s]+ ){0,3}?nei\b/u, 'vi slutter oss til ordningen')).toBe(true);
  expect(isHeldBack(/\bvi\b/u, 'vinter')).toBe(true);
});

test('a text with the words of one piece and not of the other is held back', () => {
  expect(isHeldBack(/\b(?:takker|svarer) (?:[^\s]+ ){0,3}?(?:nei|avslag)\b/u, 'vi takker for brevet')).toBe(true);
});

test('a pattern of which every piece may be missing holds nothing back', () => {
  expect(neededIn('\\b(?:svar)?(?:et)*\\p{L}+', 64)).toBeNull();
});

test('all uses of a pattern find the same as without its letters', () => {
  const pattern = words(/\bikke\b/gu);
  expect('ikke nå, ikke da'.match(pattern)).toEqual(['ikke', 'ikke']);
  expect([...'ikke nå, ikke da'.matchAll(pattern)].map(({ index }) => index)).toEqual([0, 9]);
  expect('vi kan ikke nå'.replace(pattern, '–')).toBe('vi kan – nå');
  expect('vi kan nå'.replace(pattern, '–')).toBe('vi kan nå');
  expect('vi kan nå'.match(pattern)).toBeNull();
  expect('vi kan nå'.search(words(/\bikke\b/u))).toBe(-1);
});
