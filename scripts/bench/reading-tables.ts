/**
 * `npm run bench:reading`: how much is read rightly. Prints a table for the corpus and one for each suite of other
 * projects, beside the best score known of any library on the whole of that suite.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyseMessage } from '../../src/jobs/analyse-messages.ts';
import { readAddressees, readCampaigns } from '../../src/jobs/read-known.ts';
import { scoreBounces } from '../../test/peer-suites/score-bounces.ts';
import { type ReplyFigure, scoreReplies } from '../../test/peer-suites/score-replies.ts';

const CORPUS = fileURLToPath(new URL('../../test/corpus/', import.meta.url));

await printCorpus('corpus', () => true);
await printCorpus('of it, set aside while rules were written (every third)', number => number % 3 === 0);
printReplies();
await printBounces();

async function printCorpus(title: string, isIn: (number: number) => boolean): Promise<void> {
  const read = (name: string) => readFileSync(CORPUS + name, 'utf8');
  const known = { addressees: readAddressees(read('register.csv')), campaigns: readCampaigns(read('campaigns.json')) };
  const files = readdirSync(`${CORPUS}messages`).filter(
    name => name.endsWith('.eml') && isIn(Number.parseInt(name, 10)),
  );
  const folder = mkdtempSync(join(tmpdir(), 'purrebot-reading-'));
  try {
    const said: string[] = [];
    for (const file of files) {
      const raw = readFileSync(`${CORPUS}messages/${file}`);
      said.push(JSON.stringify(await analyseMessage({ file: `messages/${file}`, raw }, known)));
    }
    const gold = read('gold.jsonl').split('\n');
    const wanted = gold.filter(line => files.some(file => line.includes(`"messages/${file}"`)));
    writeFileSync(join(folder, 'gold.jsonl'), wanted.join('\n'));
    writeFileSync(join(folder, 'said.ndjson'), said.join('\n'));
    const args = [`${CORPUS}score.mjs`, join(folder, 'gold.jsonl'), join(folder, 'said.ndjson')];
    const lines = execFileSync(process.execPath, args, { encoding: 'utf8' }).trimEnd().split('\n');
    console.log(`== ${title}\n${lines.slice(0, -1).join('\n').trimEnd()}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function printReplies(): void {
  const { sets, all, nordic, losesALine, leaksALine } = scoreReplies();
  console.log('== new text against history and signature');
  console.log(
    'Unit: mails whose new text is exactly right. «best known»: the best published result on that set; no limit.',
  );
  console.log(row(['rows right', 'by text', 'or signature', 'of', 'best known']));
  for (const one of [...sets, all, nordic]) console.log(row(repliesCells(one)));
  console.log(
    `email_reply_trimmer: ${losesALine.length} mails lose a line of the reply, ${leaksALine.length} leak one\n`,
  );
}

function repliesCells({ set, byText, byTextAndSignature, of, bestKnown }: ReplyFigure): string[] {
  return [set, `${byText}`, `${byTextAndSignature}`, `${of}`, shareOf(bestKnown)];
}

async function printBounces(): Promise<void> {
  console.log('== bounces, delays, automatic answers, feedback reports (sisimai)');
  console.log(
    'Unit: mails for which the question is answered right. «best known»: the best published result; no limit.',
  );
  console.log(row(['question', 'right', '', 'of', 'best known']));
  for (const { question, right, of, bestKnown } of await scoreBounces())
    console.log(row([question, `${right}`, '', `${of}`, shareOf(bestKnown)]));
}

function shareOf(best: { right: number; of: number } | null): string {
  return best === null ? '–' : `${best.right}/${best.of} = ${Math.round((100 * best.right) / best.of)} %`;
}

function row(cells: string[]): string {
  return cells.map((cell, i) => (i === 0 ? cell.padEnd(44) : cell.padStart(i === 4 ? 18 : 13))).join('');
}
