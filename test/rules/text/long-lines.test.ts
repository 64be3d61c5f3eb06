import { expect, test } from 'vitest';
import { amountsIn } from '../../../src/rules/text/amounts.ts';
import { bodiesIn, officersIn } from '../../../src/rules/text/bodies.ts';
import { caseReferencesIn } from '../../../src/rules/text/case-references.ts';
import { datesIn } from '../../../src/rules/text/dates.ts';
import { inhabitantsIn } from '../../../src/rules/text/inhabitants.ts';

/** What once made a pattern try every place from every place, and what looks like it could. */
const PIECES = [
  'om to ',
  '=1',
  'a',
  '1 ',
  '12. og ',
  'mandag den ',
  'uke 1',
  'sak nr ',
  'kr 1',
  '1 000',
  'a- og ',
  '2 x 4 200 ',
  '\n',
];

test.each(PIECES)('a line of half a million signs of «%s» is read at once', piece => {
  const line = piece.repeat(Math.ceil(500_000 / piece.length));
  const start = performance.now();
  datesIn(line, '2026-09-15', 'future');
  amountsIn(line);
  inhabitantsIn(line);
  caseReferencesIn(line, ['26/04711']);
  bodiesIn(line);
  officersIn(line);
  expect(performance.now() - start).toBeLessThan(2500);
});
