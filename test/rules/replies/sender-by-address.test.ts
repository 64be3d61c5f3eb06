import { expect, test } from 'vitest';
import { answerers, type Mail, readFrom } from './sender-world.ts';

const YES = 'Vi slutter oss til ordningen.';

const OWN_HOUSE: [string, Mail, string][] = [
  ['its own domain', { from: 'jan.hopstad@roan.kommune.example', text: YES }, 'Roan'],
  ['a subdomain of it', { from: 'post@postmottak.roan.kommune.example', text: YES }, 'Roan'],
  ['a short domain that the register knows', { from: 'knut@mgk.example', text: YES }, 'Midtre Gauldal'],
  ['one of two with the same name', { from: 'post@heroy-no.kommune.example', text: YES }, 'Herøy (Nordland)'],
  ['the county', { from: 'post@trondelagfylke.example', text: YES }, 'Trøndelag fylkeskommune'],
  ['a domain above which somebody wrote a slip of the pen', { from: 'kari@selbu.kommune.example', text: YES }, 'Selbu'],
  ['the house that hosts a neighbour’s contact', { from: 'per@stjordal.kommune.example', text: YES }, 'Stjørdal'],
  [
    'that contact, who says for whom',
    { from: 'tove.delt@stjordal.kommune.example', text: `${YES}\n\nMvh\nTove Delt\nMeråker kommune` },
    'Meråker',
  ],
  [
    'a shared house, with the municipality below the name',
    { from: 'kari@varnesregionen.example', text: `${YES}\n\nMvh\nKari Bjerk\nrådgiver\nSelbu kommune` },
    'Selbu',
  ],
  [
    'a shared house, with the municipality as the subject',
    { from: 'kari@varnesregionen.example', text: 'Tydal kommune slutter seg til ordningen.' },
    'Tydal',
  ],
  [
    'a contact that the register knows in a shared house',
    { from: 'ola.tydalsvik@varnesregionen.example', text: YES },
    'Tydal',
  ],
  [
    'a colleague with another municipality for a surname',
    { from: 'rolf.nes@roan.kommune.example', shown: 'Rolf Nes', text: `${YES}\n\nRolf Nes\nordfører` },
    'Roan',
  ],
  [
    'everybody copied',
    {
      from: 'jan@roan.kommune.example',
      to: ['guri.testdal@ks.example', 'post@osen.kommune.example'],
      cc: ['post@bjugn.kommune.example'],
      text: YES,
    },
    'Roan',
  ],
  [
    'a token of its own in the address',
    { from: 'jan@roan.kommune.example', to: ['svar+r7k2qf@purrebot.ks.example'], text: YES },
    'Roan',
  ],
];

test.each(OWN_HOUSE)('knows the sender by %s', (_, mail, expected) => {
  expect(answerers(readFrom(mail))).toBe(expected);
});

const CLAIMS: [string, Mail, string][] = [
  [
    'a domain that only looks like it',
    { from: 'post@roan-kommune.example', shown: 'Roan kommune', text: YES },
    'Roan ?',
  ],
  [
    'a domain with a letter in front',
    { from: 'post@xroan.kommune.example', text: `${YES}\n\nMvh\nJan Hopstad\nRoan kommune` },
    'Roan ?',
  ],
  [
    'its domain inside another',
    { from: 'post@roan.kommune.example.verre.example', text: `${YES}\n\nMvh\nRoan kommune` },
    'Roan ?',
  ],
  [
    'a domain with a Cyrillic letter',
    { from: 'post@rоan.kommune.example', text: `${YES}\n\nMvh\nRoan kommune` },
    'Roan ?',
  ],
  [
    'its address as the name shown',
    { from: 'x81@postkasse.example', shown: 'postmottak@roan.kommune.example', text: YES },
    'Roan ?',
  ],
  [
    'a short domain that nobody knows',
    { from: 'knut@gauldalen.example', text: `${YES}\n\nKnut Budal\nRådmann\nMidtre Gauldal kommune` },
    'Midtre Gauldal ?',
  ],
  [
    'its token from a private address',
    { from: 'jhop59@postkasse.example', to: ['svar+r7k2qf@purrebot.ks.example'], text: YES },
    'Roan ?',
  ],
  [
    'its case number from an archive system',
    {
      from: 'noreply@arkivsky.example',
      subject: 'Svar på henvendelse 2026/1417-3',
      text: `${YES}`,
    },
    'Roan ?',
  ],
  [
    'the domain of a municipality that has been merged',
    { from: 'vigdis@rissa.kommune.example', text: YES },
    'Indre Fosen ?',
  ],
];

test.each(CLAIMS)('leaves %s to a person', (_, mail, expected) => {
  expect(answerers(readFrom(mail))).toBe(expected);
});

const UNDECIDED: [string, Mail][] = [
  ['a shared house that does not say for whom', { from: 'kari@varnesregionen.example', text: YES }],
  [
    'a shared house that names two',
    {
      from: 'kari@varnesregionen.example',
      text: 'Tydal kommune slutter seg til ordningen.\n\nMvh\nKari Bjerk\nSelbu kommune',
    },
  ],
  ['a shared contact who does not say for whom', { from: 'tove.delt@stjordal.kommune.example', text: YES }],
  [
    'a case number that two have',
    { from: 'noreply@arkivsky.example', subject: 'Svar på henvendelse 26/100', text: YES },
  ],
  [
    'a house that holds its neighbour’s token',
    { from: 'per@bjugn.kommune.example', to: ['svar+r7k2qf@purrebot.ks.example'], text: YES },
  ],
  ['an address of nobody', { from: 'jhop59@postkasse.example', shown: 'Jan H', text: YES }],
];

test.each(UNDECIDED)('lets a person decide about %s', (_, mail) => {
  expect(answerers(readFrom(mail))).toMatch(/\?$/);
});

test('loses no answer of a shared house that stands in no thread', () => {
  const mail = { from: 'kari@varnesregionen.example', answers: [], subject: 'Svar', text: YES };
  expect(readFrom(mail)).toMatchObject({ kind: 'answer', conclusion: 'joined', review: true });
});
