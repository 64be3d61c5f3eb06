import { expect, test } from 'vitest';
import { type Mail, readFrom, TWO_REQUESTS } from './sender-world.ts';

const YES = 'Vi slutter oss til ordningen.';
const from = 'jan.hopstad@roan.kommune.example';
const NEW_MAIL = { answers: [], subject: 'Svar fra Roan' };

const TOLD: [string, Omit<Mail, 'from'>, string][] = [
  [
    'the mail that it replies to',
    { answers: ['<other@ks.example>', '<request@ks.example>'], subject: 'SV: svar', text: YES },
    'beredskap',
  ],
  [
    'the last of the thread',
    {
      answers: ['<gone@roan.kommune.example>', '<request@ks.example>', '<other@ks.example>'],
      subject: 'SV: svar',
      text: YES,
    },
    'beredskap',
  ],
  ['the subject', { answers: [], subject: 'Re: Felles beredskapsvakt for vannverk', text: YES }, 'beredskap'],
  [
    'our subject with a name put into it',
    { answers: [], subject: 'Sv: Felles digitaliseringsrådgiver for Roan kommune', text: YES },
    'digital',
  ],
  ['the reference', { ...NEW_MAIL, text: `Viser til deres ref. 26/05920. ${YES}` }, 'beredskap'],
  ['the token', { ...NEW_MAIL, to: ['svar+r4m8zt@purrebot.ks.example'], text: YES }, 'beredskap'],
  ['the token in its text', { ...NEW_MAIL, text: `Deres ref.: R4M8ZT\n\n${YES}` }, 'beredskap'],
  ['their own case number', { answers: [], subject: 'Svar - sak 26/100', text: YES }, 'beredskap'],
  ['its topic', { ...NEW_MAIL, text: 'Roan kommune blir med på beredskapsvakta for vannverka.' }, 'beredskap'],
  [
    'the other’s topic',
    { ...NEW_MAIL, text: 'Roan kommune slutter seg til finansieringen av digitaliseringsrådgiveren.' },
    'digital',
  ],
];

test.each(TOLD)('knows the request by %s', (_, mail, expected) => {
  const { campaign, reviewReasons } = readFrom({ from, ...mail }, TWO_REQUESTS);
  expect(campaign).toBe(expected);
  expect(reviewReasons.filter(reason => reason.includes('hvilken henvendelse'))).toEqual([]);
});

test('asks a person when two requests run and the mail names neither', () => {
  expect(readFrom({ from, ...NEW_MAIL, text: YES }, TWO_REQUESTS)).toMatchObject({ campaign: null, review: true });
});

test('asks a person when the thread is one request’s and the words name the other', () => {
  const text = 'Viser til henvendelsen deres 26/05920 om beredskapsvakt. Vi slutter oss til ordningen.';
  expect(readFrom({ from, text }, TWO_REQUESTS).review).toBe(true);
});

test('asks a person when the words name both', () => {
  const text = 'Vi slutter oss til digitaliseringsrådgiver, men takker nei til beredskapsvakt for vannverk.';
  expect(readFrom({ from, ...NEW_MAIL, text }, TWO_REQUESTS).review).toBe(true);
});

test.each([
  ['Påmelding til strategikonferansen', 'Vi melder på tre deltakere til strategikonferansen i november.'],
  ['SV: Invitasjon til nettverkssamling', 'Takk for invitasjonen. Vi blir med på nettverkssamlingen.'],
  ['Faktura 1180342', 'Vedlagt følger faktura for husleie i oktober.'],
])('leaves another matter alone: %s', (subject, text) => {
  expect(readFrom({ from, answers: [], subject, text }, TWO_REQUESTS)).toMatchObject({ kind: 'other', campaign: null });
});
