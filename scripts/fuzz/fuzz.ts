/**
 * `npm run fuzz -- [--mails 100000] [--attachments 1000] [--seed 1] [--json]`: reads mutated mails of the corpus and of the
 * suite of bounces. Every one must come out as a reading, within two seconds of the processor, and the memory must stay
 * flat. Pages that a machine has to read from their picture are given their own time each, and are told apart in the
 * outcome: a page of print alone takes longer than two seconds. Exit code 1 when a mail does not hold; its number makes it
 * again.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fuzzed, LIMIT_MS, LIMIT_MS_A_SCANNED_PAGE } from './fuzzed.ts';

const { values } = parseArgs({
  options: {
    mails: { type: 'string', default: '100000' },
    attachments: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});

const test = fileURLToPath(new URL('../../test/', import.meta.url));
const mailsIn = (folder: string) => readdirSync(folder).map(name => readFileSync(join(folder, name)));
const corpus = mailsIn(`${test}corpus/messages`);
const isAttached = (mail: Buffer) => /^content-disposition:\s*attachment/im.test(mail.toString('latin1'));
const plain = [...corpus.filter(mail => !isAttached(mail)), ...mailsIn(`${test}peer-suites/sisimai/messages`)];

const runs = [
  { what: 'without attachments', mails: plain, count: Number(values.mails) },
  { what: 'with attachments', mails: corpus.filter(isAttached), count: Number(values.attachments) },
];
const results = [];
for (const { what, mails, count } of runs) {
  const result = await fuzzed(mails, count, Number(values.seed), (done, mb) => {
    console.error(`${what}: ${done} of ${count}, ${mb} MB`);
  });
  for (const { number, bytes, kind, fault } of result.faults) {
    const file = join(tmpdir(), `purrebot-fuzz-${number}.eml`);
    writeFileSync(file, bytes);
    console.error(`${kind.toUpperCase()}: mail ${number} ${fault}: ${file}`);
  }
  results.push({ what, ...result, faults: result.faults.map(({ number, kind, fault }) => ({ number, kind, fault })) });
}
const holds = results.every(one => one.faults.length === 0 && one.isFlat);
if (values.json)
  console.log(JSON.stringify({ limitMs: LIMIT_MS, limitMsAScannedPage: LIMIT_MS_A_SCANNED_PAGE, results, holds }));
else {
  console.log(
    `Limits: no mail may throw (crash) or take over ${LIMIT_MS} ms and ${LIMIT_MS_A_SCANNED_PAGE} ms for each scanned page (slow), and the memory in use must stay flat.`,
  );
  for (const { what, mails, faults, slowestMs, scanned, memoryMb, isFlat } of results) {
    const crashes = faults.filter(one => one.kind === 'crash').length;
    console.log(
      [
        `${what}: ${mails} mails`,
        `crashes: ${crashes}`,
        `slow: ${faults.length - crashes} (slowest mail without scanned pages ${slowestMs} of ${LIMIT_MS} ms)`,
        `with scanned pages: ${scanned.mails} (slowest ${scanned.slowestPageMs} ms a page)`,
        `memory: ${memoryMb.early} → ${memoryMb.late} MB (${isFlat ? 'flat' : 'GROWS'})`,
      ].join('; '),
    );
  }
  console.log(holds ? 'holds' : 'DOES NOT HOLD');
}
process.exit(holds ? 0 : 1);
