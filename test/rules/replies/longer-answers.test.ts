import { expect, test } from 'vitest';
import { readDocumentMail, readMail, shortly } from './read-mail.ts';

test.each([
  // put off by a meeting
  [
    'Kommunedirektøren hadde innstilt på at Fjordvik slutter seg til ordningen. Formannskapet bestemte i går å sende saken tilbake til kommunedirektøren.',
    'deferred',
  ],
  [
    'Innstillingen var at Fjordvik kommune slutter seg til ordningen. Kommunestyret utsatte behandlingen til neste møte.',
    'deferred',
  ],
  // a proposal read out
  [
    'Innstillingen min er klar og lyder slik: «Fjordvik kommune slutter seg til ordningen fra 2027.» Kommunestyret har møte 24. september.',
    'joined/recommended',
  ],
  // proposals that were not followed
  [
    'Kommunedirektøren innstilte på at Fjordvik slutter seg til ordningen. Formannskapet fulgte ikke innstillingen.',
    'unclear ?',
  ],
  // asked to pass on an answer
  ['Kan du notere at Fjordvik kommune ikke slutter seg til ordningen?', 'declined/stated'],
  ['Kunne dere registrere at vi slutter oss til ordningen?', 'joined/stated'],
  ['Kan du gi beskjed om at dere får svaret i oktober?', 'question'],
  // no condition
  [
    'Fjordvik slutter seg til ordningen. Vi regner med god informasjon, uten at vi setter det som noe vilkår.',
    'joined/stated',
  ],
  // receipts by persons
  ['Brevet er ført inn hos oss på sak 26/812 og lagt i køen til helsesjefen.', 'receipt'],
  ['Brevet er journalført. Rådgiver Tone Lund er satt opp som saksbehandler.', 'receipt'],
  ['Takk, brevet er kommet fram og ligger i bunken til Berit, som er på kurs denne uka.', 'receipt'],
  // something else in our thread
  ['Jeg bruker denne tråden til noe annet: Kan du sende meg sakslista til torsdag?', 'other'],
  // taken back in part
  ['Vi kan ikke se at vi har sluttet oss til ordningen.', 'declined/stated ?'],
  ['Fjordvik kommune slutter seg i prinsippet til ordningen.', 'joined/stated ?'],
  ['Vi blir ikke med på ordningen uten at Lidal også blir med.', 'declined/stated ?'],
  ['Kommunestyret vedtok i 2019 at Fjordvik kommune slutter seg til ordningen.', 'joined/decided ?'],
  // money for something else
  ['Kommunestyret har bevilget kr 20 000 til ny brannbil.', 'joined/decided ?'],
  ['Kommunestyret har bevilget kr 20 000 til ordningen.', 'joined/decided'],
  // a form that nobody has filled in
  ['XX kommune slutter seg til ordningen fra 1. januar 2027.', 'joined/stated ?'],
  ['[kommunenavn] kommune slutter seg til ordningen.', 'joined/stated ?'],
])('reads a longer answer: %s → %s', (text, expected) => {
  expect(shortly(readMail(text))).toBe(expected);
});

test('a cross behind an option chooses it', () => {
  const form = (a: string, b: string, c: string) =>
    `a) slutter seg til ordningen:${a}\nb) ikke slutter seg til ordningen:${b}\nc) vil behandle saken senere:${c}`;
  expect(shortly(readMail(form('', '', ' x')))).toBe('deferred');
  expect(shortly(readMail(form(' X', '', '')))).toBe('joined/stated');
  expect(shortly(readMail(form('', ' X', '')))).toBe('declined/stated');
});

test('an answer may stand in the subject alone', () => {
  const subject = 'SV: Felles digitaliseringsrådgiver for kommunene – Fjordvik slutter seg til';
  expect(shortly(readMail('', { subject }))).toBe('joined/stated');
  expect(shortly(readMail('', { subject: 'SV: Felles digitaliseringsrådgiver for kommunene' }))).toBe('unclear ?');
});

test('a calendar that accepts a meeting has answered nothing', () => {
  const attachments = [
    { name: '', contentType: 'text/calendar', size: 100, text: 'BEGIN:VCALENDAR\nMETHOD:REPLY\n', problem: null },
  ];
  expect(readMail('Vi deltar.', { subject: 'Akseptert: Felles digitaliseringsrådgiver', attachments }).kind).toBe(
    'other',
  );
  expect(readMail('Fjordvik er med.', { subject: 'SV: Avslått søknad' }).kind).toBe('answer');
});

test('a delegated decision in a table tells its day and who made it', () => {
  const table =
    'Delegert vedtak\nSaken gjelder:\tFelles digitaliseringsrådgiver\nFattet av:\tKommunedirektøren, jf. delegasjonsreglementet § 3\nDato:\t10.09.2026\nVedtak:\tFjordvik kommune slutter seg til ordningen.';
  expect(readMail(table)).toMatchObject({ decidedOn: '2026-09-10', body: 'kommunedirektøren', conclusion: 'joined' });
});

test('minutes whose head is one line tell their day', () => {
  const minutes =
    'Møteprotokoll\n\nUtvalg: Formannskapet Møtested: Rådhuset, Lia Dato: 10.09.2026 Tid: 09.00 Til stede: 7 av 7 medlemmer.\n\nSak 5/26 Felles digitaliseringsrådgiver\n\nVedtak: Fjordvik kommune slutter seg til ordningen.';
  expect(readDocumentMail('Her er protokollen.', minutes)).toMatchObject({
    decidedOn: '2026-09-10',
    conclusion: 'joined',
  });
});

test('a body to which nobody wanted to send the case has decided nothing', () => {
  const text =
    'Formannskapet behandlet saken 10. september. Ingen ville løfte den til kommunestyret. Fjordvik slutter seg til ordningen.';
  expect(readMail(text).body).toBe('formannskapet');
});

test.each([
  ['Fjordvik slutter seg til ordningen. Det blir kr 2 for hver av våre 4 506 innbyggere.', 4506],
  ['Fjordvik slutter seg til ordningen for sine 3 120 sjeler.', 3120],
])('counts heads: %s', (text, heads) => {
  expect(readMail(text).inhabitants).toBe(heads);
});
