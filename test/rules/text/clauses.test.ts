import { expect, test } from 'vitest';
import { clausesOf } from '../../../src/rules/text/clauses.ts';
import { fold } from '../../../src/rules/text/fold.ts';

test.each([
  ['Formannskapet vedtok at kommunen deltar.', ['main: formannskapet vedtok', 'reported: kommunen deltar']],
  ['Vi deltar dersom Lidal blir med.', ['main: vi deltar', 'condition: lidal blir med']],
  ['Blir det færre, faller tilslutningen bort.', ['condition: blir det færre', 'main: faller tilslutning bort']],
  [
    'Vi kan ikke, slik situasjonen er nå, slutte oss til.',
    ['main: vi kan ikke slutte oss til', 'main: slik situasjonen er nå'],
  ],
  ['Vi må vite om kommunen skal betale.', ['main: vi må vite', 'question: kommunen skal betale']],
  ['Vi deltar, men ikke i år.', ['main: vi deltar', 'main: ikke i år']],
  ['Vi forutsetter at alle deltar.', ['main: vi forutsetter', 'condition: alle deltar']],
])('%s', (text, expected) => {
  expect(clausesOf(fold(text)).map(({ kind, text }) => `${kind}: ${text}`)).toEqual(expected);
});
