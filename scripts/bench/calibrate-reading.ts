/**
 * How often readings of each confidence are right, over labelled replies: the corpus (without the third that is set
 * aside), the labelled short texts, and further folders of the corpus's form given as arguments (without a register of
 * their own they answer the corpus's requests, as test/corpus-office/ does). Prints the share by
 * conclusion, five bins of confidence with observed minus stated, and what a threshold chosen on four fifths lets pass
 * in the last fifth. The shares belong into src/rules/replies/confidence.ts.
 *
 *   node scripts/bench/calibrate-reading.ts [FOLDER…]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyseMessage } from '../../src/jobs/analyse-messages.ts';
import { readAddressees, readCampaigns } from '../../src/jobs/read-known.ts';
import { REVIEW_BELOW } from '../../src/rules/replies/confidence.ts';
import type { Reading } from '../../src/rules/replies/reading.ts';
import { knownOfCorpus, labelledTexts, readLabelled } from '../../test/corpus/read-texts.ts';

interface Gold {
  file: string;
  kind: string;
  conclusion: string | null;
  stage: string | null;
  lenient?: string[];
}

interface Judged {
  what: string;
  confidence: number;
  right: boolean;
  /** In the order in which they were read: decides the fold. */
  number: number;
}

const CORPUS = fileURLToPath(new URL('../../test/corpus', import.meta.url));
const STAGED = new Set(['joined', 'declined', 'conditional']);

const judged: Judged[] = [];

function judge(gold: Omit<Gold, 'file'>, reading: Pick<Reading, 'kind' | 'conclusion' | 'stage' | 'confidence'>): void {
  const open = new Set(gold.lenient ?? []);
  const right =
    (open.has('kind') || reading.kind === gold.kind) &&
    (open.has('conclusion') || reading.conclusion === gold.conclusion) &&
    (open.has('stage') || !STAGED.has(gold.conclusion ?? '') || reading.stage === gold.stage);
  const what = reading.kind === 'answer' ? (reading.conclusion ?? '') : reading.kind;
  judged.push({ what, confidence: reading.confidence, right, number: judged.length });
}

async function judgeFolder(folder: string, leaveOut: (file: string) => boolean): Promise<void> {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const known = existsSync(join(folder, 'register.csv'))
    ? { addressees: readAddressees(read('register.csv')), campaigns: readCampaigns(read('campaigns.json')) }
    : knownOfCorpus();
  const gold = new Map(
    read('gold.jsonl')
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line) as Gold)
      .map(row => [basename(row.file), row]),
  );
  for (const file of readdirSync(join(folder, 'messages')).sort()) {
    const row = gold.get(file);
    if (row === undefined || leaveOut(file)) continue;
    judge(row, await analyseMessage({ file, raw: readFileSync(join(folder, 'messages', file)) }, known));
  }
}

const percent = (value: number) => `${(100 * value).toFixed(1)} %`.padStart(8);
const share = (rows: readonly Judged[]) => rows.filter(({ right }) => right).length / rows.length;

await judgeFolder(CORPUS, file => Number.parseInt(file, 10) % 3 === 0);
const known = knownOfCorpus();
for (const text of labelledTexts()) judge(text, readLabelled(text, known));
for (const folder of process.argv.slice(2)) await judgeFolder(folder, () => false);

console.log(`${judged.length} labelled replies\n\nby what was said (right + 1) / (n + 2), alone and to a person`);
for (const what of [...new Set(judged.map(row => row.what))].sort()) {
  for (const review of [false, true]) {
    const rows = judged.filter(row => row.what === what && row.confidence < REVIEW_BELOW === review);
    if (rows.length === 0) continue;
    const right = rows.filter(row => row.right).length;
    console.log(
      `${what.padEnd(14)} ${review ? 'person' : 'alone '} ${String(right).padStart(4)}/${String(rows.length).padEnd(4)} ${percent((right + 1) / (rows.length + 2))}`,
    );
  }
}

console.log('\nbin            n   stated  observed  observed − stated');
const BINS = [0, 0.5, 0.75, 0.9, 0.95, 1.01];
BINS.slice(0, -1).forEach((from, at) => {
  const to = BINS[at + 1] ?? 1.01;
  const rows = judged.filter(({ confidence }) => confidence >= from && confidence < to);
  if (rows.length === 0) return;
  const stated = rows.reduce((sum, { confidence }) => sum + confidence, 0) / rows.length;
  console.log(
    `${from.toFixed(2)}–${Math.min(1, to).toFixed(2)} ${String(rows.length).padStart(5)} ${percent(stated)} ${percent(share(rows))} ${percent(share(rows) - stated)}`,
  );
});

console.log('\nthreshold chosen on four fifths: wrong ones that it lets pass in the last fifth, of those it lets pass');
for (let fold = 0; fold < 5; fold++) {
  const rest = judged.filter(({ number }) => number % 5 !== fold);
  const own = judged.filter(({ number }) => number % 5 === fold);
  const levels = [...new Set(rest.map(({ confidence }) => confidence))].sort((a, b) => a - b);
  const best = levels.find(level => {
    const passed = rest.filter(({ confidence }) => confidence >= level);
    return passed.filter(({ right }) => !right).length / passed.length <= 0.03;
  });
  const threshold = best ?? 1;
  const passed = own.filter(({ confidence }) => confidence >= threshold);
  console.log(
    `fold ${fold + 1}: from ${threshold.toFixed(2)}  ${passed.filter(({ right }) => !right).length}/${passed.length} (of ${own.length})`,
  );
}
console.log(`\nREVIEW_BELOW = ${REVIEW_BELOW}`);
