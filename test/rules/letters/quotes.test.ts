import { describe, expect, test } from 'vitest';
import { letterParagraphs } from '../../../src/rules/letters/letter-paragraphs.ts';
import { quotable } from '../../../src/rules/letters/quotable.ts';
import { withoutForeignTokens } from '../../../src/rules/letters/without-foreign-tokens.ts';
import { aLetter, everyLetter, theTwelve } from './a-letter.ts';

describe('a quoted letter', () => {
  const quoted = 'vår ref. 13/01746-9 K3V8WN, svar+K3V8WN@purrebot.ks.example og 13/01746-9 H7K2QF';

  test('keeps the own token of an individual letter and no other', () => {
    expect(withoutForeignTokens(quoted, aLetter())).toBe(
      'vår ref. 13/01746-9, svar@purrebot.ks.example og 13/01746-9 H7K2QF',
    );
  });

  test('has no token at all in a collective letter', () => {
    const letter = aLetter({ collective: true, addressees: theTwelve() });
    expect(withoutForeignTokens(quoted, letter)).toBe('vår ref. 13/01746-9, svar@purrebot.ks.example og 13/01746-9');
    expect(JSON.stringify(letterParagraphs(letter))).not.toMatch(/H7K2QF|K\dV8WN/);
  });

  test('leaves other plus addresses and references alone', () => {
    const text = 'Se 13/01746-9 (vedlagt) og post+arkiv@hitra.kommune.example, sak 14/00231-1';
    expect(withoutForeignTokens(text, aLetter())).toBe(text);
  });

  test('keeps its lines and paragraphs', () => {
    const mail = {
      from: 'Hitra',
      sentAt: '2014-03-03T12:05:00Z',
      to: null,
      subject: null,
      text: 'Hei\r\n\r\nA\r\nB\n \nMvh',
    };
    const block = letterParagraphs(aLetter({ quoted: [mail] })).at(-1);
    expect(block).toEqual({
      block: 'quote',
      rows: [
        { label: 'Fra:', value: 'Hitra' },
        { label: 'Sendt:', value: '3.\u00a0mars 2014 13:05' },
      ],
      paragraphs: [['Hei'], ['A', 'B'], ['Mvh']],
    });
  });
});

describe('what later letters quote', () => {
  test('is the request in the campaign’s own words', () => {
    expect(quotable(aLetter({ kind: 'request' }))).toBe(
      'Rådmannsutvalget ber kommunene bidra. Utgiften er kr 3 per innbygger.\n\nVedlagt: vedtak og saksframstilling.\n\n' +
        'Vi ber kommunene om å slutte seg til en felles ressurs for samhandlingen med St. Olav, og om svar innen fredag 7.\u00a0mars 2014.',
    );
  });

  test('names nobody, since a collective letter may quote it', () => {
    const quotes = everyLetter()
      .filter(({ kind }) => kind !== 'after-meeting' && kind !== 'receipt')
      .map(quotable);
    expect(quotes.filter(text => /Hitra|H7K2QF/.test(text))).toEqual([]);
    expect(quotes.every(text => text.length > 40)).toBe(true);
  });
});
