import { expect, test } from 'vitest';
import { fold } from '../../../src/rules/text/fold.ts';
import { slips } from '../../../src/rules/text/slips.ts';
import { WRITTEN_FORMS } from '../../../src/rules/text/written-forms.ts';

test.each([
  ['Kommunen sluter seg til', 'kommunen slutter seg til'],
  ['kommunestryet', 'kommunestyret'],
  ['budsjetet', 'budsjettet'],
  ['raadmannen faar', 'rådmannen får'],
  ['belopet', 'beløpet'],
  ['Verdal e med', 'verdal er med'],
  ['alternativ d og e er uaktuelle', 'alternativ d og e er uaktuelle'],
  ['vi behandler avtaler', 'vi behandler avtaler'],
])('reads «%s» as «%s»', (written, read) => {
  expect(fold(written)).toBe(read);
});

test('takes no word that has a meaning of its own for a slip', () => {
  const canonical = new Set(WRITTEN_FORMS.map(row => row.split(' ')[0]));
  expect([...slips().keys()].filter(slip => canonical.has(slip))).toEqual([]);
});
