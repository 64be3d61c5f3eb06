import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { type AnalysedMessage, analyseMessage } from '../../src/jobs/analyse-messages.ts';
import { readAddressees, readCampaigns } from '../../src/jobs/read-known.ts';
import { readMessage } from '../../src/mail-in/read-message.ts';
import type { Message } from '../../src/rules/replies/message.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const read = (name: string) => readFileSync(join(HERE, name), 'utf8');
const FILES = readdirSync(join(HERE, 'messages')).filter(name => name.endsWith('.eml')).sort();

interface Score {
  accuracy: Record<string, number>;
  auto: number;
  autoWrong: number;
  autoWrongFiles: string[];
  falseClosed: number;
  falseClosedFiles: string[];
}

const readings = new Map<string, AnalysedMessage>();
const messages = new Map<string, Message>();

beforeAll(async () => {
  const known = { addressees: readAddressees(read('register.csv')), campaigns: readCampaigns(read('campaigns.json')) };
  for (const file of FILES) {
    const raw = readFileSync(join(HERE, 'messages', file));
    messages.set(file, await readMessage(raw));
    readings.set(file, await analyseMessage({ file: `messages/${file}`, raw }, known));
  }
  // A scanned page takes seconds to read.
}, 180_000);

function score(files: readonly string[]): Score {
  const folder = mkdtempSync(join(tmpdir(), 'purrebot-corpus-'));
  const gold = read('gold.jsonl').split('\n').filter(line => files.some(file => line.includes(`"messages/${file}"`)));
  writeFileSync(join(folder, 'gold.jsonl'), gold.join('\n'));
  writeFileSync(join(folder, 'said.ndjson'), files.map(file => JSON.stringify(readings.get(file))).join('\n'));
  const out = execFileSync(process.execPath, [join(HERE, 'score.mjs'), join(folder, 'gold.jsonl'), join(folder, 'said.ndjson'), '--json'], { encoding: 'utf8' });
  return JSON.parse(out) as Score;
}

test('reads the conclusion of four of five mails outside the story', () => {
  expect(score(FILES.filter(file => file >= '043')).accuracy.conclusion).toBeGreaterThanOrEqual(0.8);
});

test('is right on the story, which drives the demo', () => {
  const { accuracy } = score(FILES.filter(file => file < '043'));
  for (const field of ['kind', 'conclusion', 'stage', 'municipalities', 'expectedBy']) expect(accuracy[field], field).toBe(1);
});

test('never registers something wrong by itself, and closes no case that is open', () => {
  const { autoWrongFiles, falseClosedFiles, auto } = score(FILES);
  expect(autoWrongFiles).toEqual([]);
  expect(falseClosedFiles).toEqual([]);
  expect(auto).toBeGreaterThanOrEqual(0.6);
});

test('shows evidence that stands in the mail or its attachment, word for word', () => {
  for (const file of FILES) {
    const message = messages.get(file);
    for (const { text, part } of readings.get(file)?.evidence ?? []) {
      const source = part === 'body' ? `${message?.text ?? ''}\n${message?.htmlText ?? ''}` : message?.attachments.find(({ name }) => name === part)?.text;
      expect(source, `${file} ${part}`).toContain(text);
    }
  }
});

test('takes no evidence from quoted history', () => {
  for (const file of FILES) {
    const reading = readings.get(file);
    for (const { text, part } of reading?.evidence ?? []) if (part === 'body') expect(reading?.newText, file).toContain(text);
  }
});

test('does not trust strangers', () => {
  expect(readings.get('025.eml')).toMatchObject({ review: true, conclusion: 'joined', stage: 'decided' });
  expect(readings.get('040.eml')).toMatchObject({ review: true, conclusion: 'conditional' });
});

test('tells which request is answered', () => {
  const of = (file: string) => readings.get(file)?.campaign;
  expect([of('004.eml'), of('035.eml'), of('054.eml'), of('086.eml')]).toEqual(['2013-samhandling', '2013-samhandling', '2018-avtale', '2026-helsefellesskap']);
});
