import { describe, expect, test } from 'vitest';
import { newText, newTextOf } from '../../../src/rules/text/new-text.ts';
import { ownTexts } from '../../../src/rules/text/own-text.ts';

const MEGABYTE = 1_000_000;

/** The reader is given no more of a body than this. */
const BODY = 400_000;
const filled = (piece: string, length = MEGABYTE) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

const own = ownTexts([
  'Vi anmoder kommunene om å slutte seg til ordningen, og ber om tilbakemelding innen 12. desember.',
]);

/** What is worst for a pattern that begins anew at every character or line: its own beginning, over and over. */
const PIECES = [
  'Fra: a\n',
  'Fra:\nTil:\nEmne:\n',
  'Fra: a\nTil: b;\n',
  'Til: a\nKopi: b\nx,\ny;\n',
  'Den 1. ',
  'Den 1. sep. 2026 kl. 08:30\n',
  'Den 1. sep. 2026 kl. 08:30 skrev Eva:\n> x\n',
  'Ja. Den 1. skrev:\n> x\n',
  'skrev ',
  '<a@b.example>',
  '_____\n\n',
  '-----Opprinnelig melding ',
  'Videresendt melding\n',
  'Mvh\n',
  'Takk\nKari\n',
  'Kari Nordvik\n\n',
  'PS: x\n\n',
  'Denne e-posten er ',
  'Sendt fra min ',
  '1\n\n\n\n\n',
  '> x\n\ny\n\n',
  '( ) a\n(x) b\n',
];

// The guard is generous: a pattern that is not linear takes minutes on these.
describe('comes to an end of', { timeout: 20_000 }, () => {
  test.each([...' \t\n\r\f\u00a0\ufeff!"#&\'()*+,-./09:;<=>?@AZ[]^_`az{|}~×«»Åå–—…你😀'])('a megabyte of %j', sign => {
    expect(newText(filled(sign)).text.length).toBeLessThanOrEqual(MEGABYTE);
  });

  test.each(PIECES)('a body of %j', piece => {
    const mail = filled(piece, BODY);
    expect(newText(mail).text.length).toBeLessThanOrEqual(MEGABYTE);
    const { text, quoted, forwarded, inserted } = newTextOf(mail, 'Kari Nordvik', own);
    expect([text, quoted, forwarded ?? '', inserted ?? ''].every(part => part.length <= MEGABYTE)).toBe(true);
  });

  test.each([
    ['quoted lines', '> Kommunene oppfordres av rådmannsutvalget om å bidra til en felles ressurs.\n'],
    ['marks', '> > > '],
    ['lines of marks', '> > > > > > > > > > > > > > > > > > > > > > > > x\n'],
    ['attributions in marks', '> > Den 1. sep. 2026 kl. 08:30 skrev Eva <eva@ks.example>:\n> > > '],
  ])('800 kB of %s below an answer', (_, piece) => {
    expect(newText(`Ja.\n\n${filled(piece, 800_000)}`).text).toBe('Ja.');
  });
});
