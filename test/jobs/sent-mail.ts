import { readFileSync } from 'node:fs';
import type { SentFile } from '../../src/jobs/sent-letters.ts';

/** A letter of the adviser's as campaigns.json of the corpus has it. */
export interface SentInCorpus {
  date: string;
  message_id: string;
  from: string;
  subject: string;
  text: string;
  /** Missing: the same as of the first letter. */
  addressees?: string[];
}

const CAMPAIGNS = new URL('../corpus/campaigns.json', import.meta.url);

/** The three letters of 2013–14 as .eml files, each to those whom the corpus names. */
export function lettersOfTheStory(to: (name: string) => string = shownByName): SentFile[] {
  return lettersOfCampaign('2013-samhandling', to);
}

/** The letters of a campaign of the corpus. */
export function lettersOfCampaign(id: string, to: (name: string) => string = shownByName): SentFile[] {
  const campaigns = JSON.parse(readFileSync(CAMPAIGNS, 'utf8')) as { id: string; sent: SentInCorpus[] }[];
  const { sent } = campaigns.find(one => one.id === id)!;
  return sent.map((letter, index) => {
    const names = letter.addressees ?? sent[0]!.addressees!;
    return sentMail(`${index + 1}.eml`, { ...letter, to: names.map(to) });
  });
}

/** «Agdenes kommune <post17@post.example>»: the address alone says nothing. */
export function shownByName(name: string): string {
  const box = [...name].map(letter => letter.codePointAt(0)!.toString(16)).join('');
  return `"${name} kommune" <post-${box}@post.example>`;
}

/** A mail in the Sent folder. */
export function sentMail(
  name: string,
  mail: { date: string; message_id: string; from: string; subject: string; text: string; to: string[]; cc?: string[] },
): SentFile {
  const line = (key: string, value: string) => `${key}: ${value}`;
  const text = [
    line('From', mail.from),
    line('To', mail.to.join(',\r\n ')),
    ...(mail.cc === undefined ? [] : [line('Cc', mail.cc.join(',\r\n '))]),
    line('Subject', `=?utf-8?B?${Buffer.from(mail.subject).toString('base64')}?=`),
    line('Date', rfcDate(mail.date)),
    line('Message-ID', mail.message_id),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    mail.text.replace(/\n/g, '\r\n'),
  ].join('\r\n');
  return { name, bytes: new TextEncoder().encode(text) };
}

function rfcDate(iso: string): string {
  const [, day, clock, sign] = /^(\d{4}-\d{2}-\d{2})T([\d:]+)([+-]\d{2}:\d{2})$/.exec(iso)!;
  const words = new Date(`${day}T00:00:00Z`).toUTCString().slice(0, 16);
  return `${words} ${clock} ${sign!.replace(':', '')}`;
}
