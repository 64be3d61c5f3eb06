import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { runCli } from '../../src/cli/cli.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { quietDoor } from '../worlds/door.ts';

const folder = mkdtempSync(join(tmpdir(), 'purrebot-demo-'));
const { door, said } = quietDoor();
const run = async (...argv: string[]) => {
  said.out.length = 0;
  said.told.length = 0;
  const code = await runCli(argv, door, COMMANDS);
  return { code, out: said.out.join('\n'), told: said.told.join('\n') };
};

interface Story {
  dates: { date: string; outstanding: string[]; joined: number; declined: number }[];
  letters: {
    date: string;
    rung: string | null;
    municipalities: string[];
    to: string[];
    subject: string;
    file: string;
  }[];
}
let story: Story;
beforeAll(async () => {
  story = JSON.parse((await run('demo', '--keep', folder, '--json')).out) as Story;
}, 60_000);

test('the demo is one JSON document with the dates and letters of the story', () => {
  expect(story.dates.map(one => one.date)).toEqual([
    '2013-11-28T23:59:59+01:00',
    '2013-12-13T23:59:59+01:00',
    '2014-02-27T09:46:00+01:00',
    '2014-03-17T08:52:00+01:00',
    '2014-03-19T23:59:59+01:00',
    '2014-04-09T23:59:59+02:00',
    '2014-04-11T23:59:59+02:00',
  ]);
  expect(story.dates[3]).toMatchObject({ joined: 12, declined: 1 });
  expect(story.letters.filter(one => one.rung === 'missing').flatMap(one => one.municipalities)).toEqual(
    story.dates[2]!.outstanding,
  );
  expect(story.letters.filter(one => one.rung === 'last').map(one => one.municipalities)).toEqual([
    story.dates[3]!.outstanding,
  ]);
});

test('every letter lies there as a file with a preview beside it', () => {
  for (const { file, subject } of story.letters) {
    expect(readFileSync(file, 'utf8')).toContain('Message-ID: <p1.');
    expect(existsSync(file.replace('.eml', '.html'))).toBe(true);
    expect(subject).toContain('vår ref. 13/01746');
  }
});

test('the kept register answers the other commands', async () => {
  const { rows } = JSON.parse((await run('--data', folder, 'contributions', '2013-samhandling', '--json')).out) as {
    rows: { municipality: string }[];
  };
  expect(rows).toHaveLength(25);
  expect(rows.find(row => row.municipality === 'Bjugn')).toMatchObject({
    statedInhabitants: 4711,
    statedNok: 14133,
    ssbInhabitants: 4665,
    ssbNok: 13995,
  });
  const status = JSON.parse(
    (await run('--data', folder, 'status', '2013-samhandling', '--at', '2014-03-17T08:52', '--json')).out,
  ) as { campaigns: { counts: object }[] };
  expect(status.campaigns[0]!.counts).toMatchObject({ joined: 12, declined: 1, outstanding: 12 });
  expect((await run('--data', folder, 'show', 'Bjugn', '--campaign', '2013-samhandling')).out).toContain(
    'innstilling, ikke vedtatt',
  );
  expect((await run('--data', folder, 'review')).out).toContain('Selbu');
  expect((await run('--data', folder, 'status', 'finnes-ikke')).told).toContain('Registrert: 2013-samhandling');
});

test('a demo never writes over a register that is not a demo', async () => {
  const other = mkdtempSync(join(tmpdir(), 'purrebot-ekte-'));
  writeFileSync(join(other, 'register.sqlite'), 'noe annet');
  expect(await run('demo', '--keep', other)).toMatchObject({
    code: 2,
    told: expect.stringContaining('Velg en tom mappe'),
  });
  expect(readFileSync(join(other, 'register.sqlite'), 'utf8')).toBe('noe annet');
});
