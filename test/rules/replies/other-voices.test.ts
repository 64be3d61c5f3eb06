import { expect, test } from 'vitest';
import { answerers, type Mail, readFrom } from './sender-world.ts';

const YES = 'Vi slutter oss til ordningen.';
const ROAN = 'jan.hopstad@roan.kommune.example';

/** «?» alone: whoever it is, a person must look. */
const VOICES: [string, Mail, string][] = [
  [
    'a shared office in the signature',
    {
      from: ROAN,
      text: `${YES}\n\nMvh\nJan Hopstad\nlandbruksleder\nFelles landbrukskontor for Roan, Osen og Åfjord\nRoan kommune`,
    },
    'Roan',
  ],
  [
    'a neighbour in the postal address',
    { from: ROAN, text: `${YES}\n\nMvh\nJan Hopstad\nRoan kommune\nRådhusveien 1, 7170 Åfjord` },
    'Roan',
  ],
  [
    'links in the signature',
    { from: ROAN, text: `${YES}\n\nMvh\nJan Hopstad\nwww.roan.kommune.example | post@osen.kommune.example` },
    'Roan',
  ],
  [
    'a colleague at KS who heard of two',
    { from: 'nils@ks.example', text: 'Hei, har snakket med Roan og Osen. Begge slutter seg til ordningen.' },
    '?',
  ],
  [
    'an inhabitant',
    { from: 'kari@postkasse.example', text: 'Jeg bor i Roan kommune og mener vi bør slutte oss til ordningen.' },
    '?',
  ],
  [
    'a regional council that names its members',
    {
      from: 'post@fosenregionen.example',
      shown: 'Fosen regionråd',
      text: 'Fosen regionråd svarer på vegne av medlemskommunene Åfjord, Osen og Indre Fosen at de slutter seg til ordningen.',
    },
    'Indre Fosen, Osen, Åfjord ?',
  ],
  [
    'an archive system',
    {
      from: 'noreply@fosenikt.example',
      shown: 'Åfjord kommune - ePhorte',
      subject: 'Åfjord kommune: Svar på henvendelse, sak 2026/88',
      text: 'Se vedlagte brev.',
      paper: `Åfjord kommune\nSentraladministrasjonen\n\nKS\nv/ Guri Testdal\n\nDeres ref: 26/04711  Vår ref: 2026/88-2\n\nÅfjord kommune slutter seg til ordningen.`,
    },
    'Åfjord ?',
  ],
  [
    'Altinn',
    {
      from: 'no-reply@altinn.example',
      shown: 'Altinn',
      subject: 'Ny melding fra OSEN KOMMUNE',
      text: 'Du har mottatt en melding fra Osen kommune. Osen kommune slutter seg til ordningen.',
    },
    'Osen ?',
  ],
  [
    'a letter that mentions neighbours',
    {
      from: 'svarut@ks.example',
      text: 'Se vedlegg.',
      paper: `Osen kommune\nRådmannen\n\nMottaker: KS\n\nVi viser til dialog med Roan kommune og Åfjord kommune. Osen kommune slutter seg til ordningen. Kommunestyret i Roan har gjort det samme.`,
    },
    'Osen ?',
  ],
  [
    'a nynorsk greeting',
    {
      from: 'leif@postkasse.example',
      text: `Me sluttar oss til ordninga.\n\nVenleg helsing\nLeif Bjerk\nrådmann, Vinje kommune`,
    },
    'Vinje ?',
  ],
  [
    'a mayor',
    { from: 'leif@postkasse.example', text: `Me sluttar oss til ordninga.\n\nHelsing Leif\nOrdførar i Vinje` },
    'Vinje ?',
  ],
  [
    'a surname beside another municipality',
    { from: 'a@postkasse.example', text: `${YES}\n\nAnne Os\nkommunedirektør\nÅs kommune` },
    'Ås ?',
  ],
  [
    'a surname and a title',
    { from: 'a@postkasse.example', shown: 'Anne Nes', text: `${YES}\n\nAnne Nes\nvirksomhetsleder, Sande kommune` },
    'Sande ?',
  ],
  [
    'a place and a date',
    { from: 'a@postkasse.example', text: `Trondheim, 14. september 2026\n\nKlæbu kommune slutter seg til ordningen.` },
    'Klæbu ?',
  ],
  [
    'somebody who has changed jobs',
    {
      from: 'a@postkasse.example',
      text: 'Jeg jobbet tidligere i Roan kommune, men er nå rådmann i Osen. Vi slutter oss til ordningen.',
    },
    'Osen ?',
  ],
  [
    'a possessive that is a name too',
    { from: 'a@postkasse.example', text: 'Hemnes ordfører har bekreftet at kommunen slutter seg til ordningen.' },
    '?',
  ],
  [
    'a county',
    { from: 'a@postkasse.example', text: `${YES}\n\nMvh\nPer Hansen\nfylkesdirektør\nTrøndelag fylkeskommune` },
    'Trøndelag fylkeskommune ?',
  ],
  ['a county that is none', { from: 'a@postkasse.example', text: `${YES}\n\nMvh\nPer\nTrondheim fylkeskommune` }, '?'],
  [
    'a Sami office',
    { from: 'a@postkasse.example', text: `${YES}\n\nDearvvuođat\nInga Eira\nKárášjoga gielda / Karasjok kommune` },
    'Karasjok ?',
  ],
  [
    'a system of its own',
    { from: 'noreply@ephorte.osen.kommune.example', text: 'Osen kommune slutter seg til ordningen.' },
    'Osen',
  ],
  [
    'a neighbour’s paper for information',
    {
      from: ROAN,
      text: `${YES} Legger ved Osens vedtak til orientering.`,
      paper: `OSEN KOMMUNE\nSærutskrift\n\nOsen kommune slutter seg ikke til ordningen.`,
    },
    '?',
  ],
  [
    'a paper that names neighbours',
    {
      from: ROAN,
      text: `Se vedlegg.`,
      paper: `Roan kommune\nSærutskrift\n\nVedtak:\nRoan kommune slutter seg til ordningen sammen med Osen kommune og Åfjord kommune.`,
    },
    'Roan',
  ],
  [
    'an answer above the neighbour’s',
    {
      from: ROAN,
      text: `Vi også!\n\nDen 14. sep. 2026 kl. 09.12 skrev Kari <kari@afjord.kommune.example>:\n> Åfjord kommune slutter seg til ordningen.\n> Mvh Kari, Åfjord kommune`,
    },
    '?',
  ],
  [
    'its own words passed on',
    {
      from: 'postmottak@roan.kommune.example',
      subject: 'VS: Felles digitaliseringsrådgiver for kommunene',
      text: `Til deres orientering.\n\nFra: Jan Hopstad <jan.hopstad@roan.kommune.example>\nSendt: 14. september 2026 09:58\nTil: Postmottak Roan\nEmne: SV: Felles digitaliseringsrådgiver for kommunene\n\nRoan kommune slutter seg til ordningen.\n\nJan`,
    },
    'Roan',
  ],
  [
    'words from a private address, passed on at home',
    {
      from: 'postmottak@roan.kommune.example',
      subject: 'VS: svar',
      text: `Se under.\n\nFra: Jan H <jhop59@postkasse.example>\nSendt: 14. september 2026 09:58\nTil: Postmottak Roan\nEmne: svar\n\nVi slutter oss til ordningen.\n\nJan`,
    },
    'Roan',
  ],
  [
    'words passed on by a neighbour',
    {
      from: 'kari@afjord.kommune.example',
      subject: 'VS: svar',
      text: `Se under.\n\nFra: Roan kommune\nSendt: 14. september 2026 09:58\nTil: Kari\nEmne: svar\n\nRoan kommune slutter seg til ordningen.\n\nMvh\nJan Hopstad\nRoan kommune`,
    },
    'Roan ?',
  ],
  [
    'a shared house, with the name in the subject',
    { from: 'kari@varnesregionen.example', subject: 'SV: Felles digitaliseringsrådgiver – Tydal kommune', text: YES },
    'Tydal',
  ],
  [
    'a shared house that signs for all',
    { from: 'kari@varnesregionen.example', text: `${YES}\n\nKari\nVærnesregionen – Selbu kommune, Tydal kommune` },
    '?',
  ],
  [
    'a shared house for both',
    { from: 'kari@varnesregionen.example', text: 'På vegne av Selbu og Tydal: Vi slutter oss til ordningen.' },
    'Selbu, Tydal',
  ],
  ['a list of recipients', { from: ROAN, text: `Til: KS, Osen kommune, Åfjord kommune\n\n${YES}` }, 'Roan'],
  ['a greeting to neighbours', { from: ROAN, text: `Hei Åfjord og Osen, og hei Guri\n\n${YES}` }, 'Roan'],
  ['a contrast', { from: ROAN, text: `I motsetning til Osen kommune, som takket nei, ${YES.toLowerCase()}` }, 'Roan'],
  [
    'an example that is followed',
    { from: ROAN, text: 'Vi gjør som Åfjord kommune og slutter oss til ordningen.' },
    'Roan',
  ],
  ['a host', { from: ROAN, text: 'Roan er vertskommune for Osen. Roan kommune slutter seg til ordningen.' }, 'Roan'],
  [
    'its own past',
    {
      from: 'v@indrefosen.kommune.example',
      text: 'Rissa sluttet seg til en slik ordning i 2014. Indre Fosen slutter seg til ordningen.',
    },
    'Indre Fosen',
  ],
  [
    'those that it has taken over',
    {
      from: 'v@indrefosen.kommune.example',
      text: 'På vegne av tidligere Rissa og Leksvik, nå Indre Fosen: Vi slutter oss til ordningen.',
    },
    'Indre Fosen',
  ],
  [
    'a company of several',
    {
      from: ROAN,
      text: 'Saken er drøftet i Fosen Helse IKS, der Roan, Osen og Åfjord er eiere. Roan slutter seg til ordningen.',
    },
    'Roan',
  ],
  ['two offices', { from: ROAN, text: 'Roan kommune og Osen kommune svarer herved ja til ordningen.' }, 'Osen, Roan'],
  [
    'a region with names',
    { from: ROAN, text: 'Samlet svar fra Fosen: Roan, Osen og Åfjord slutter seg til ordningen.' },
    'Osen, Roan, Åfjord',
  ],
  ['a table of answers', { from: ROAN, text: 'Svar på vegne av Fosen:\n\nRoan: ja\nOsen: ja\nÅfjord: nei' }, '?'],
  [
    'one for two',
    { from: ROAN, text: 'Eg svarar for Roan og Osen. Begge kommunane sluttar seg til ordninga.' },
    'Osen, Roan',
  ],
  [
    'each for itself',
    { from: ROAN, text: 'Roan kommune svarer for seg, og Osen svarer for seg. Vi slutter oss til ordningen.' },
    'Roan',
  ],
  [
    'a power of attorney',
    {
      from: ROAN,
      text: 'Etter fullmakt fra Osen kommune svarer Roan kommune også på deres vegne: begge slutter seg til ordningen.',
    },
    '?',
  ],
  ['a private domain', { from: 'jan@roan-nett.example', shown: 'Jan Hopstad, Roan kommune', text: YES }, 'Roan ?'],
  [
    'an address in the name shown',
    { from: 'jan@evil.example', shown: 'jan.hopstad@roan.kommune.example via KS', text: YES },
    'Roan ?',
  ],
  ['a domain like a municipality’s', { from: 'jan@holtalen.kommune.no.example', text: YES }, '?'],
  ['a municipality of another register', { from: 'jan@froya.kommune.example', text: YES }, '?'],
];

test.each(VOICES)('who speaks is told from %s', (_, mail, expected) => {
  const reading = readFrom(mail);
  if (expected === '?') expect(reading.review).toBe(true);
  else expect(answerers(reading)).toBe(expected);
});
