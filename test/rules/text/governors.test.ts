import { expect, test } from 'vitest';
import { fold } from '../../../src/rules/text/fold.ts';
import { governorOf } from '../../../src/rules/text/governors.ts';

test.each([
  ['vi vil gjerne', 'own'],
  ['vi ønsker ikke å', 'own'],
  ['i motsetning til Lidal ønsker ikke Fjordvik å', 'own'],
  ['vi har ingen mulighet til å', 'own'],
  ['me har fått grønt lys frå rådmannen til å', 'own'],
  ['vi har ikke anledning til å finne rom for å', 'own'],
  ['kommunestyret vedtok med 14 mot 9 stemmer å', 'decides'],
  ['det er ikke flertall i formannskapet for å', 'decides'],
  ['kommunestyret gav rådmannen fullmakt til å', 'decides'],
  ['rådmannen rår kommunestyret til å', 'recommends'],
  ['saken er sendt formannskapet med innstilling om å', 'recommends'],
  ['vi vurderer å', 'hedges'],
  ['vi håper å kunne', 'hedges'],
  ['takk for invitasjonen om å', 'named'],
  ['fristen for å', 'named'],
  ['kostnaden ved å', 'named'],
  ['vi ber formannskapet om å', 'named'],
  ['å', 'unknown'],
])('%s … → %s', (before, governor) => {
  expect(governorOf(fold(before))).toBe(governor);
});
