import { expect, test } from 'vitest';
import { fold } from '../../../src/rules/text/fold.ts';
import { negationOf } from '../../../src/rules/text/negation.ts';

test.each([
  ['kommunen [deltar]', 'no'],
  ['kommunen [deltar] ikke', 'yes'],
  ['kommunen [deltar] dermed ikke i ordningen', 'yes'],
  ['[deltar] Fjordvik kommune ikke', 'yes'],
  ['at kommunen ikke [deltar]', 'yes'],
  ['kommunen [slutter seg ikke til] ordningen', 'yes'],
  ['vi ønsker ikke å [delta]', 'yes'],
  ['vi kommer ikke til å [delta]', 'yes'],
  ['vi avstår fra å [delta]', 'yes'],
  ['vi lar være å [delta]', 'yes'],
  ['vi har ingen midler til å [delta]', 'yes'],
  ['me vil ikkje [delta]', 'yes'],
  ['vi [deltar] i ordningen som ikke er ny', 'no'],
  ['vi [deltar] uten forbehold', 'no'],
  ['ikke bare [deltar] vi', 'no'],
  ['det er ingen tvil om at vi [deltar]', 'no'],
  ['vi har ikke noe imot å [delta]', 'unsure'],
  ['vi ser ingen grunn til ikke å [delta]', 'unsure'],
  ['vi kan ikke la være å [delta]', 'unsure'],
  ['vi [deltar] neppe', 'unsure'],
])('%s → %s', (marked, expected) => {
  const folded = fold(marked);
  const start = folded.indexOf('[');
  const end = folded.indexOf(']') - 1;
  expect(negationOf(folded.replace(/[[\]]/g, ''), start, end)).toBe(expected);
});
