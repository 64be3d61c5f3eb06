import { describe, expect, test } from 'vitest';
import { newText, newTextOf } from '../../../src/rules/text/new-text.ts';
import { ownTexts } from '../../../src/rules/text/own-text.ts';

const OURS = 'Vi anmoder kommunene om å slutte seg til ordningen, og ber om tilbakemelding innen 12. desember.';
const own = ownTexts([OURS]);
const read = (body: string) => newTextOf(body, 'Kari Nordvik', own);

describe('quoted history', () => {
  test.each([
    [
      'Outlook, bokmål',
      `Ja.\n\nFra: Guri Testdal [mailto:guri@ks.example]\nSendt: 1. september 2026 08:30\nTil: Kommunene\nEmne: Ordningen\n\n${OURS}`,
    ],
    [
      'Outlook, nynorsk',
      `Ja.\n\nFrå: Guri Testdal\nSendt: 1. september 2026 08:30\nTil: Kommunane\nEmne: Ordninga\n\n${OURS}`,
    ],
    [
      'Outlook, English',
      `Ja.\n\nFrom: Guri Testdal <guri@ks.example>\nSent: Tuesday, September 1, 2026 8:30 AM\nTo: Kari\nSubject: x\n\n${OURS}`,
    ],
    ['bold headers', `Ja.\n\n*Fra:* Guri Testdal\n*Sendt:* 1. september 2026\n*Til:* Kari\n*Emne:* x\n\n${OURS}`],
    [
      'Outlook on the web',
      `Ja.\n\n________________________________\nFra: Guri <guri@ks.example>\nSendt: tirsdag 1. september\nTil: Kari\nEmne: x\n\n${OURS}`,
    ],
    ['Gmail', `Ja.\n\ntir. 1. sep. 2026 kl. 08:30 skrev Guri Testdal <guri@ks.example>:\n\n> ${OURS}`],
    ['Gmail, wrapped', `Ja.\n\ntir. 1. sep. 2026 kl. 08:30 skrev Guri Testdal <\nguri@ks.example>:\n\n> ${OURS}`],
    ['Gmail, nynorsk', `Ja.\n\nDen tys. 1. sep. 2026 kl. 08:30 skreiv Guri Testdal <guri@ks.example>:\n\n> ${OURS}`],
    ['Apple', `Ja.\n\nDen 1. sep. 2026 kl. 08.30 skrev Guri Testdal <guri@ks.example>:\n\n${OURS}`],
    ['English Gmail', `Ja.\n\nOn Tue, Sep 1, 2026 at 8:30 AM Guri Testdal <guri@ks.example> wrote:\n\n> ${OURS}`],
    [
      'a line of dashes',
      `Ja.\n\n-----Opprinnelig melding-----\nFra: Guri\nSendt: 1. september\nTil: Kari\nEmne: x\n\n${OURS}`,
    ],
    [
      'the telephone',
      `Ja.\n\nSendt fra min iPhone\n\n> Den 27. feb. 2014 kl. 09.12 skrev Guri <g@ks.example>:\n>\n> ${OURS}`,
    ],
    [
      'a mail in a mail',
      `Ja.\n\nFra: Ola\nSendt: 2. september\nTil: Kari\nEmne: VS: x\n\nSvarer du?\n\nOla\n\n> ${OURS}`,
    ],
    ['nothing but our own words', `Ja.\n\n${OURS}`],
    ['below the quote', `> ${OURS}\n\nJa.`],
  ])('%s', (_, body) => {
    expect(read(body).text).toBe('Ja.');
  });

  test('keeps answers between the quoted lines', () => {
    expect(read('Den 01.09.2026 08:30, skrev Guri:\n> Vil dere delta?\n\nJa.\n\n> Når?\n\nFra nyttår.').text).toBe(
      'Ja.\n\nFra nyttår.',
    );
  });

  test('knows whose history it is', () => {
    expect(read(`Ja.\n\n> ${OURS}`).quoted).toBe('ours');
    expect(read('Ja.\n\n> Kommer du på samlingen?').quoted).toBe('other');
    expect(read('Ja.').quoted).toBe('none');
  });

  test('knows our letter without any mark, with its short lines', () => {
    const letter = `${OURS}\n\nSvar med én linje:\n\n( ) Vi deltar.\n\n${OURS.replace('Vi', 'På nytt: vi')}`;
    const copy = letter.replace('( ) Vi deltar.', 'Ja, gjerne.');
    const ours = ownTexts([letter]);
    expect(newTextOf(`Ja.\n\n${letter}`, '', ours).text).toBe('Ja.');
    expect(newTextOf(`Hei,\n\n${copy}`, '', ours).text).toBe('Hei,\n\nJa, gjerne.');
  });

  test('takes what a mail program wrapped of a long quoted line for quoted', () => {
    const wrapped =
      '> Vi anmoder kommunene om å slutte seg til ordningen, og ber om\ntilbakemelding innen 12. desember.\n> Vil dere?';
    expect(newText(`${wrapped}\n\nJa.`).text).toBe('Ja.');
    expect(newText('> Vil dere delta?\nja\n> Fra når?\nfra nyttår').text).toBe('ja\n\nfra nyttår');
  });

  test('joins what stands above and below a quoted line, but for a greeting', () => {
    expect(newText('Hei,\n> Vil dere delta?\nJa.').text).toBe('Hei,\nJa.');
    expect(newText('Hei!\n> Vil dere delta?\nJa.').text).toBe('Hei!\n\nJa.');
  });

  test('gives the three parts as they stand', () => {
    const history = 'Den 1. sep. 2026 kl. 08.30 skrev Eva <eva@ks.example>:\n\n> Vil dere?';
    expect(newText(`Hei,\r\n\r\n\r\nvi deltar. \r\n\r\nMvh\r\nKari\r\n\r\n${history}`)).toEqual({
      text: 'Hei,\n\n\nvi deltar.',
      signature: 'Mvh\nKari',
      quoted: history.replace('\n\n', '\n'),
    });
    expect(newText('')).toEqual({ text: '', signature: '', quoted: '' });
  });

  test('finds an answer that is passed on above our letter', () => {
    const body = `Se under.\n\nFra: Ola Rådmann\nSendt: 2. september 2026\nTil: Postmottak\nEmne: SV: Ordningen\n\nVi deltar ikke.\n\nOla\n\nFra: Guri\nSendt: 1. september 2026\nTil: Ola\nEmne: Ordningen\n\n${OURS}`;
    expect(read(body)).toMatchObject({ text: 'Se under.', forwarded: expect.stringContaining('Vi deltar ikke.') });
  });

  test.each([
    [
      'Outlook for Mac, without a blank line',
      'Fra: Ola <ola@x.example>\nDato: 2. september 2026 kl. 08:30\nTil: Kari\nEmne: x\nVi deltar ikke.',
    ],
    [
      'Gmail',
      '---------- Forwarded message ---------\nFra: Ola <ola@x.example>\nDate: x\nSubject: y\nTo: Kari\n\n\nVi deltar ikke.',
    ],
    [
      'Apple',
      '> Start på videresendt melding:\n>\n> Fra: Ola <ola@x.example>\n> Dato: x\n> Til: Kari\n>\n> Vi deltar ikke.',
    ],
  ])('finds a mail that is passed on with nothing above it: %s', (_, body) => {
    expect(read(body)).toMatchObject({ text: '', forwarded: 'Vi deltar ikke.' });
  });

  test('takes no «Fra:» in running text for a header', () => {
    const body = 'Vi svarer slik.\nFra: 1. januar 2027 deltar kommunen i ordningen.\nKostnaden dekkes av rammen.';
    expect(read(body).text).toBe(body);
  });
});

describe('signature and footer', () => {
  test.each([
    ['Med vennlig hilsen\nKari Nordvik\nkommunedirektør'],
    ['Mvh Kari'],
    ['Venleg helsing\nKari'],
    ['-- \nKari Nordvik'],
    ['Kari Nordvik\nrådgiver, Fjordvik kommune\nTlf. 00 00 00 00'],
    ['Fjordvik kommune\nServicetorget'],
    ['Sendt fra min iPhone'],
    ['Kari'],
    ['Denne e-posten kan inneholde konfidensiell informasjon.'],
    ['E-post til og fra kommunen er offentlig og kan bli journalført.'],
    ['Dokumentet er elektronisk godkjent og krever ikke signatur.'],
  ])('cuts «%s»', signature => {
    expect(read(`Vi deltar ikke.\n\n${signature}`).text).toBe('Vi deltar ikke.');
  });

  test.each([
    ['Ja'],
    ['Ja.\n\nFjordvik deltar.'],
    ['Hilsen til dere alle, vi deltar! Saken er vedtatt.'],
    ['Vedtak\n\nKommunen deltar.'],
  ])('keeps «%s»', text => {
    expect(read(text).text).toBe(text);
  });
});
