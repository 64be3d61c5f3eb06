import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readAddressees, readCampaigns } from '../../../src/jobs/read-known.ts';
import type { Reading } from '../../../src/rules/replies/reading.ts';
import { understandReply } from '../../../src/rules/replies/understand-reply.ts';

/** An invented mail and what it says; `part` is body or attachment, `lenient` what two readers would read in two ways. */
interface Row extends Pick<Reading, 'expectedBy' | 'decidedOn' | 'body' | 'amountNok' | 'inhabitants' | 'caseRefs'> {
  id: string;
  sender: string;
  sentOn: string;
  campaign: string;
  part: 'body' | 'attachment';
  text: string;
  lenient?: string[];
}

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
const ROWS = read('facts-of-mails.jsonl')
  .split('\n')
  .filter(line => line !== '')
  .map(line => JSON.parse(line) as Row);
const KNOWN = {
  addressees: readAddressees(read('../../corpus/register.csv')),
  campaigns: readCampaigns(read('../../corpus/campaigns.json')),
};

function readingOf({ text, part, sender, sentOn, campaign }: Row): Reading {
  const asked = KNOWN.campaigns.find(({ id }) => id === campaign);
  const domain = KNOWN.addressees.find(({ name }) => name === sender)?.domains[0];
  const inFile = part === 'attachment';
  const file = { name: 'Sak.pdf', contentType: 'application/pdf', size: 1000, text, problem: null };
  return understandReply(
    {
      messageId: '<svar@kommune.example>',
      answers: [asked?.sent[0]?.messageId ?? ''],
      from: { name: 'Kari Nes', address: `kari.nes@${domain}` },
      to: [],
      cc: [],
      subject: `SV: ${asked?.subject}`,
      sentOn: `${sentOn}T09:00:00Z`,
      headers: [],
      text: inFile ? '' : text,
      htmlText: null,
      attachments: inFile ? [file] : [],
      attachedMessages: [],
      problem: null,
    },
    KNOWN,
  );
}

const READINGS = new Map(ROWS.map(row => [row.id, readingOf(row)]));
const plain = (value: unknown) =>
  Array.isArray(value) ? value.map(one => `${one}`.toLowerCase().replace(/^[a-z-]+ /, '')).sort() : value;
const isStated = (value: unknown) => (Array.isArray(value) ? value.length > 0 : value !== null);

test.each(['expectedBy', 'decidedOn', 'body', 'amountNok', 'inhabitants', 'caseRefs'] as const)(
  'reads %s of invented mails, and invents none',
  field => {
    const scored = ROWS.filter(({ lenient }) => !lenient?.includes(field));
    const wrong = scored.filter(
      row => JSON.stringify(plain(row[field])) !== JSON.stringify(plain(READINGS.get(row.id)?.[field])),
    );
    const stated = scored.filter(row => isStated(row[field]));
    const missed = wrong.filter(row => isStated(row[field])).map(({ id }) => id);
    expect(wrong.length / scored.length, wrong.map(({ id }) => id).join(' ')).toBeLessThanOrEqual(0.03);
    expect(missed.length / stated.length, missed.join(' ')).toBeLessThanOrEqual(0.06);
  },
);
