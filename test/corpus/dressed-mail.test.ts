import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAddressees, readCampaigns } from '../../src/jobs/read-known.ts';
import { readMessage } from '../../src/mail-in/read-message.ts';
import type { Reading } from '../../src/rules/replies/reading.ts';
import { understandReply } from '../../src/rules/replies/understand-reply.ts';
import { type Dress, dressedMail } from '../worlds/dressed-mail.ts';

const read = (name: string) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');
const known = { addressees: readAddressees(read('register.csv')), campaigns: readCampaigns(read('campaigns.json')) };
const letters = known.campaigns[0]!.sent;

const ANSWERS: { text: string; is: Partial<Reading> }[] = [
  { text: 'Hei!\n\nHitra kommune slutter seg til ordningen og bidrar med kr 3 per innbygger.', is: { conclusion: 'joined', stage: 'stated' } },
  { text: 'Formannskapet vedtok 4. mars 2014 at kommunen slutter seg til ordningen med felles koordinator.', is: { conclusion: 'joined', stage: 'decided' } },
  { text: 'Vi viser til henvendelsen. Hitra kommune slutter seg ikke til ordningen.', is: { conclusion: 'declined', stage: 'stated' } },
  { text: 'Kommunestyret har vedtatt ikke å delta i spleiselaget.', is: { conclusion: 'declined', stage: 'decided' } },
  { text: 'Saken skal opp i formannskapet 25. mars 2014. Vi kommer tilbake med svar etter møtet.', is: { conclusion: 'deferred' } },
  { text: 'Vi slutter oss til ordningen under forutsetning av at alle kommunene blir med.', is: { conclusion: 'conditional', stage: 'stated' } },
];

const dress: fc.Arbitrary<Dress> = fc.record({
  charset: fc.constantFrom('utf-8', 'iso-8859-1', 'windows-1252'),
  encoding: fc.constantFrom('8bit', 'quoted-printable', 'base64'),
  wrapAt: fc.option(fc.integer({ min: 35, max: 90 }), { nil: null }),
  isFlowed: fc.boolean(),
  form: fc.constantFrom('text', 'html', 'both'),
  signature: fc.constantFrom(
    '',
    'Mvh Laila',
    'Med vennlig hilsen\nLaila Eikvik\nrådgiver helse og omsorg\nHitra kommune\nTlf. 72 44 10 00',
    'Vennlig hilsen\n\nLaila Eikvik\nHitra kommune – øyregionen\nwww.hitra.kommune.example',
    'Helsing\nLaila Eikvik',
    'Sendt fra min iPhone',
  ),
  history: fc.constantFrom('none', 'outlook', 'angles', 'apple'),
});

const letter = fc.constantFrom(...letters);

function mail(text: string, one: (typeof letters)[number], worn: Dress): Buffer {
  const from = 'Eva L. Indreby <eva.indreby@ks.example>';
  const date = '17. mars 2014 kl. 08:52';
  return dressedMail(
    {
      from: 'Laila Eikvik <laila.eikvik@hitra.kommune.example>',
      sentOn: '2014-03-18T09:15:00Z',
      subject: `SV: ${one.subject}`,
      text,
      answers: one.messageId,
      quoted: { from, date, subject: one.subject, text: one.text },
    },
    worn,
  );
}

test('reads the same words alike in every charset, form, wrapping, signature and quoting', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...ANSWERS), letter, dress, async ({ text, is }, quoted, worn) => {
      const reading = understandReply(await readMessage(mail(text, quoted, worn)), known);
      expect(reading).toMatchObject({ kind: 'answer', municipalities: ['Hitra'], ...is });
      expect(reading.newText.replace(/\s+/g, ' ')).toBe(text.replace(/\s+/g, ' '));
    }),
    { numRuns: 300 },
  );
});

test('never takes our own letter for their answer, however it is quoted', { timeout: 60_000 }, async () => {
  const around = fc.constantFrom('', 'Hei', 'Hei!\n\nSe under.', 'Viser til e-post under.', 'Til orientering.');
  await fc.assert(
    fc.asyncProperty(around, letter, dress, async (text, quoted, worn) => {
      const reading = understandReply(await readMessage(mail(text, quoted, { ...worn, history: worn.history === 'none' ? 'outlook' : worn.history })), known);
      expect(reading.conclusion === null || reading.review).toBe(true);
    }),
    { numRuns: 300 },
  );
});
