import { expect, test } from 'vitest';
import { readDocumentMail, shortly } from './read-mail.ts';

const HEAD = `FJORDVIK KOMMUNE

Saksprotokoll

Utvalg  Møtedato  Saksnr

Formannskapet  10.09.2026  PS 44/26

Arkivsak: 26/2207

Felles digitaliseringsrådgiver for kommunene`;

test('takes the resolution, not the proposals of those who lost', () => {
  const reading = readDocumentMail(
    'Se vedlegg.',
    `${HEAD}

Kommunedirektørens innstilling:

Fjordvik kommune slutter seg til ordningen. Kostnaden er kr 13 400.

Behandling:

Forslag fra Frp: Fjordvik kommune slutter seg ikke til ordningen.

Ved alternativ votering fikk innstillingen 3 stemmer og falt. Forslaget fra Frp fikk 6 stemmer og ble vedtatt.

Vedtak:

Fjordvik kommune slutter seg ikke til ordningen.`,
  );
  expect(shortly(reading)).toBe('declined/decided');
  expect(reading).toMatchObject({
    body: 'formannskapet',
    decidedOn: '2026-09-10',
    caseRefs: ['26/2207', '44/26'],
    amountNok: null,
  });
});

test('takes the proposal for the resolution when the minutes only say that it was adopted', () => {
  const reading = readDocumentMail(
    'Vedlagt følger saksprotokoll.',
    `${HEAD}

Innstilling

Fjordvik kommune deltar i ordningen med kr 13 400 per år.

Behandling

Innstillingen ble enstemmig vedtatt.`,
  );
  expect(shortly(reading)).toBe('joined/decided');
  expect(reading).toMatchObject({ body: 'formannskapet', decidedOn: '2026-09-10', amountNok: 13400 });
});

test('takes «som innstillingen» for the words of the proposal', () => {
  const reading = readDocumentMail(
    'Vedlagt.',
    `${HEAD}

Rådmannens innstilling

Fjordvik kommune takker nei til å delta.

Vedtak

Som innstillingen. Enstemmig vedtatt.`,
  );
  expect(shortly(reading)).toBe('declined/decided');
});

test('does not take the resolution of a formannskap that only proposes to its kommunestyre', () => {
  const reading = readDocumentMail(
    'Til orientering.',
    `FJORDVIK KOMMUNE

Særutskrift

Utvalg  Møtedato  Saksnr

Formannskapet  10.09.2026  PS 44/26

Kommunestyret  24.09.2026

Innstilling

Fjordvik kommune slutter seg til ordningen.

Behandling i formannskapet 10.09.2026

Innstillingen ble enstemmig vedtatt.

Formannskapets innstilling til kommunestyret

Fjordvik kommune slutter seg til ordningen.`,
  );
  expect(shortly(reading)).toBe('joined/recommended');
  expect(reading).toMatchObject({ expectedBy: '2026-09-24', body: 'kommunestyret' });
});

test('sees that a later body of the meeting table has not met', () => {
  const reading = readDocumentMail(
    'Saken følger vedlagt.',
    `Saksframlegg

Saksgang  Møtedato  Saknr

Formannskapet  10.09.2026  44/26

Kommunestyret  24.09.2026  61/26

Vedtak i formannskapet 10.09.2026

Fjordvik kommune slutter seg til ordningen.`,
  );
  expect(shortly(reading)).toBe('joined/recommended');
  expect(reading).toMatchObject({ expectedBy: '2026-09-24', body: 'kommunestyret' });
});

test('reads a case paper as a proposal', () => {
  const reading = readDocumentMail(
    'Hei, her er saksframlegget.',
    `SAKSFRAMLEGG

Saksnr  Utvalg  Møtedato

61/26  Kommunestyret  24.09.2026

Arkivsaksnr.: 26/2207-3

Saksopplysninger

KS har invitert kommunene til å slutte seg til en ordning. Fjordvik har 4 200 innbyggere, og andelen blir kr 13 400.

Vurdering

Det er mye som taler for å delta. Kommunedirektøren mener likevel at kommunen ikke har økonomi til det.

Forslag til vedtak

Fjordvik kommune slutter seg ikke til ordningen nå.`,
  );
  expect(shortly(reading)).toBe('declined/recommended');
  expect(reading).toMatchObject({ expectedBy: '2026-09-24', body: 'kommunestyret', caseRefs: ['26/2207-3', '61/26'] });
});

