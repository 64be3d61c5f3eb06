import { describe, expect, test } from 'vitest';
import { newTextOf } from '../../../src/rules/text/new-text.ts';
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

  test('finds an answer that is passed on above our letter', () => {
    const body = `Se under.\n\nFra: Ola Rådmann\nSendt: 2. september 2026\nTil: Postmottak\nEmne: SV: Ordningen\n\nVi deltar ikke.\n\nOla\n\nFra: Guri\nSendt: 1. september 2026\nTil: Ola\nEmne: Ordningen\n\n${OURS}`;
    expect(read(body)).toMatchObject({ text: 'Se under.', forwarded: expect.stringContaining('Vi deltar ikke.') });
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
