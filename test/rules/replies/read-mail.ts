import type { Known, KnownCampaign } from '../../../src/rules/replies/known.ts';
import type { Message } from '../../../src/rules/replies/message.ts';
import type { Reading } from '../../../src/rules/replies/reading.ts';
import { understandReply } from '../../../src/rules/replies/understand-reply.ts';

const REQUEST = `Til kommunedirektøren

KS inviterer kommunene til å slutte seg til en felles finansiering av en digitaliseringsrådgiver fra 1. januar 2027. Ordningen finansieres med et grunnbeløp på kr 5 000 per kommune og kr 2 per innbygger per år.

Vi ber om svar innen torsdag 1. oktober 2026 på om kommunen
a) slutter seg til ordningen
b) ikke slutter seg til ordningen
c) vil behandle saken senere – oppgi i så fall møtedato

Vennlig hilsen
Guri Testdal
KS`;

export const CAMPAIGN: KnownCampaign = {
  id: 'digital',
  type: 'accession',
  subject: 'Felles digitaliseringsrådgiver for kommunene',
  reference: '26/04711',
  terms: { baseNok: 5000, perInhabitantNok: 2, populationDate: null, year: 2027 },
  deadlines: ['2026-10-01'],
  addressees: [],
  words: REQUEST,
  sent: [
    {
      messageId: '<request@ks.example>',
      sentOn: '2026-09-01T07:00:00Z',
      subject: 'Felles digitaliseringsrådgiver for kommunene',
      text: REQUEST,
    },
  ],
};

const addressee = (name: string, domain: string) => ({
  name,
  number: '',
  domains: [domain],
  addresses: [`postmottak@${domain}`],
  tokens: {},
  theirReferences: {},
});

export const KNOWN: Known = {
  addressees: [
    addressee('Fjordvik', 'fjordvik.kommune.example'),
    addressee('Lidal', 'lidal.kommune.example'),
    addressee('Øvre Haugen', 'ovre-haugen.kommune.example'),
    addressee('Strandbygd', 'strandbygd.kommune.example'),
  ],
  campaigns: [CAMPAIGN],
};

const NO_MAIL: Message = {
  messageId: '<reply@fjordvik.kommune.example>',
  answers: ['<request@ks.example>'],
  from: { name: 'Tore Nesset', address: 'tore.nesset@fjordvik.kommune.example' },
  to: [{ name: 'Guri Testdal', address: 'guri.testdal@ks.example' }],
  cc: [],
  subject: 'SV: Felles digitaliseringsrådgiver for kommunene',
  sentOn: '2026-09-15T08:00:00Z',
  headers: [],
  text: '',
  htmlText: null,
  attachments: [],
  attachedMessages: [],
  problem: null,
};

/** Reads a reply of Fjordvik, sent on Tuesday 15 September 2026 in the thread of the request. */
export function readMail(text: string, changes: Partial<Message> = {}): Reading {
  return understandReply({ ...NO_MAIL, text, ...changes }, KNOWN);
}

/** The same with one document. */
export function readDocumentMail(text: string, document: string, changes: Partial<Message> = {}): Reading {
  return readMail(text, {
    attachments: [{ name: 'Saken.pdf', contentType: 'application/pdf', size: 1000, text: document, problem: null }],
    ...changes,
  });
}

/** «joined/stated», «deferred», «receipt»: kind and conclusion in one word, with «?» when a person must look. */
export function shortly(reading: Reading): string {
  const what = reading.kind === 'answer' ? `${reading.conclusion}` : reading.kind;
  const stage =
    reading.conclusion === 'joined' || reading.conclusion === 'declined' || reading.conclusion === 'conditional'
      ? `/${reading.stage}`
      : '';
  return `${what}${stage}${reading.review ? ' ?' : ''}`;
}
