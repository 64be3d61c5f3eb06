import { expect, test } from 'vitest';
import { fold } from '../../../src/rules/text/fold.ts';
import { sentencesOf } from '../../../src/rules/text/sentences.ts';

test.each([
  ['Kr. 3,- pr. innbygger er greit. Vi deltar.', ['Kr. 3,- pr. innbygger er greit.', 'Vi deltar.']],
  ['Møtet er 8. april. Da svarer vi.', ['Møtet er 8. april.', 'Da svarer vi.']],
  ['St. Olavs Hospital bidrar. Det gjør vi òg.', ['St. Olavs Hospital bidrar.', 'Det gjør vi òg.']],
  ['Vedtak:\nKommunen deltar.', ['Vedtak:', 'Kommunen deltar.']],
  ['1. Kommunen deltar.\n2. Kostnaden dekkes.', ['1. Kommunen deltar.', '2. Kostnaden dekkes.']],
  ['Hei! Vi deltar', ['Hei!', 'Vi deltar']],
])('%s', (text, expected) => {
  expect(sentencesOf(text).map(({ literal }) => literal)).toEqual(expected);
});

test('a sentence that was wrapped keeps its «ikke»', () => {
  const text = 'Etter en samlet vurdering har Fjordvik kommune kommet til at kommunen\nikke deltar.';
  expect(sentencesOf(text)[0]?.literal).toBe(text);
});

test.each([
  ['Saka vart handsama i går', 'saken ble behandlet i går'],
  ['Tilrådinga vart samrøystes vedteken', 'innstillingen ble enstemmig vedtatt'],
  ['Kommunen sluttar seg ikkje til', 'kommunen slutter seg ikke til'],
  ['«Ja» – vi er med', '"ja" - vi er med'],
])('reads «%s» as bokmål', (text, folded) => {
  expect(fold(text)).toBe(folded);
});
