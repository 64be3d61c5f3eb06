import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AnalysedMessage, analyseMessage } from '../../src/jobs/analyse-messages.ts';
import { readMessage } from '../../src/mail-in/read-message.ts';
import type { Message } from '../../src/rules/replies/message.ts';
import { knownOfCorpus } from './read-texts.ts';

export interface Score {
  accuracy: Record<string, number>;
  /** Of the mails whose gold has a value at all. */
  accuracyWhereStated: Record<string, number>;
  auto: number;
  autoWrong: number;
  autoWrongFiles: string[];
  falseClosed: number;
  falseClosedFiles: string[];
}

export interface LabelledFolder {
  /** «001.eml», sorted. */
  files: string[];
  readings: Map<string, AnalysedMessage>;
  messages: Map<string, Message>;
  score: (files: readonly string[]) => Score;
}

/** Reads every mail of a folder with `messages/` and `gold.jsonl`, which answer the requests of the corpus's campaigns. */
export async function readLabelledFolder(folder: string): Promise<LabelledFolder> {
  const known = knownOfCorpus();
  const files = readdirSync(join(folder, 'messages')).filter(name => name.endsWith('.eml')).sort();
  const readings = new Map<string, AnalysedMessage>();
  const messages = new Map<string, Message>();
  for (const file of files) {
    const raw = readFileSync(join(folder, 'messages', file));
    messages.set(file, await readMessage(raw));
    readings.set(file, await analyseMessage({ file: `messages/${file}`, raw }, known));
  }
  const gold = readFileSync(join(folder, 'gold.jsonl'), 'utf8').split('\n');
  return { files, readings, messages, score: asked => scoreOf(gold, readings, asked) };
}

function scoreOf(gold: readonly string[], readings: LabelledFolder['readings'], files: readonly string[]): Score {
  const folder = mkdtempSync(join(tmpdir(), 'purrebot-corpus-'));
  const asked = gold.filter(line => files.some(file => line.includes(`"messages/${file}"`)));
  writeFileSync(join(folder, 'gold.jsonl'), asked.join('\n'));
  writeFileSync(join(folder, 'said.ndjson'), files.map(file => JSON.stringify(readings.get(file))).join('\n'));
  const scorer = fileURLToPath(new URL('score.mjs', import.meta.url));
  const args = [scorer, join(folder, 'gold.jsonl'), join(folder, 'said.ndjson'), '--json'];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Score;
}
