import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { analyseMessage, type MailFile } from '../../src/jobs/analyse-messages.ts';
import { readAddressees, readCampaigns } from '../../src/jobs/read-known.ts';
import type { Known } from '../../src/rules/replies/known.ts';
import type { Bench } from './bench.ts';

const USAGE = 'reading [--seconds N] [--json]';
const CORPUS = fileURLToPath(new URL('../../test/corpus/', import.meta.url));

/** Messages a second on one core that the reader must reach on mail without attachments. */
const LIMIT = 1_000;

export const readingBench: Bench = {
  name: 'reading',
  usage: USAGE,
  what: 'decodes and reads the mails of the corpus, those with attachments apart',
  run,
};

/** By what a mail brings along; a returned mail in a bounce is no attachment of the sender's. */
const GROUPS: readonly { group: string; belongs: (head: string) => boolean }[] = [
  { group: 'PDF', belongs: text => /^content-type:\s*application\/pdf/im.test(text) },
  { group: 'DOCX', belongs: text => /^content-type:\s*application\/vnd\.openxmlformats/im.test(text) },
  { group: 'without attachments', belongs: text => !/^content-disposition:\s*attachment/im.test(text) },
];

/** The program goes on for months; what is measured is not how a fresh process compiles its patterns. */
const WARM_ROUNDS = 20;

interface Figure {
  group: string;
  mails: number;
  perSecond: number;
  msPerMail: number;
}

async function run(args: string[]): Promise<number> {
  let options: { seconds?: string; json?: boolean };
  try {
    options = parseArgs({ args, options: { seconds: { type: 'string' }, json: { type: 'boolean' } } }).values;
  } catch {
    console.error(`Usage: npm run bench -- ${USAGE}`);
    return 2;
  }
  const seconds = Number(options.seconds ?? 5);
  if (!(seconds > 0)) {
    console.error(`--seconds ${options.seconds}: expected a number above 0`);
    return 2;
  }
  const known = { addressees: readAddressees(read('register.csv')), campaigns: readCampaigns(read('campaigns.json')) };
  const rest = new Set(mailsOfCorpus());
  const figures: Figure[] = [];
  for (const { group, belongs } of GROUPS) {
    const mails = [...rest].filter(({ raw }) => belongs(Buffer.from(raw).toString('latin1')));
    for (const mail of mails) rest.delete(mail);
    figures.push({ group, mails: mails.length, ...(await measure(mails, known, seconds)) });
  }
  const holds = figures.at(-1)!.perSecond >= LIMIT;
  console.log(options.json === true ? JSON.stringify({ figures, limit: LIMIT, holds }) : table(figures, holds));
  return holds ? 0 : 1;
}

/** Time of one core: what the whole process used, helper threads included, not what the clock showed. */
async function measure(mails: readonly MailFile[], known: Known, seconds: number) {
  for (let warm = 0; warm < WARM_ROUNDS; warm++) for (const mail of mails) await analyseMessage(mail, known);
  const before = process.cpuUsage();
  const used = () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  let read = 0;
  while (used() < seconds) {
    for (const mail of mails) await analyseMessage(mail, known);
    read += mails.length;
  }
  return { perSecond: Math.round(read / used()), msPerMail: Math.round((used() / read) * 10_000) / 10 };
}

function mailsOfCorpus(): MailFile[] {
  const names = readdirSync(`${CORPUS}messages`).filter(name => name.endsWith('.eml'));
  return names.map(file => ({ file, raw: readFileSync(`${CORPUS}messages/${file}`) }));
}

function read(name: string): string {
  return readFileSync(CORPUS + name, 'utf8');
}

function table(figures: readonly Figure[], holds: boolean): string {
  const row = (cells: string[]) => cells.map((cell, i) => (i === 0 ? cell.padEnd(22) : cell.padStart(14))).join('');
  return [
    'Reading of the corpus mails: messages a second and milliseconds a mail, by the time of one core that the process used.',
    `Limit: at least ${LIMIT} messages/s for mails without attachments; the other groups have none.`,
    '',
    row(['mails of the corpus', 'mails', 'messages/s', 'ms a mail']),
    ...figures.map(one => row([one.group, `${one.mails}`, `${one.perSecond}`, `${one.msPerMail}`])),
    '',
    `without attachments, a core: limit ${LIMIT} messages/s: ${holds ? 'holds' : 'DOES NOT HOLD'}`,
  ].join('\n');
}
