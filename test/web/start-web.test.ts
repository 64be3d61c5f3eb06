import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMessage } from '../../src/mail-in/read-message.ts';
import { freePort } from '../worlds/free-port.ts';
import { until } from '../worlds/until.ts';

// The real program: `purrebot start` with pages, its mailbox a folder and its letters files.
const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
let data: string;
let port: number;
let program: ChildProcess;
let told = '';
let log = '';

const run = (...args: string[]) =>
  spawnSync(process.execPath, [main, '--data', data, ...args], { encoding: 'utf8', cwd: data, env: environment() });
const environment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  MAIL_FOLDER: join(data, 'mail'),
  WEB_PORT: String(port),
  PEOPLE: 'Eva L. Indreby <eva@ks.example> styrer',
  LOG_LEVEL: 'debug',
});
const url = (path: string) => `http://127.0.0.1:${port}${path}`;
const post = (path: string, fields: Record<string, string> = {}) =>
  fetch(url(path), {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: url('') },
    redirect: 'manual',
  });

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'purrebot-web-'));
  mkdirSync(join(data, 'mail'));
  port = await freePort();
  run('init');
  program = spawn(process.execPath, [main, '--data', data, 'start'], {
    cwd: data,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  program.stdout!.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  program.stderr!.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  await until('the pages', () => told.includes('Purrebot er i gang'), 60);
}, 90_000);
afterAll(async () => {
  if (program.exitCode === null) {
    program.kill('SIGKILL');
    await once(program, 'exit');
  }
  rmSync(data, { recursive: true });
});

test('signs her in by the link that was written for her, and neither log nor terminal has it', async () => {
  expect(told).toContain(`Nettsidene ligger på ${url('')}.`);
  expect(await (await fetch(url('/logg-inn'))).text()).toContain('Send meg en lenke');
  await post('/logg-inn', { epost: 'eva@ks.example' });
  await until('the link', () => told.includes('Innloggingslenken ligger i'), 10);
  const [file] = readdirSync(join(data, 'outbox')).filter(name => name.endsWith('.eml'));
  const { text } = await readMessage(readFileSync(join(data, 'outbox', file!)));
  const link = new URL(text!.split('\n').find(line => line.startsWith('http'))!);
  expect(link.origin).toBe(url(''));
  const signedIn = await post(link.pathname);
  const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
  expect(await (await fetch(url('/'), { headers: { cookie } })).text()).toContain('Eva L. Indreby');
  await until('the request in the log', () => log.includes('/logg-inn/lenke/:secret'), 5);
  const secret = link.pathname.split('/').at(-1)!;
  expect(log + told).not.toContain(secret);
  expect(log + told).not.toContain(cookie.split('=')[1]);
});

test('a request that never ends does not keep the program from stopping in order', async () => {
  const slow = connect(port, '127.0.0.1');
  slow.on('error', () => undefined);
  slow.write('GET /logg-inn HTTP/1.1\r\nHost: ');
  await once(slow, 'connect');
  const ended = once(program, 'exit');
  program.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(told).toContain('Stoppet.');
}, 20_000);
