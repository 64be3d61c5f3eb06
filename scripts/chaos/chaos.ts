/**
 * `npm run chaos -- [--cycles 15] [--failpoints 0] [--smtp-cuts 0] [--imap-cuts 0] [--seed N] [--json]`: the real program,
 * killed and cut off while it sends and while it reads, against servers that remember everything. Ends with one JSON line;
 * exit code 1 when a promise was broken. See README.md beside this file.
 */
import { parseArgs } from 'node:util';
import { randomFrom } from '../random.ts';
import { failpointKills } from './failpoint-kills.ts';
import { imapCuts } from './imap-cuts.ts';
import { ingestKills } from './ingest-kills.ts';
import { naiveDuplicates } from './naive.ts';
import { sendKills } from './send-kills.ts';
import { smtpCuts } from './smtp-cuts.ts';
import { sum, type Verdict } from './verdict.ts';

const { values } = parseArgs({
  options: {
    cycles: { type: 'string', default: '15' },
    failpoints: { type: 'string', default: '0' },
    'smtp-cuts': { type: 'string', default: '0' },
    'imap-cuts': { type: 'string', default: '0' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    json: { type: 'boolean', default: false },
  },
});
const cycles = Number(values.cycles);
/** Half of the lives end while letters are sent, half while mail is taken in. */
const whileSending = Math.ceil(cycles / 2);
const failpoints = Number(values.failpoints);
const seed = Number(values.seed);
const say = (words: string) => process.stderr.write(`${words}\n`);
const counting = (what: string, of: number) => (done: number) => {
  if (done % Math.max(5, Math.floor(of / 20)) === 0 || done === of) say(`${what}: ${done} of ${of}`);
};

say(`seed ${seed}`);
const began = performance.now();
// Two at a time: most of a life is waiting for the disk and the other side.
const [sent, [read, naive]] = await Promise.all([
  cycles === 0 ? null : sendKills(whileSending, randomFrom(seed), counting('send kills', whileSending)),
  cycles === 0 ? [null, null] : readingAndControl(),
]);
const points = failpoints === 0 ? null : await failpointKills(failpoints, randomFrom(seed + 2), say);
const cutSmtp = values['smtp-cuts'] === '0' ? null : await smtpCuts(Number(values['smtp-cuts']), say);
const cutImap =
  values['imap-cuts'] === '0' ? null : await imapCuts(Number(values['imap-cuts']), randomFrom(seed + 4), say);

const parts = [sent, read, points].filter(one => one !== null);
const total = parts.length === 0 ? null : sum(parts.map(one => one.verdict));
const missed = Object.entries(points?.fired ?? {}).filter(([, count]) => count < failpoints);
const broken = [
  ...(total === null ? [] : brokenPromises(total)),
  ...(naive === 0 ? ['the control sent nothing twice: this run could not have seen it'] : []),
  ...missed.map(([name, count]) => `${name}: hit ${count} of ${failpoints} times`),
  ...(cutSmtp?.broken ?? []),
  ...(cutImap?.broken ?? []),
];
for (const words of broken) say(`BROKEN: ${words}`);
const { integrity = 'ok', ...figures } = total ?? {};
console.log(
  JSON.stringify({
    kills: parts.reduce((kills, one) => kills + one.kills, 0),
    ...figures,
    integrity,
    naiveDuplicates: naive ?? 0,
    ...(points === null ? {} : { failpoints: Object.keys(points.fired).length }),
    ...(cutSmtp === null ? {} : { smtpCuts: cutSmtp.figures }),
    ...(cutImap === null ? {} : { imapCuts: cutImap.figures }),
    seconds: Math.round((performance.now() - began) / 1000),
    seed,
  }),
);
process.exit(broken.length === 0 ? 0 : 1);

async function readingAndControl() {
  const whileReading = cycles - whileSending;
  const killed = await ingestKills(whileReading, randomFrom(seed + 1), counting('ingest kills', whileReading));
  // A few are enough to show that the rig sees a mail that goes twice.
  return [killed, await naiveDuplicates(Math.min(cycles, 8), randomFrom(seed + 3))] as const;
}

function brokenPromises(verdict: Verdict): string[] {
  const zero = [
    'duplicates',
    'lost',
    'falseSent',
    'inboundLost',
    'inboundTwice',
    'remindedAfterAnswer',
    'uncertainStuck',
  ] as const;
  return [
    ...zero.filter(name => verdict[name] !== 0).map(name => `${name} is ${verdict[name]}`),
    ...(verdict.integrity === 'ok' ? [] : [`integrity: ${verdict.integrity}`]),
  ];
}
