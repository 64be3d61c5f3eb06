import { describe, expect, test } from 'vitest';
import { readDocumentMail, readMail, shortly } from './read-mail.ts';

const PROGRAM = { headers: [{ name: 'auto-submitted', value: 'auto-generated' }] };
const ARCHIVE = { ...PROGRAM, from: { name: 'Fjordvik kommune', address: 'noreply@fjordvik.kommune.example' } };

describe('receipts of systems, with the case number of the municipality', () => {
  test.each([
    ['Saken er registrert i vårt arkivsystem med saksnummer 2026/1234. Oppgi dette ved kontakt.', ['2026/1234']],
    ['Vi bekrefter med dette at brevet ditt er mottatt. Saksnr: 26/4412.', ['26/4412']],
    ['Din henvendelse er registrert i sak 26/04412-1 hos Fjordvik kommune.', ['26/04412-1']],
    ['Dokumentet er registrert på saksnummer 26/00744. Deres ref.: 26/04711', ['26/00744']],
    ['Førespurnaden dykkar er motteken og journalført (arkivsak 26/311).', ['26/311']],
    ['Fjordvik kommune stadfestar at dokumentet er motteke. Sak: 26/881 - Felles rådgjevar.', ['26/881']],
    ['Henvendelsen din har fått saksnummer 26/5512.', ['26/5512']],
    ['Kommunen har mottatt forsendelsen din via SvarUt. Den er importert til sak 26/5512.', ['26/5512']],
    ['Denne er registrert i ePhorte med referanse 26/02217-1. Dette er ikke et svar på henvendelsen.', ['26/02217-1']],
    ['##- Skriv svaret ditt over denne linjen -##\n\nForespørselen din (#48213) er mottatt og blir behandlet.', []],
    ['E-posten din er levert til postmottaket og vil bli behandlet innen tre virkedager.', []],
    ['Takk for at du kontakta Fjordvik kommune. Vi svarar normalt innan fem arbeidsdagar.', []],
    ['Vi har mottatt henvendelsen. Kommunen deltar i ordningen med digital post.', []],
  ])('%s', (text, caseRefs) => {
    expect(readMail(text, PROGRAM)).toMatchObject({ kind: 'receipt', caseRefs, conclusion: null, review: false });
  });

  test('are known by their own words, without a header', () => {
    for (const text of [
      'Dette er en automatisk bekreftelse på at henvendelsen din er kommet inn til kommunen.',
      'Dette er et automatisk svar fra Fjordvik kommune. Vi mottar mange henvendelser, og svartiden kan være lang.',
    ])
      expect(readMail(text)).toMatchObject({ kind: 'receipt', review: false });
  });

  test('that quote our request say nothing of it', () => {
    const text =
      'Vi har mottatt henvendelsen:\n\n> Vi ber om svar på om kommunen slutter seg til ordningen\n> a) slutter seg til ordningen';
    expect(readMail(text, PROGRAM)).toMatchObject({ kind: 'receipt', conclusion: null });
  });

  test('that a mail was opened, or thrown away unread, are receipts', () => {
    const mdn = {
      name: 'x',
      contentType: 'message/disposition-notification',
      size: 1,
      text: 'Final-Recipient: rfc822;tore.nesset@fjordvik.kommune.example\nDisposition: manual-action/MDN-sent-manually; displayed',
      problem: null,
    };
    expect(readMail('Meldingen ble lest.', { subject: 'Lest: Felles', attachments: [mdn] }).kind).toBe('receipt');
    expect(readMail('Meldingen ble slettet uten å bli lest.', { subject: 'Ikke lest: Felles' }).kind).toBe('receipt');
  });
});

describe('receipts of persons', () => {
  test.each([
    'Mottatt, takk!',
    'Motteke.',
    'Hei! Takk for e-post. Jeg har sendt den videre til kommunedirektøren.',
    'Hei. Me har fått brevet dykkar, og det er lagt fram for rådmannen.',
    'Saken er nå tildelt saksbehandler Per Hansen.',
    'Hei, jeg bekrefter at vi har fått påminnelsen. Mvh Tore',
    'Jeg setter Ola Nes på kopi, han er rett person for dette.',
    'Dette er feil adressat. Jeg videresender til oppvekst.',
    'Me takkar for brevet og har notert fristen.',
  ])('%s', text => {
    expect(shortly(readMail(text))).toBe('receipt');
  });
});

describe('answers that begin as a receipt does', () => {
  test.each([
    ['Takk for påminnelsen. Fjordvik kommune slutter seg til ordningen.', 'joined/stated'],
    ['Takk for e-posten. Vi slutter oss til ordningen. Saken er registrert med saksnummer 26/5512.', 'joined/stated'],
    ['Vi bekrefter mottak, og kan opplyse at Fjordvik kommune ikke ønsker å delta.', 'declined/stated'],
    ['Vi har mottatt påminnelsen. Saken skal opp i kommunestyret 24. september.', 'deferred'],
    ['Bekrefter mottak. Når er fristen?', 'question'],
    ['Vi kan ikke se at vi har mottatt henvendelsen.', 'question'],
    ['Vi har mottatt henvendelsen og ser positivt på ordningen.', 'unclear ?'],
  ])('%s', (text, expected) => {
    expect(shortly(readMail(text))).toBe(expected);
  });
});

describe('what a program sends is never an answer by itself', () => {
  const SHORT = 'Vedlagt følger brev fra Fjordvik kommune. Denne e-posten kan ikke besvares.';

  test('a yes of an automatic reply goes to a person', () => {
    expect(shortly(readMail('Ja, vi deltar.', PROGRAM))).toBe('joined/stated ?');
  });

  test('an answer on a paper that an archive sends goes to a person', () => {
    expect(shortly(readDocumentMail(SHORT, 'Fjordvik kommune slutter seg til ordningen.', ARCHIVE))).toBe(
      'joined/stated ?',
    );
  });

  test('a paper that nobody could read goes to a person', () => {
    const attachments = [
      { name: 'Svar.pdf', contentType: 'application/pdf', size: 10, text: null, problem: 'skannet' },
    ];
    expect(shortly(readMail(SHORT, { ...ARCHIVE, attachments }))).toBe('unclear ?');
  });

  test.each([
    'Du har mottatt en forsendelse fra Fjordvik kommune i SvarUt. Logg inn i Altinn for å lese den.',
    'Fjordvik kommune har sendt deg et svar på henvendelsen. Klikk her for å lese brevet i Digipost.',
  ])('a letter that lies in another system goes to a person: %s', text => {
    const reading = readMail(text, ARCHIVE);
    expect(shortly(reading)).toBe('unclear ?');
    expect(reading.reviewReasons.join()).toContain('må hentes');
  });
});
