import { describe, expect, test } from 'vitest';
import { readDocumentMail, readMail } from './read-mail.ts';

/** The terms are kr 5 000 and kr 2 an inhabitant. */
describe('the yearly sum and the inhabitants', () => {
  test.each([
    ['Fjordvik kommune slutter seg til ordningen med kr 13 400 per år.', 13400, null],
    ['Fjordvik kommune slutter seg til ordningen med kr 13 400,- (4 200 innbyggere).', 13400, 4200],
    ['Vi slutter oss til ordningen. Kostnaden er 5 000 + 2 x 4 200 = 13 400 kroner.', 13400, 4200],
    ['Fjordvik kommune slutter seg til ordningen. Kr 5 000 + kr 2 x 4 200 innbyggere = kr 13 400.', 13400, 4200],
    [
      'Vi slutter oss til ordningen med et grunnbeløp på kr 5 000 og kr 2 per innbygger, til sammen kr 13 400.',
      13400,
      null,
    ],
    ['Fjordvik kommune slutter seg til ordningen med grunnbeløp kr 5 000 og kr 2 per innbygger.', null, null],
    ['Fjordvik slutter seg til ordningen. Med 4 200 innbyggere pr. 1.1.2026 utgjør dette 13.400 kroner.', 13400, 4200],
    ['Vi slutter oss til ordningen, kr 13 400 i 2027 og kr 13 900 i 2028.', 13400, null],
    ['Vi slutter oss til ordningen med kr 13 400 per år, totalt kr 40 200 for tre år.', 13400, null],
    ['Vi slutter oss til ordningen. Totalt kr 40 200 for perioden 2027–2029, det vil si kr 13 400 årlig.', 13400, null],
    [
      'Fjordvik kommune slutter seg til ordningen. Ordningens samlede kostnad er kr 1 250 000, og vår andel er kr 13 400.',
      13400,
      null,
    ],
    [
      'Vi slutter oss til ordningen. Beløpet, kr 13 400, dekkes av disposisjonsfondet, som har en saldo på kr 2 300 000.',
      13400,
      null,
    ],
    ['Fjordvik slutter seg til ordningen. I 2026 ga vi kr 9 000 til et lignende tiltak.', null, null],
    ['Dere skriver at grunnbeløpet er kr 5 000. Vi slutter oss til ordningen.', null, null],
    ['Vi slutter oss til ordningen med NOK 13 400.', 13400, null],
    ['Vi sluttar oss til ordninga. Årleg kostnad for oss blir 13 400 kroner ut frå 4 200 innbyggjarar.', 13400, 4200],
    ['Vi slutter oss til ordningen. Fakturaen på kr 13.400,00 kan sendes til postmottak.', 13400, null],
    ['Vi slutter oss til ordningen med ca. kr 13 000.', null, null],
    ['Vi slutter oss til ordningen. Innbyggertall: 4200.', null, 4200],
    ['Vi slutter oss til ordningen. Fjordvik har 4 200 innbyggere, mens Lidal har 2 100.', null, 4200],
    ['Vi slutter oss til ordningen. Lidal har 2 100 innbyggere, vi har 4 200 innbyggere.', null, 4200],
    [
      'Vi slutter oss til ordningen sammen med de 40 andre kommunene, som har 302 755 innbyggere til sammen.',
      null,
      null,
    ],
    ['Vi slutter oss til ordningen og setter av kr 13 400 i budsjettet for 2027.', 13400, null],
    [
      'Formannskapet bevilget kr 13 400 til ordningen, som Fjordvik kommune slutter seg til. Reserveposten er etter dette kr 86 600.',
      13400,
      null,
    ],
    [
      'Fjordvik kommune slutter seg til ordningen. Kommunens andel er beregnet til kr 13 400 (2 kr x 4 200 innb. + 5 000).',
      13400,
      4200,
    ],
    ['Vi slutter oss til ordningen, men bare med halvparten: kr 6 700.', 6700, null],
    ['Vi slutter oss til ordningen med inntil kr 10 000 per år.', 10000, null],
    ['Fjordvik kommune slutter seg til ordningen med kr 1 per innbygger, kr 4 200.', 4200, null],
    ['Vi slutter oss til ordningen. 13 400,- belastes ansvar 1200.', 13400, null],
    ['Vi slutter oss til ordningen. Beløpet for oss blir 13,4 tusen kroner.', 13400, null],
    [
      'Fjordvik kommune slutter seg til ordningen med kr 2,- pr. innbygger. Det tas utgangspunkt i folketallet pr. 1.1.2026, dvs. 4 200. I tillegg kommer grunnbeløpet på kr 5 000,-. Samlet kr 13 400,-.',
      13400,
      4200,
    ],
    [
      'Forslaget om å bidra med kr 20 000 falt. Kommunestyret vedtok å slutte seg til ordningen med kr 13 400.',
      13400,
      null,
    ],
    ['Vi slutter oss til ordningen. Telefon 74 00 13 40, org.nr. 971 035 854.', null, null],
    ['Vi slutter oss til ordningen og betaler kr 13 400 hvert år så lenge ordningen varer.', 13400, null],
    [
      'Vi slutter oss til ordningen. Samlet for de tre kommunene blir det kr 41 000, for Fjordvik kr 13 400.',
      13400,
      null,
    ],
    ['Vi slutter oss ikke til ordningen. Kr 13 400 er mer enn vi har rom for.', null, null],
  ])('%s', (text, amountNok, inhabitants) => {
    const reading = readMail(text);
    expect({ amountNok: reading.amountNok, inhabitants: reading.inhabitants }).toEqual({ amountNok, inhabitants });
  });

  test('of a resolution, not of the proposals and reasons around it', () => {
    const reading = readDocumentMail(
      'Vedlagt følger saksprotokoll.',
      `Saksprotokoll

Formannskapet  10.09.2026  PS 44/26

Saksopplysninger

Ordningen koster kr 1 250 000 i året for alle kommunene. Fjordvik hadde 4 150 innbyggere i 2025 og 4 200 innbyggere ved siste årsskifte.

Kommunedirektørens innstilling

Fjordvik kommune slutter seg til ordningen med kr 8 000.

Behandling

Forslag fra Ap: Fjordvik kommune slutter seg til ordningen med kr 13 400. Forslaget fra Ap ble vedtatt med 5 mot 4 stemmer.

Vedtak

Fjordvik kommune slutter seg til ordningen med kr 13 400.`,
    );
    expect(reading).toMatchObject({
      amountNok: 13400,
      inhabitants: 4200,
      body: 'formannskapet',
      decidedOn: '2026-09-10',
    });
  });
});
