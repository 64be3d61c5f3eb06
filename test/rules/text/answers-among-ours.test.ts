import { describe, expect, test } from 'vitest';
import { newTextOf } from '../../../src/rules/text/new-text.ts';
import { ownTexts } from '../../../src/rules/text/own-text.ts';

const LETTER = [
  'Til kommunedirektøren i {kommune} kommune',
  'Vi ber om svar på tre spørsmål:',
  '1. Slutter {kommune} kommune seg til ordningen?',
  '2. Fra hvilken dato deltar kommunen?',
  '3. Hvem er kontaktperson?',
  'Svar sendes på denne e-posten innen 1. oktober.',
  'Vennlig hilsen\nEva L. Indreby\nrådgiver, KS',
];
const own = ownTexts([LETTER.join('\n\n')]);
const HEADER = 'Fra: Eva L. Indreby <eva@ks.example>\nSendt: 1. september 2026 08:30\nTil: Kari\nEmne: Ordningen';
const sent = LETTER.map(line => line.replace('{kommune}', 'Nordre Fjordvik'));

const inserted = (block: readonly string[]) =>
  newTextOf(`Se svar under.\n\nMvh Kari\n\n${HEADER}\n\n${block.join('\n\n')}`, 'Kari', own).inserted;

describe('what is written into our letter, which the mail program quotes without marks', () => {
  test('between its lines', () => {
    const block = [
      ...sent.slice(0, 3),
      'Ja, det gjør vi.',
      sent[3]!,
      '1. januar 2027.',
      sent[4]!,
      'Kari Nordvik blir det.',
      ...sent.slice(5),
    ];
    expect(inserted(block)).toBe('Ja, det gjør vi.\n\n1. januar 2027.\n\nKari Nordvik blir det.');
  });

  test('behind a question on the same line', () => {
    const block = sent.map(line => (line.startsWith('1.') ? `${line} Ja, fra nyttår.` : line));
    expect(inserted(block)).toBe('Ja, fra nyttår.');
  });

  test('below all of it', () => {
    expect(inserted([...sent, 'Vi slutter oss til.\n\nMvh Kari'])).toBe('Vi slutter oss til.');
  });

  test('with our own sentence in it', () => {
    const block = [...sent.slice(0, 3), 'Ja, Nordre Fjordvik kommune slutter seg til ordningen.', ...sent.slice(3)];
    expect(inserted(block)).toBe('Ja, Nordre Fjordvik kommune slutter seg til ordningen.');
  });

  test('a ticked choice', () => {
    const letter =
      'Svar med én linje.\n\nKopier den som passer:\n\n( ) Vi slutter oss til ordningen.\n( ) Vi slutter oss ikke til.\n\nVennlig hilsen\nEva';
    const reply = `Hei,\n\n${HEADER}\n\n${letter.replace('( ) Vi slutter oss til', '(x) Vi slutter oss til')}`;
    expect(newTextOf(reply, '', ownTexts([letter])).inserted).toBe('(x) Vi slutter oss til ordningen.');
  });
});

describe('nothing is written into', () => {
  test.each([
    ['our letter as we sent it', sent],
    [
      'it with what mail servers add',
      [
        'EKSTERN E-POST: Ikke klikk på lenker fra ukjente avsendere.',
        ...sent,
        'eva@ks.example<mailto:eva@ks.example>',
        '[cid:image001.png@01CF2F]',
      ],
    ],
    ['its wrapped lines', sent.map(line => line.replace(' ', '\n'))],
    ['another mail', ['Hei Kari,', 'Vi deltar ikke.', 'Mvh Ola']],
  ])('%s', (_, block) => {
    expect(inserted(block)).toBeNull();
  });
});
