import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installMissing } from '../system-packages.ts';
import type { Bench } from './bench.ts';
import { ingestFigures, ingestTable } from './ingest-figures.ts';

const USAGE = 'ingest [--short] [--json]';

export const ingestBench: Bench = {
  name: 'ingest',
  usage: USAGE,
  what: 'takes in a mailbox of 10,000 messages, beside mbsync + notmuch (--short: 1,000 messages, 1 round)',
  run,
};

const NEEDED = [
  { command: 'dovecot', debian: ['dovecot-imapd'] },
  { command: 'mbsync', debian: ['isync'] },
  { command: 'notmuch', debian: ['notmuch'] },
  { command: 'openssl', debian: ['openssl'] },
  { command: 'time', debian: ['time'] },
];

const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

async function run(args: string[]): Promise<number> {
  const options = optionsIn(args);
  if (options === null) {
    console.error(`Usage: npm run bench -- ${USAGE}`);
    return 2;
  }
  const missing = installMissing(NEEDED, console.error);
  if (missing.length > 0) {
    const names = missing.flatMap(({ debian }) => debian).join(' ');
    console.error(`Missing on this machine: ${names} (names of Debian's packages; as root there they are installed).`);
    return 1;
  }
  const isShort = options.short === true;
  const size = isShort ? { messages: 1_000, rounds: 1 } : { messages: 10_000, rounds: 3 };
  const { exitCode, output } = await measure(size);
  if (exitCode !== 0) {
    console.error(exitCode === null ? 'The run was stopped.' : `The run failed with exit code ${exitCode}.`);
    return 1;
  }
  const figures = ingestFigures(output, { ...size, isShort });
  console.log(options.json === true ? JSON.stringify(figures) : ingestTable(figures, isShort));
  return figures.holds ? 0 : 1;
}

function optionsIn(args: string[]): { short?: boolean; json?: boolean } | null {
  try {
    return parseArgs({ args, options: { short: { type: 'boolean' }, json: { type: 'boolean' } } }).values;
  } catch {
    return null;
  }
}

/** Runs run.sh to its end and shows its lines, on standard error, as they come. */
async function measure({ messages, rounds }: { messages: number; rounds: number }) {
  const [imap, imaps] = await freePorts(2);
  const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));
  const node = process.execPath;
  const check = `'${node}' '${file('ingest-check.ts')}'`;
  const args = [file('run.sh'), '-n', `${messages}`, '-r', `${rounds}`, '-c', check, '--', node, file('ingest.ts')];
  const child = spawn('bash', args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    // A process group of its own: a signal to bash alone would wait until notmuch has ended.
    detached: true,
    // The ports are ours whatever the environment says: IMAP_PORT there may be that of a real mailbox.
    env: { ...process.env, NODE: node, IMAP_PORT: `${imap}`, IMAPS_PORT: `${imaps}` },
  });
  const stop = () => process.kill(-child.pid!, 'SIGTERM');
  for (const signal of STOPS) process.on(signal, stop);
  const lines: string[] = [];
  const ended = once(child, 'close');
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    console.error(line);
  }
  const [exitCode] = (await ended) as [number | null];
  for (const signal of STOPS) process.off(signal, stop);
  return { exitCode, output: lines.join('\n') };
}

/** All open at once, so that they are different ones. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map(server => once(server, 'listening')));
  const ports = servers.map(server => (server.address() as AddressInfo).port);
  await Promise.all(servers.map(server => once(server.close(), 'close')));
  return ports;
}
