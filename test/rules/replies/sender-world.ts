import type { Known, KnownAddressee, KnownCampaign } from '../../../src/rules/replies/known.ts';
import type { Attachment, Message } from '../../../src/rules/replies/message.ts';
import type { Reading } from '../../../src/rules/replies/reading.ts';
import { understandReply } from '../../../src/rules/replies/understand-reply.ts';
import { CAMPAIGN } from './read-mail.ts';

const OTHER_REQUEST = `Til kommunedirektøren

KS inviterer kommunene til å slutte seg til en felles beredskapsvakt for vannverk fra 1. januar 2027. Vakten koster kr 3 per innbygger per år.

Vi ber om svar innen fredag 16. oktober 2026 på om kommunen slutter seg til vakten.

Vennlig hilsen
Guri Testdal
KS`;

/** A second request that runs at the same time. */
export const OTHER_CAMPAIGN: KnownCampaign = {
  ...CAMPAIGN,
  id: 'beredskap',
  subject: 'Felles beredskapsvakt for vannverk',
  reference: '26/05920',
  deadlines: ['2026-10-16'],
  words: OTHER_REQUEST,
  sent: [
    {
      messageId: '<other@ks.example>',
      sentOn: '2026-09-08T07:00:00Z',
      subject: 'Felles beredskapsvakt for vannverk',
      text: OTHER_REQUEST,
    },
  ],
};

const VARNES = 'varnesregionen.example';

function row(name: string, label: string, more: Partial<KnownAddressee> = {}): KnownAddressee {
  const domain = `${label}.kommune.example`;
  const number = '';
  return {
    name,
    number,
    domains: [domain],
    addresses: [`postmottak@${domain}`],
    tokens: {},
    theirReferences: {},
    ...more,
  };
}

const ADDRESSEES: KnownAddressee[] = [
  row('Roan', 'roan', {
    tokens: { digital: 'R7K2QF', beredskap: 'R4M8ZT' },
    theirReferences: { digital: '2026/1417', beredskap: '26/100' },
  }),
  row('Åfjord', 'afjord', { tokens: { digital: 'A3P9WX' } }),
  row('Osen', 'osen', { theirReferences: { digital: '26/100' } }),
  row('Bjugn', 'bjugn'),
  row('Indre Fosen', 'indrefosen', { formerNames: ['Rissa', 'Leksvik'], formerDomains: ['rissa.kommune.example'] }),
  row('Leka', 'leka'),
  row('Røros', 'roros', { otherNames: ['Rosse'] }),
  row('Holtålen', 'holtalen'),
  row('Midtre Gauldal', 'midtre-gauldal', { domains: ['midtre-gauldal.kommune.example', 'mgk.example'] }),
  row('Orkdal', 'orkdal'),
  row('Trondheim', 'trondheim'),
  row('Klæbu', 'klabu'),
  row('Os', 'os'),
  row('Nes', 'nes'),
  row('Ås', 'as'),
  row('Sande', 'sande'),
  row('Time', 'time'),
  row('Vinje', 'vinje'),
  row('Hemne', 'hemne'),
  row('Hemnes', 'hemnes'),
  row('Snåsa', 'snasa', { otherNames: ['Snåase'] }),
  row('Karasjok', 'karasjok', { otherNames: ['Kárášjohka'] }),
  row('Våler (Innlandet)', 'vaaler-he', { number: '3419' }),
  row('Våler (Østfold)', 'vaaler-of', { number: '3114' }),
  row('Herøy (Nordland)', 'heroy-no', { number: '1818' }),
  row('Herøy (Møre og Romsdal)', 'heroy', { number: '1515' }),
  row('Stjørdal', 'stjordal'),
  // Its contact sits in the neighbour's town hall, so that the neighbour's domain counts as its own too.
  row('Meråker', 'meraker', {
    domains: ['meraker.kommune.example', 'stjordal.kommune.example'],
    addresses: ['postmottak@meraker.kommune.example', 'tove.delt@stjordal.kommune.example'],
  }),
  row('Selbu', 'selbu', { domains: ['selbu.kommune.example', VARNES] }),
  row('Tydal', 'tydal', {
    domains: ['tydal.kommune.example', VARNES],
    addresses: [`ola.tydalsvik@${VARNES}`],
  }),
  // A slip of the pen in somebody's spreadsheet.
  row('Frosta', 'frosta', { domains: ['frosta.kommune.example', 'kommune.example'] }),
  row('Trøndelag fylkeskommune', 'trondelagfylke', { domains: ['trondelagfylke.example'] }),
];

export const WORLD: Known = { addressees: ADDRESSEES, campaigns: [CAMPAIGN] };
export const TWO_REQUESTS: Known = { addressees: ADDRESSEES, campaigns: [CAMPAIGN, OTHER_CAMPAIGN] };

/** A mail in few words. Without `answers` it stands in the thread of the request. */
export interface Mail extends Partial<Omit<Message, 'from' | 'to' | 'cc'>> {
  from: string;
  /** The name shown beside the address. */
  shown?: string;
  to?: string[];
  cc?: string[];
  text: string;
  /** The text of a PDF that hangs on it. */
  paper?: string;
}

export function messageOf({ from, shown, to, cc, paper, ...mail }: Mail): Message {
  const address = (text: string) => ({ name: '', address: text });
  const attachment = (text: string): Attachment => ({
    name: 'Brev.pdf',
    contentType: 'application/pdf',
    size: 1000,
    text,
    problem: null,
  });
  return {
    messageId: '<reply@somewhere.example>',
    answers: ['<request@ks.example>'],
    from: { name: shown ?? '', address: from },
    to: (to ?? ['guri.testdal@ks.example']).map(address),
    cc: (cc ?? []).map(address),
    subject: 'SV: Felles digitaliseringsrådgiver for kommunene',
    sentOn: '2026-09-15T08:00:00Z',
    headers: [],
    htmlText: null,
    attachments: paper === undefined ? [] : [attachment(paper)],
    attachedMessages: [],
    problem: null,
    ...mail,
  };
}

export function readFrom(mail: Mail, known: Known = WORLD): Reading {
  return understandReply(messageOf(mail), known);
}

/** Reasons to look that concern who answers, and not what the answer is. */
const OF_SENDER = /kommun|avsender|videresendt/i;

/** «Osen, Roan», with «?» when a person must look at who answers; only «?» when it cannot be told. */
export function answerers({ municipalities, reviewReasons }: Reading): string {
  return `${municipalities.join(', ')}${reviewReasons.some(reason => OF_SENDER.test(reason)) ? ' ?' : ''}`.trim();
}
