import { describe, expect, test } from 'vitest';
import { readMail, shortly } from './read-mail.ts';

const AUTO = { headers: [{ name: 'auto-submitted', value: 'auto-replied' }] };
const NEW_MAIL = { answers: [] };

describe('receipts', () => {
  test.each([
    ['Vi har mottatt henvendelsen din. Den er registrert med saksnummer 26/5512.', AUTO, ['26/5512']],
    ['Takk for henvendelsen. Den vil bli behandlet av rett avdeling. Du kan vente svar innen tre uker.', AUTO, []],
    [
      'Dette er ei automatisk stadfesting på at me har motteke e-posten din. Svar kan ventast innan fire veker.',
      {},
      [],
    ],
    ['Hei, dette er videresendt til rette vedkommende.', {}, []],
    ['Takk for brevet. Det er journalført i sak 26/5512 og fordelt til kommunalsjef oppvekst.', {}, ['26/5512']],
    ['Saka er registrert i arkivet som 26/5512-1 og send vidare til økonomisjefen.', {}, ['26/5512-1']],
    ['Bekrefter mottak. Saksbehandler er Nina Lund.', {}, []],
    [
      'Din henvendelse «Felles digitaliseringsrådgiver for kommunene» er registrert. Den slutter seg til køen av saker.',
      AUTO,
      [],
    ],
  ])('%s', (text, changes, caseRefs) => {
    expect(readMail(text, changes)).toMatchObject({ kind: 'receipt', caseRefs, review: false });
  });
});

describe('absences', () => {
  test.each([
    ['Jeg er på ferie til og med 25. september. Ved hastesaker, kontakt sentralbordet.', AUTO, '2026-09-25'],
    ['Hei! Eg er i permisjon og er attende 1. oktober. Send til postmottak.', AUTO, '2026-10-01'],
    ['Jeg er ute av kontoret og har begrenset tilgang til e-post.', {}, null],
    ['Jeg har sluttet i Fjordvik kommune. Kontakt postmottak.', {}, null],
    ['Nina Lund har sluttet i kommunen, og e-postadressen er ikke lenger i bruk.', AUTO, null],
    ['Takk for e-posten. Jeg svarer når jeg er tilbake på kontoret mandag 21. september.', AUTO, '2026-09-21'],
    ['I am out of the office until 21 September.', AUTO, '2026-09-21'],
  ])('%s', (text, changes, absentUntil) => {
    expect(readMail(text, changes)).toMatchObject({
      kind: 'out-of-office',
      conclusion: null,
      absentUntil,
      review: false,
    });
  });
});

describe('other matters', () => {
  test.each([
    ['Vi melder på to deltakere til fagdagen.', { ...NEW_MAIL, subject: 'Påmelding fagdag' }],
    ['Ja takk, vi deltar gjerne!', { ...NEW_MAIL, subject: 'SV: Invitasjon til seminar om vannmiljø' }],
    ['Fjordvik kommune slutter seg til uttalelsen om kraftskatt.', { ...NEW_MAIL, subject: 'Høring kraftskatt' }],
    ['Vi kan ikke betale faktura 88123, den mangler bestillernummer.', { ...NEW_MAIL, subject: 'Faktura 88123' }],
    ['Hvem er kontaktperson for lønnsoppgjøret hos dere?', { ...NEW_MAIL, subject: 'Lønnsoppgjør' }],
  ])('%s', (text, changes) => {
    expect(readMail(text, changes)).toMatchObject({ kind: 'other', conclusion: null, review: false });
  });

  test('a journalist who names a municipality is none', () => {
    const from = { name: 'Per Presse', address: 'per@avisa.example' };
    expect(
      readMail(
        'Jeg er journalist og lurer på om Fjordvik kommune deltar i ordningen med felles digitaliseringsrådgiver?',
        { ...NEW_MAIL, from, subject: 'Spørsmål' },
      ).kind,
    ).toBe('other');
  });
});

