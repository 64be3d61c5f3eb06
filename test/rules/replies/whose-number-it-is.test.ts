import { expect, test } from 'vitest';
import { readDocumentMail, readMail } from './read-mail.ts';

const plain = (references: readonly string[]) => references.map(one => one.replace(/^(?:ps|fs|ds) /i, '')).sort();

test.each([
  ['Vår ref.: 2026/402-3   Deres ref.: 26/04711\n\nFjordvik kommune slutter seg til ordningen.', ['2026/402-3']],
  [
    'Deres ref.: 26/04711   Vår ref.: 2026/402-3   Dato: 14.09.2026\n\nFjordvik kommune slutter seg til ordningen.',
    ['2026/402-3'],
  ],
  ['Deres ref: 26/04711\nVår ref: 26/2207-4\nArkivkode: K1-033\n\nFjordvik slutter seg til ordningen.', ['26/2207-4']],
  [
    'Vår referanse   Deres referanse   Dato\n26/2207-4   26/04711   14.09.2026\n\nFjordvik slutter seg til ordningen.',
    ['26/2207-4'],
  ],
  ['Kommunestyret vedtok 10.9. i sak 61/26 å slutte seg til ordningen.', ['61/26']],
  [
    'Kommunestyret vedtok i sak PS 61/26 den 10.9. å slutte seg til ordningen, jf. arkivsak 26/2207.',
    ['26/2207', '61/26'],
  ],
  ['Vi slutter oss til ordningen, jf. sak 44/26 i formannskapet og sak 61/26 i kommunestyret.', ['44/26', '61/26']],
  ['Vi slutter oss til ordningen, se sakene 44/26 og 61/26.', ['44/26', '61/26']],
  ['Vi slutter oss til ordningen, jf. deres brev med referanse 26/04711.', []],
  ['Vi slutter oss til ordningen. Lidal kommune har behandlet sin sak 22/26.', []],
  ['Vi slutter oss til ordningen. Merk fakturaen med ansvar 1200 og ref. 26/2207.', ['26/2207']],
  ['Ja, vi er med. Mvh Tore\nTlf. 74 00 00 00', []],
])('%s', (text, expected) => {
  expect(plain(readMail(text).caseRefs)).toEqual(expected);
});

test('takes the number of our case from no subject', () => {
  expect(
    readMail('Vi slutter oss til ordningen.', { subject: 'SV: Felles digitaliseringsrådgiver – vår ref. 26/04711-3' })
      .caseRefs,
  ).toEqual([]);
  expect(readMail('Vi slutter oss til ordningen.', { subject: 'Svar på henvendelse (26/2207-3)' }).caseRefs).toEqual([
    '26/2207-3',
  ]);
});

test('reads the head of an archive letter in a file', () => {
  const reading = readDocumentMail(
    'Se vedlegg.',
    `Fjordvik kommune

Saksnr: 26/2207   Løpenr: 10345/26   Arkivkode: K1-033   Saksbehandler: Tore Nesset
JournalpostID: 26/10345
Deres ref: 26/04711

Melding om vedtak

Formannskapet vedtok 8. september, sak 44/26, at Fjordvik kommune slutter seg til ordningen.`,
  );
  expect(plain(reading.caseRefs)).toEqual(['26/2207', '44/26']);
});
