import { describe, expect, test } from 'vitest';
import { newText } from '../../../src/rules/text/new-text.ts';
import { splitSignature } from '../../../src/rules/text/signature.ts';

const TEXT = 'Fjordvik kommune slutter seg til ordningen.';
const parted = (mail: string, sender = 'Kari Nordvik') => splitSignature(mail.split('\n'), sender);

describe('begins the signature', () => {
  test.each([
    'Mvh',
    'Mvh. Kari N.',
    'M.v.h. Kari',
    'mvh kari',
    'Vh Kari',
    'hilsen kari',
    'Hilsen Kari og Ola',
    'Med vennlig hilsen\nKari Nordvik',
    'Med vennlig hilsen Fjordvik kommune v/Kari Nordvik',
    'Vennlig hilsen/Best regards\nKari Nordvik',
    'Beste helsing\n\nKari Nordvik\nrådgjevar',
    'Med helsing frå Fjordvik',
    'Med hilsen\n\nKari Nordvik e.f.\nrådgiver',
    'Kind regards,\nKari',
    'Takk!\nKari Nordvik',
    'På forhånd takk,\nKari',
    'Thanks, Kari',
    '-- \nKari Nordvik\nFjordvik kommune - der alt er mulig!',
    '_______________\nKari Nordvik\nTlf. 00 00 00 00',
    '—\nKari Nordvik',
    '-kari',
    '—Kari',
    '– Kari Nordvik',
    'Kari',
    'Kari Nordvik',
    'Anne-Marie Ødegård Sæther',
    'Kari Nordvik, ordfører',
    'Kari Nordvik | Rådgiver | Fjordvik kommune',
    'For rådmannen\nKari Nordvik',
    'For Fjordvik kommune\n\nOla Dal',
    'Fjordvik kommune\nServicetorget',
    'Kari Nordvik\nRådgiver\nFjordvik kommune\nOrg.nr. 900 000 000\nwww.fjordvik.kommune.example\nTlf. 00 00 00 00',
    'Fjordvik kommune | Postboks 1, 0000 Fjordvik | Sentralbord 00 00 00 00 | Org.nr. 900000000',
    'Sendt fra min iPhone',
    'Sendt fra Outlook for iOS',
    'Sent frå min Samsung-telefon',
    'Få Outlook for Android<https://aka.ms/x>',
    'Hent Outlook til iOS',
    'Last ned Outlook for Android',
    'Sent from my Galaxy',
    'Von meinem iPhone gesendet',
    'Skickat från min iPhone',
    'Denne e-posten og eventuelle vedlegg er kun ment for adressaten, og kan inneholde taushetsbelagte opplysninger.',
    'Denne e-posten er berre meint for mottakaren og kan innehalde teiepliktig informasjon.',
    'This e-mail and any attachments are confidential and intended solely for the addressee.',
    'E-post til og fra kommunen er offentlig og kan bli journalført, jf. offentleglova.',
    'Tenk på miljøet før du skriver ut denne e-posten.',
    'Ver venleg å tenkje på miljøet før du skriv ut denne e-posten',
    'Dokumentet er elektronisk godkjent og krever ikke signatur.',
    'Les vår personvernerklæring på www.fjordvik.kommune.example',
  ])('%s', signature => {
    expect(parted(`${TEXT}\n\n${signature}`)).toEqual({ text: TEXT, signature });
  });

  test('right below the text', () => {
    expect(parted(`${TEXT}\nMvh\nKari`)).toEqual({ text: TEXT, signature: 'Mvh\nKari' });
    expect(parted(`${TEXT}\nKari Nordvik\nrådgiver`)).toEqual({ text: TEXT, signature: 'Kari Nordvik\nrådgiver' });
  });

  test('in a mail that says nothing else', () => {
    expect(parted('Med vennlig hilsen\nKari Nordvik\nrådgiver')).toMatchObject({ text: '' });
  });

  test('above the text, when it is the banner of a mail server or the telephone’s line', () => {
    const banner = 'EKSTERN E-POST: Ikke klikk på lenker hvis du ikke kjenner avsenderen.';
    expect(parted(`${banner}\n\n${TEXT}`)).toEqual({ text: TEXT, signature: banner });
    expect(parted(`Sendt fra min iPhone\n\n${TEXT}`)).toEqual({ text: TEXT, signature: 'Sendt fra min iPhone' });
  });
});

describe('is said, and no signature', () => {
  test.each([
    'Ja',
    'Ja takk',
    'Nei.\n\nTakk for henvendelsen!',
    '👍',
    'Hilsen til dere alle, vi deltar!',
    'Hilsen fra Fjordvik:\n\nVi slutter oss til ordningen, og betaler fra nyttår.',
    'Takk for sist.\n\nVi deltar.',
    'Vi svarer:\n- Ja\n- Nei',
    'Kommunen mener:\n\n– Ja',
    'Vedtak\n\nKommunen deltar.',
    'Svaret er\n\nPositivt',
    'Vi bidrar med kr 1 539 076',
    'Ring meg på telefon 00 00 00 00 om dere vil vite hva vi mener.',
    'Sendt fra min side i går er to dokumenter, og det ene er vedtaket.',
    'Sent from my desk, is much easier than my mobile phone.',
    'This is a correct -- signature.',
    'Har du mottatt vedtaket vårt?\n\nVi slutter oss til.',
    'Kommunen deltar.\n\nVedtaket er vedlagt.',
  ])('%s', text => {
    expect(parted(text).text).toBe(text);
  });

  test('a postscript below it', () => {
    expect(parted(`${TEXT}\n\nMvh Kari\n\nPS: Vedtaket er ikke endelig.`)).toEqual({
      text: `${TEXT}\n\nPS: Vedtaket er ikke endelig.`,
      signature: 'Mvh Kari',
    });
  });

  test('a name alone, when nobody knows whose it is', () => {
    expect(newText('Hvem er kontakt?\n\nKari').text).toBe('Hvem er kontakt?\n\nKari');
  });
});

test('an answer between quoted lines is kept below a signature', () => {
  expect(newText('Se svar under.\n\nMvh Kari\n\n> Vil dere delta?\n\nJa.\n\n> Når?\n\nFra nyttår.')).toMatchObject({
    text: 'Se svar under.\n\nJa.\n\nFra nyttår.',
    signature: 'Mvh Kari',
  });
});