test('reads a formal letter in a file', () => {
  const reading = readDocumentMail(
    '',
    `Fjordvik kommune
Kommunedirektøren

Vår ref.: 26/2207-5   Deres ref.: 26/04711   Dato: 14.09.2026

Svar på henvendelse om felles digitaliseringsrådgiver

Vi viser til brev av 01.09.2026.

Kommunedirektøren har i medhold av delegert myndighet fattet følgende vedtak:

Fjordvik kommune slutter seg til ordningen under forutsetning av at minst ti kommuner deltar.

Med hilsen`,
  );
  expect(shortly(reading)).toBe('conditional/decided');
  expect(reading).toMatchObject({ body: 'kommunedirektøren', caseRefs: ['26/2207-5'] });
});

test('sends a letter and a document that disagree to a person', () => {
  expect(
    shortly(
      readDocumentMail(
        'Vi slutter oss til ordningen, se vedtaket.',
        `${HEAD}\n\nVedtak\n\nFjordvik kommune deltar ikke i ordningen.`,
      ),
    ),
  ).toBe('unclear ?');
  expect(
    shortly(
      readDocumentMail(
        'Fjordvik deltar ikke.',
        'Til KS\n\nVi bekrefter at Fjordvik kommune slutter seg til ordningen.',
      ),
    ),
  ).toBe('unclear ?');
});

test('does not let a letter that promises more than the case paper close the case', () => {
  expect(
    shortly(
      readDocumentMail(
        'Vi slutter oss til ordningen, se saksframlegget.',
        'Saksframlegg\n\nKommunedirektørens innstilling\n\nFjordvik kommune slutter seg til ordningen.',
      ),
    ),
  ).toContain('?');
});

test('reads nynorsk minutes', () => {
  const reading = readDocumentMail(
    'Særutskrift følgjer vedlagt.',
    `FJORDVIK KOMMUNE

Saksutskrift

Formannskapet  10.09.2026  44/26

Tilråding frå kommunedirektøren

Fjordvik kommune sluttar seg ikkje til ordninga.

Handsaming

Framlegg frå Sp: Fjordvik kommune sluttar seg til ordninga med atterhald om budsjettvedtaket.

Tilrådinga fekk 2 røyster og fall. Framlegget frå Sp vart vedteke med 7 mot 2 røyster.

Vedtak

Fjordvik kommune sluttar seg til ordninga med atterhald om budsjettvedtaket.`,
  );
  expect(shortly(reading)).toBe('conditional/decided');
});

test('takes a postponed case for no answer', () => {
  const reading = readDocumentMail(
    'Se vedlegg.',
    `${HEAD}\n\nInnstilling\n\nFjordvik kommune deltar.\n\nVedtak\n\nSaken utsettes til møtet 1. oktober.`,
  );
  expect(shortly(reading)).toBe('deferred');
  expect(reading.expectedBy).toBe('2026-10-01');
});

test('does not guess which of two proposals won', () => {
  const reading = readDocumentMail(
    'Se vedlegg.',
    `${HEAD}\n\nInnstilling\n\nFjordvik kommune deltar.\n\nBehandling\n\nForslag fra H: Saken avvises.\n\nForslaget fra H ble vedtatt med 5 mot 4 stemmer.`,
  );
  expect(reading.review).toBe(true);
});

test('asks a person to open what it cannot read', () => {
  const reading = readDocumentMail('Se vedlegg.', '', {
    attachments: [
      {
        name: 'skann.pdf',
        contentType: 'application/pdf',
        size: 9,
        text: null,
        problem: 'Vedlegget har ikke tekst (trolig et skannet bilde).',
      },
    ],
  });
  expect(shortly(reading)).toBe('unclear ?');
  expect(reading.reviewReasons.join()).toContain('skann.pdf');
});
