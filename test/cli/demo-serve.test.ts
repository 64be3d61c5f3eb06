import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../../src/cli/cli.ts';
import { addDemo } from '../../src/cli/commands/demo.ts';
import { startWeb } from '../../src/web/start-web.ts';
import { counted } from '../worlds/campaign.ts';
import { quietDoor } from '../worlds/door.ts';
import { freePort } from '../worlds/free-port.ts';
import { until } from '../worlds/until.ts';

const { door, said } = quietDoor();
const stopped = Promise.withResolvers<void>();
const faults: unknown[] = [];
const log = { debug: () => undefined, warn: () => undefined, error: (line: object) => faults.push(line) };
let ended: Promise<number>;
let url: string;

/** Dates are written with spaces that do not break. */
const page = async () => (await (await fetch(url)).text()).replaceAll('\u00a0', ' ');
const turn = async (fields: Record<string, string>) => {
  const body = new URLSearchParams(fields);
  const sent = await fetch(`${url}/demo`, { method: 'POST', body, headers: { origin: url }, redirect: 'manual' });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/']);
};
const told = () => said.told.join('\n');
/** Letters of one playing; the story that begins anew has a folder of its own. */
const letters = (playing: number, kind: string) => {
  const folder = join(/Brevene skrives i (\S+),/.exec(told())![1]!, String(playing));
  return existsSync(folder)
    ? readdirSync(folder).filter(name => name.includes(`-${kind}-`) && name.endsWith('.eml'))
    : [];
};

beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const served = {
    ...door,
    startWeb: ({ logLevel: _, ...parts }: Parameters<typeof door.startWeb>[0]) =>
      startWeb({ ...parts, newSecret: () => 'x', newToken: counted(), log, tell: door.tell }),
    untilStopped: () => stopped.promise,
  };
  ended = runCli(['demo', '--serve', '--port', String(port)], served, [addDemo]);
  await until('the pages', () => told().includes('i nettleseren'), 100);
}, 120_000);
afterAll(async () => {
  stopped.resolve();
  await ended;
}, 60_000);

test('opens on the morning of the last reminder, signed in as its adviser, under the red line', async () => {
  const home = await page();
  expect(home).toContain('DEMO – ingen e-post sendes');
  expect(home).toContain('Eva L. Indreby');
  expect(home).toContain('value="2014-03-17"');
  expect(home).toContain('Neste: «siste påminnelse» sendes til dem som mangler mandag 17. mars kl. 08.52');
  expect(letters(1, 'last')).toEqual([]);
});

test('what comes next is played: the letter leaves as a file, and mails come in', async () => {
  await turn({ steg: 'neste' });
  expect(await page()).toContain('Nå er det mandag 17. mars 2014 kl. 08.52.');
  expect(letters(1, 'last')).toHaveLength(1);
  expect(await page()).toContain('Neste: e-post kommer inn');
  await turn({ steg: 'neste' });
  expect(await page()).not.toContain('kl. 08.52.');
}, 60_000);

test('the day before is the story played anew; what is no day of it changes nothing', async () => {
  await turn({ steg: 'forrige' });
  const home = await page();
  expect(home).toContain('Nå er det søndag 16. mars 2014 kl. 08.15. Historien er spilt på nytt dit');
  expect(letters(2, 'last')).toEqual([]);
  await turn({ steg: 'dato', dato: 'i går' });
  expect(await page()).toContain('value="2014-03-16"');
  const foreign = await fetch(`${url}/demo`, { method: 'POST', headers: { origin: 'https://ond.example' } });
  expect(foreign.status).toBe(403);
  expect(faults).toEqual([]);
}, 100_000);

test('it ends in order, and takes its letters with it', async () => {
  const folder = /Brevene skrives i (\S+),/.exec(told())![1]!;
  stopped.resolve();
  expect(await ended).toBe(0);
  expect(existsSync(folder)).toBe(false);
}, 60_000);
