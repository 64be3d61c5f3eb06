import { expect, test } from 'vitest';
import { fold } from '../../../src/rules/text/fold.ts';
import { WRITTEN_FORMS } from '../../../src/rules/text/written-forms.ts';

test.each([
  ['Saka vart handsama i går', 'saken ble behandlet i går'],
  ['Eg ER «SAMD» – ikkje', 'jeg er "enig" - ikke'],
  ['E-posten\u00a0og  e-post', 'e-post og e-post'],
  ['e\u0301n a\u030ar', 'én år'],
  ['ikkjeno korkje-kva', 'ikkjeno verken-hva'],
  ['ko\u00adr', 'hvor'],
  [' \n ', ''],
])('%s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('every written form becomes its canonical one, alone and among letters of other alphabets', () => {
  for (const row of WRITTEN_FORMS) {
    const [form = '', ...others] = row.split(' ');
    for (const other of others.filter(other => !other.includes('-'))) {
      expect(fold(`(${other.toUpperCase()})`), other).toBe(`(${fold(form)})`);
      expect(fold(`š ${other}.`), other).toBe(`š ${fold(form)}.`);
    }
  }
});
