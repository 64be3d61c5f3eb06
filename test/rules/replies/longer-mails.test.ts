import { expect, test } from 'vitest';
import { readMail, shortly } from './read-mail.ts';

test.each([
  // decisions told in the mail
  [
    'Formannskapet vedtok 10. september å slutte seg til ordningen.',
    'joined/decided',
    { decidedOn: '2026-09-10', body: 'formannskapet' },
  ],
  [
    'Kommunestyret i Fjordvik har i møte 10.09.2026, sak PS 44/26, vedtatt å ikke delta.',
    'declined/decided',
    { decidedOn: '2026-09-10', body: 'kommunestyret', caseRefs: ['44/26'] },
  ],
  [
    'Kommunestyret sa i går ja til å være med på ordningen.',
    'joined/decided',
    { decidedOn: '2026-09-14', body: 'kommunestyret' },
  ],
  [
    'Saken ble behandlet i formannskapet torsdag 10. september. Vedtaket ble at Fjordvik kommune deltar.',
    'joined/decided',
    { decidedOn: '2026-09-10', body: 'formannskapet' },
  ],
  [
    'Kommunedirektøren har etter fullmakt besluttet at kommunen ikke inngår avtale.',
    'declined/decided',
    { body: 'kommunedirektøren' },
  ],
  ['Formannskapet avslo i møte 8. september henvendelsen fra KS.', 'declined/decided', { decidedOn: '2026-09-08' }],
  [
    'Kommunestyret gjorde slikt vedtak 10.9.2026:\n\nFjordvik kommune sluttar seg ikkje til ordninga.\n\nVedteke mot 3 røyster.',
    'declined/decided',
    { decidedOn: '2026-09-10', body: 'kommunestyret' },
  ],
  ['Formannskapet vedtok mot to stemmer at kommunen blir med.', 'joined/decided', { body: 'formannskapet' }],
  [
    'Bystyret fattet 9. september følgende vedtak:\n\n1. Fjordvik kommune slutter seg til ordningen.\n2. Kostnaden, kr 13 400, innarbeides i budsjettet for 2027.',
    'joined/decided',
    { amountNok: 13400, body: 'kommunestyret' },
  ],
  // proposals
  [
    'Kommunedirektøren innstiller på at Fjordvik slutter seg til ordningen. Saken behandles i kommunestyret 24. september.',
    'joined/recommended',
    { expectedBy: '2026-09-24', body: 'kommunestyret' },
  ],
  [
    'Formannskapet anbefaler kommunestyret å ikke delta. Endelig vedtak i kommunestyret 24. september.',
    'declined/recommended',
    { expectedBy: '2026-09-24', body: 'kommunestyret' },
  ],
  [
    'Formannskapet har behandlet saken og slutter seg til kommunedirektørens innstilling om å delta. Kommunestyret får saken 24. september.',
    'joined/recommended',
    { expectedBy: '2026-09-24' },
  ],
  [
    'Rådmannen sitt framlegg til vedtak er at kommunen sluttar seg til. Formannskapet handsamar saka 24. september.',
    'joined/recommended',
    { expectedBy: '2026-09-24', body: 'formannskapet' },
  ],
  [
    'Formannskapets innstilling til kommunestyret:\n\nFjordvik kommune slutter seg til ordningen med kr 13 400.',
    'joined/recommended',
    { amountNok: 13400, body: 'kommunestyret' },
  ],
  // losing proposals
  [
    'Forslaget om å slutte seg til ordningen falt med 4 mot 5 stemmer i formannskapet 10. september.',
    'declined/decided',
    { decidedOn: '2026-09-10' },
  ],
  ['Innstillingen om å delta ble nedstemt, og Fjordvik blir derfor ikke med.', 'declined/decided', {}],
  [
    'Et forslag fra SV om ikke å delta falt mot to stemmer. Formannskapet vedtok dermed at kommunen slutter seg til.',
    'joined/decided',
    {},
  ],
  // the join words of others
  [
    'Jeg har sett at mange kommuner har sluttet seg til ordningen. Vi tar stilling i formannskapet 24. september.',
    'deferred',
    { expectedBy: '2026-09-24', body: 'formannskapet' },
  ],
  ['Vi registrerer at dere oppfordrer kommunene til å slutte seg til. Fjordvik gjør ikke det.', 'unclear ?', {}],
  ['Lidal har takket ja, men Fjordvik deltar ikke.', 'declined/stated', {}],
  ['Lidal deltar ikke, men Fjordvik blir med.', 'joined/stated', {}],
  // both at once
  ['Vi slutter oss til ordningen. Når kan vi forvente faktura?', 'joined/stated', {}],
  [
    'Fjordvik kommune slutter seg til ordningen. Saken legges fram for kommunestyret til endelig godkjenning 24. september.',
    'conditional/stated ?',
    { expectedBy: '2026-09-24' },
  ],
  [
    'Vi ønsker å være med, men saken må først behandles i formannskapet 24. september.',
    'conditional/stated ?',
    { expectedBy: '2026-09-24' },
  ],
  ['Vi slutter oss til ordningen. Vi slutter oss ikke til ordningen.', 'unclear ?', {}],
  // dates
  ['Saken behandles førstkommende torsdag.', 'deferred', { expectedBy: '2026-09-17' }],
  ['Vi gir svar i løpet av uke 40.', 'deferred', { expectedBy: '2026-10-02' }],
  ['Formannskapet har møte 24.9., da tas saken opp.', 'deferred', { expectedBy: '2026-09-24', body: 'formannskapet' }],
  ['Dere får svar innen 1. oktober.', 'deferred', { expectedBy: '2026-10-01' }],
  [
    'Vi rekker ikke fristen 1. oktober, siden kommunestyret først møtes 8. oktober.',
    'deferred',
    { expectedBy: '2026-10-08', body: 'kommunestyret' },
  ],
  ['Saken blir behandlet i formannskapet den 22. ds.', 'deferred', { expectedBy: '2026-09-22', body: 'formannskapet' }],
  [
    'Kommunestyret handsamar saka måndag i neste veke.',
    'deferred',
    { expectedBy: '2026-09-21', body: 'kommunestyret' },
  ],
  ['Saken er utsatt til over nyttår.', 'deferred', { expectedBy: null }],
  [
    'Det ventes vedtak i kommunestyret i slutten av oktober.',
    'deferred',
    { expectedBy: '2026-10-30', body: 'kommunestyret' },
  ],
  // sums
  [
    'Fjordvik slutter seg til med kr 13.400,- pr år (4 200 innbyggere).',
    'joined/stated',
    { amountNok: 13400, inhabitants: 4200 },
  ],
  ['Vi bidrar med 13 400 kroner.', 'joined/stated', { amountNok: 13400 }],
  ['Vi slutter oss til, men bidrar bare med grunnbeløpet.', 'conditional/stated', {}],
  [
    'Vi slutter oss til ordningen. Med 4 200 innbyggere blir det kr 9 000 for oss.',
    'conditional/stated ?',
    { amountNok: 9000 },
  ],
] as const)('%s → %s', (text, expected, fields) => {
  const reading = readMail(text);
  expect(shortly(reading)).toBe(expected);
  expect(reading).toMatchObject(fields);
});
