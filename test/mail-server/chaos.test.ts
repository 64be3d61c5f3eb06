import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const chaos = fileURLToPath(new URL('../../scripts/chaos/chaos.ts', import.meta.url));

/** Its last line, and how it ended. */
async function run(...args: string[]): Promise<{ code: number; line: Record<string, unknown>; told: string }> {
  const child = spawn(process.execPath, [chaos, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let told = '';
  child.stdout.setEncoding('utf8').on('data', text => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', text => {
    told += text;
  });
  const [code] = await once(child, 'close');
  return { code, line: JSON.parse(out.trim().split('\n').at(-1) ?? '{}'), told };
}

test('killed fifteen times while it sends and reads, the program sends nothing twice, loses nothing and reminds nobody who has answered', async () => {
  const { code, line, told } = await run('--cycles', '15', '--seed', '1', '--json');
  expect(line, told).toMatchObject({
    kills: 15,
    duplicates: 0,
    lost: 0,
    falseSent: 0,
    uncertainStuck: 0,
    inboundLost: 0,
    inboundTwice: 0,
    remindedAfterAnswer: 0,
    integrity: 'ok',
  });
  expect(line.intents).toBeGreaterThan(0);
  expect(line.naiveDuplicates).toBeGreaterThan(0);
  expect(code, told).toBe(0);
}, 240_000);

test('a connection cut at each phase of SMTP, and at random bytes of IMAP', async () => {
  const { code, line, told } = await run(
    '--cycles',
    '0',
    '--smtp-cuts',
    '2',
    '--imap-cuts',
    '5',
    '--seed',
    '1',
    '--json',
  );
  expect(line, told).toMatchObject({
    smtpCuts: { body: { retried: 2, sentOnce: 2 }, dot: { uncertain: 2, settled: 2, sentOnce: 2 } },
    imapCuts: { fetch: { truncated: 0, lost: 0, twice: 0 } },
  });
  expect(code, told).toBe(0);
}, 120_000);
