import { expect, test } from 'vitest';
import { answerers, type Mail, readFrom } from './sender-world.ts';

const YES = 'Vi slutter oss til ordningen.';
const from = 'avsender@postkasse.example';
const NO_REPLY = 'noreply@svarut.example';

const NAMED: [string, Omit<Mail, 'from'> & { from?: string }, string][] = [
  ['«For … kommune» above the name', { text: `${YES}\n\nFor Roan kommune\n\nJan Hopstad\nrådmann` }, 'Roan'],
  ['title and place below the name', { text: `${YES}\n\nMvh\nJan Hopstad, rådmann i Roan` }, 'Roan'],
  [
    'a line «… kommune, Rådmannen»',
    { text: `${YES}\n\nMed vennlig hilsen\nJan Hopstad\nRoan kommune, Rådmannen` },
    'Roan',
  ],
  [
    'the letterhead of the paper',
    {
      from: NO_REPLY,
      text: 'Se vedlegg.',
      paper: `ROAN KOMMUNE\nRådmannen\n\nKS\nPostboks 1\n7004 Trondheim\n\nSvar på henvendelse\n\n${YES}`,
    },
    'Roan',
  ],
  [
    'the subject',
    {
      from: NO_REPLY,
      subject: 'Svar fra Roan kommune - 2026/77',
      text: 'Kommunen slutter seg til ordningen med digitaliseringsrådgiver.',
    },
    'Roan',
  ],
  ['the name shown', { from: NO_REPLY, shown: 'Roan kommune', text: YES }, 'Roan'],
  ['the body that met', { text: 'Formannskapet i Roan behandlet saken i går. Vi slutter oss til ordningen.' }, 'Roan'],
  [
    'nynorsk minutes',
    { text: 'Kommunestyret i Osen gjorde slikt vedtak: Osen kommune sluttar seg til ordninga.' },
    'Osen',
  ],
  ['the subject of the sentence', { text: 'Holtålen kommune slutter seg til ordningen.' }, 'Holtålen'],
  ['a name in small letters', { text: 'hei, bjugn kommune slutter seg til ordningen' }, 'Bjugn'],
  ['a name in capitals', { text: `${YES}\n\nBJUGN KOMMUNE\nRådmannen` }, 'Bjugn'],
  ['«vi i …»', { text: 'Vi i Leka slutter oss til ordningen.' }, 'Leka'],
  ['the possessive', { text: 'Orkdals rådmann har bedt meg melde at kommunen slutter seg til ordningen.' }, 'Orkdal'],
  [
    'the possessive of the office',
    { text: 'Trondheim kommunes svar er ja, vi slutter oss til ordningen.' },
    'Trondheim',
  ],
  [
    'a Sami name beside the Norwegian one',
    { text: `${YES}\n\nMvh\nNils Bientie\nSnåasen tjïelte – Snåsa kommune` },
    'Snåsa',
  ],
  ['a Sami name alone', { text: `${YES}\n\nMvh\nInga Eira\nKárášjohka` }, 'Karasjok'],
  [
    'a county, and not the municipality in it',
    { text: `${YES}\n\nMvh\nTrøndelag fylkeskommune` },
    'Trøndelag fylkeskommune',
  ],
  ['a former name with today’s', { text: `${YES}\n\nMvh\nIndre Fosen kommune (tidligere Rissa)` }, 'Indre Fosen'],
  ['the short name in a long one', { text: `${YES}\n\nMvh\nOsen kommune` }, 'Osen'],
  ['the short name itself', { text: `${YES}\n\nMvh\nOs kommune` }, 'Os'],
  ['a name that ends as another’s possessive', { text: `${YES}\n\nMvh\nHemnes kommune` }, 'Hemnes'],
  ['the county behind a name that two have', { text: `${YES}\n\nMvh\nVåler kommune, Innlandet` }, 'Våler (Innlandet)'],
  [
    'the number behind a name that two have',
    { text: `${YES}\n\nMvh\nVåler kommune (kommunenr. 3114)` },
    'Våler (Østfold)',
  ],
  [
    'a hotel in the neighbour’s town',
    { text: 'Takk for et fint møte på Røros hotell. Holtålen kommune slutter seg til ordningen.' },
    'Holtålen',
  ],
  ['a town in the postal address', { text: `${YES}\n\nMvh\nKlæbu kommune\nPostboks 200, 7004 Trondheim` }, 'Klæbu'],
  [
    'an hour that is no municipality',
    { text: 'Vi brukte en time på saken. Bjugn kommune slutter seg til ordningen.' },
    'Bjugn',
  ],
  [
    'a surname that is a municipality',
    { shown: 'Kari Sande', text: `${YES}\n\nMvh\nKari Sande\nRoan kommune` },
    'Roan',
  ],
  [
    'neighbours that have done the same',
    { text: 'Som Osen kommune og Bjugn kommune har vedtatt, slutter Roan kommune seg til ordningen.' },
    'Roan',
  ],
  [
    'a neighbour that it compares itself with',
    {
      text: 'Kommunedirektøren i Roan har avgjort at kommunen slutter seg til ordningen, på samme måte som Åfjord kommune.',
    },
    'Roan',
  ],
  [
    'a colleague elsewhere',
    { from: 'kari@helseroan.example', text: 'Jeg svarer for Roan kommune: Vi slutter oss til ordningen.' },
    'Roan',
  ],
];

test.each(NAMED)('names the stranger by %s, and asks a person', (_, mail, expected) => {
  expect(answerers(readFrom({ from, ...mail }))).toBe(`${expected} ?`);
});

const UNNAMED: [string, Omit<Mail, 'from'>][] = [
  ['a name of two municipalities', { text: `${YES}\n\nMvh\nVåler kommune` }],
  ['a surname', { shown: 'Kari Nes', text: `${YES}\n\nMvh\nKari Nes` }],
  ['a surname behind a title', { text: `${YES}\n\nMvh\nOrdfører Vinje` }],
  ['the one that is written to', { text: `Til Roan kommune\n\n${YES}` }],
  ['the one that gets a copy', { text: `${YES}\n\nKopi: Åfjord kommune` }],
  ['a neighbour that has answered', { text: 'Vi har hørt at Osen kommune er med. Vi slutter oss også til ordningen.' }],
  ['St. Olavs and KS', { text: 'KS og St. Olavs hospital er enige. Vi slutter oss til ordningen.' }],
  ['another Hansen', { shown: 'Per Hansen', text: `${YES}\n\nPer Hansen` }],
  ['two that sign', { text: `${YES}\n\nMvh\nRoan kommune\n\nMvh\nOsen kommune` }],
  ['a hotel', { text: `Takk for møtet på Røros hotell. ${YES}` }],
];

test.each(UNNAMED)('does not take %s for the sender', (_, mail) => {
  const reading = readFrom({ from, ...mail });
  expect(reading.municipalities.length === 1 ? answerers(reading) : '').toBe('');
  expect(reading.review).toBe(true);
});