describe('deliveries', () => {
  const from = { name: 'Mail Delivery System', address: 'mailer-daemon@mx.ks.example' };
  const report = (action: string, status: string) => [
    {
      name: 'message-delivery-status',
      contentType: 'message/delivery-status',
      size: 1,
      problem: null,
      text: `Reporting-MTA: dns; mx.ks.example\n\nFinal-Recipient: rfc822; Postmottak@lidal.kommune.example\nAction: ${action}\nStatus: ${status}\n`,
    },
  ];

  test('a failure is permanent', () => {
    expect(
      readMail('Undelivered', {
        from,
        subject: 'Undelivered Mail Returned to Sender',
        attachments: report('failed', '5.1.1'),
      }),
    ).toMatchObject({
      kind: 'bounce',
      permanent: true,
      recipients: ['postmottak@lidal.kommune.example'],
      municipalities: ['Lidal'],
      review: false,
    });
  });

  test('a delay is not', () => {
    expect(
      readMail('Delayed', { from, subject: 'Delayed Mail', attachments: report('delayed', '4.4.1') }),
    ).toMatchObject({ kind: 'bounce', permanent: false });
  });

  test('a report without a report part is read from its text', () => {
    const text =
      'The following message could not be delivered:\n\n  ole@lidal.kommune.example\n    550 No such user\n\n------ This is a copy of the message ------\nTo: ole@lidal.kommune.example, nina@fjordvik.kommune.example';
    expect(readMail(text, { from, subject: 'Mail delivery failed: returning message to sender' })).toMatchObject({
      kind: 'bounce',
      recipients: ['ole@lidal.kommune.example'],
    });
  });

  test('a Norwegian one too', () => {
    const text =
      'Meldingen din til nina@lidal.kommune.example kunne ikke leveres.\n\nOpprinnelig melding\nTil: nina@lidal.kommune.example';
    expect(
      readMail(text, {
        from: { name: '', address: 'postmaster@ks.example' },
        subject: 'Kan ikke leveres: Felles digitaliseringsrådgiver',
      }),
    ).toMatchObject({ kind: 'bounce', recipients: ['nina@lidal.kommune.example'], permanent: true });
  });

  test('a read receipt is no failure', () => {
    expect(
      readMail('Meldingen ble lest.', {
        attachments: [
          {
            name: 'x',
            contentType: 'message/disposition-notification',
            size: 1,
            text: 'Disposition: manual-action; displayed',
            problem: null,
          },
        ],
        ...AUTO,
      }).kind,
    ).not.toBe('bounce');
  });
});

describe('answers that a program sends', () => {
  test('a resolution that the archive sends goes to a person', () => {
    const text =
      'MELDING OM VEDTAK\n\nFormannskapet fattet 10.09.2026 følgende vedtak:\n\nFjordvik kommune slutter seg til ordningen.';
    expect(shortly(readMail(text, { headers: [{ name: 'auto-submitted', value: 'auto-generated' }] }))).toBe(
      'joined/decided ?',
    );
  });
});

describe('senders', () => {
  const stranger = { name: 'Tore Nesset', address: 'tore.nesset@postkasse.example' };

  test('a stranger is never believed, not even in our thread', () => {
    const reading = readMail('Fjordvik kommune slutter seg til ordningen.', { from: stranger });
    expect(shortly(reading)).toBe('joined/stated ?');
    expect(reading.municipalities).toEqual(['Fjordvik']);
    expect(reading.reviewReasons.join()).toContain('Ukjent avsender');
  });

  test('a display name proves nothing', () => {
    expect(
      readMail('Vi slutter oss til.', {
        from: { name: 'postmottak@fjordvik.kommune.example', address: 'x@ond.example' },
      }),
    ).toMatchObject({ review: true });
  });

  test('a domain that only ends alike is foreign', () => {
    expect(
      readMail('Fjordvik kommune deltar.', { from: { name: '', address: 'a@ekte-fjordvik.kommune.example' } }).review,
    ).toBe(true);
    expect(
      readMail('Fjordvik kommune deltar.', { from: { name: '', address: 'a@post.fjordvik.kommune.example' } }).review,
    ).toBe(false);
  });

  test('one answers for several when it is one of them', () => {
    expect(
      readMail('På vegne av kommunene Fjordvik, Lidal og Øvre Haugen takker vi ja. Strandbygd svarer selv.'),
    ).toMatchObject({ municipalities: ['Fjordvik', 'Lidal', 'Øvre Haugen'], conclusion: 'joined', review: false });
    expect(readMail('Fjordvik kommune slutter seg til. Vi svarer også for Lidal.')).toMatchObject({
      municipalities: ['Fjordvik', 'Lidal'],
      review: false,
    });
    expect(readMail('Fjordvik og Lidal kommuner slutter seg ikke til ordningen.')).toMatchObject({
      municipalities: ['Fjordvik', 'Lidal'],
      conclusion: 'declined',
    });
  });

  test('one that answers only for others goes to a person', () => {
    expect(readMail('På vegne av Lidal kommune: vi slutter oss til.')).toMatchObject({
      municipalities: ['Lidal'],
      review: true,
    });
  });

  test('a neighbour that is mentioned is not answered for', () => {
    expect(readMail('Fjordvik blir med. Lidal behandler saken 24. september og svarer selv.')).toMatchObject({
      municipalities: ['Fjordvik'],
      conclusion: 'joined',
      expectedBy: null,
      review: false,
    });
  });

  test('a regional council speaks for those it names, and a person looks', () => {
    const from = { name: 'Regionrådet', address: 'post@regionraadet.example' };
    const reading = readMail(
      'Felles svar fra regionrådet på vegne av Fjordvik og Lidal: kommunene slutter seg til ordningen.',
      { from },
    );
    expect(reading).toMatchObject({ municipalities: ['Fjordvik', 'Lidal'], review: true });
  });
});

describe('a mail with two faces', () => {
  test('plain text says no, HTML says yes: a person looks', () => {
    expect(shortly(readMail('Nei, vi deltar ikke.', { htmlText: 'Ja, vi deltar.' }))).toBe('unclear ?');
  });

  test('the same words twice are no conflict', () => {
    expect(shortly(readMail('Ja, vi deltar.', { htmlText: 'Ja, vi  deltar.' }))).toBe('joined/stated');
  });
});
