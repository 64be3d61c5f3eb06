import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addAnalyse } from '../../src/cli/commands/analyse.ts';
import { addCorpusAdd } from '../../src/cli/commands/corpus-add.ts';
import { openData } from '../../src/cli/open-data.ts';
import { at } from '../worlds/journal.ts';
import { mailFrom, mailReadLongAgo, takenFor } from '../worlds/mail-read-long-ago.ts';
import { emptyFolder, runningStory, terminal } from './running-story.ts';

const run = (...line: string[]) => terminal(emptyFolder(), addAnalyse, addCorpusAdd)(...line);

function fileOf(name: string, text: string): string {
  const file = join(emptyFolder(), name);
  writeFileSync(file, text);
  return file;
}

describe('a command line that is not right', () => {
  test.each([
    [['analyse'], 'Det mangler noe etter kommandoen: «sti».'],
    [['analyse', '--finnesikke', 'a.eml'], 'Valget «--finnesikke» finnes ikke.'],
    [['corpus', 'add', '63'], 'Valget «--to <mappe>» må være med.'],
    [['corpus', 'add', '1', '2', '--to', 'x'], 'For mange ord etter kommandoen: ventet 1.'],
    [['analyse', '--register'], 'Det mangler en verdi etter «--register <fil>».'],
    [['analys'], 'Kommandoen «analys» finnes ikke.\n(Mente du «analyse»?)'],
  ])('%j is told in Norwegian', async (line, words) => {
    const { code, told } = await run(...line);
    expect(code).toBe(2);
    expect(told).toContain(words);
    expect(told).not.toMatch(/error|argument |option/);
  });

  test('the help has Norwegian headings', async () => {
    const { code, out } = await run('analyse', '--help');
    expect(code).toBe(0);
    expect(out).toContain('Bruk: purrebot analyse [valg] <sti...>');
    expect(out).toMatch(/\nArgumenter:\n[\s\S]*\nValg:\n/);
    expect(out).not.toMatch(/Usage|Options|display help/);
  });

  test('a wrong file for the register is told in words', async () => {
    const { code, told } = await run(
      'analyse',
      '--register',
      fileOf('x.csv', 'a"b"c,d\n"'),
      fileOf('a.eml', 'From: a@b.example\n\nJa'),
    );
    expect(code).toBe(2);
    expect(told).toContain('er ingen adressatliste.');
  });

  test.each(['package.json', 'notat.txt'])('%s is no mail, and is told so', async name => {
    const { code, told } = await run('analyse', fileOf(name, '{\n  "name": "purrebot"\n}\n'));
    expect(code).toBe(2);
    expect(told).toMatch(/er (?:verken|ikke) en e-post/);
  });

  test('a folder that cannot be made is told at once', async () => {
    const { code, told } = await run(
      'corpus',
      'add',
      fileOf('a.eml', 'From: a@b.example\n\nJa'),
      '--to',
      '/proc/purrebot',
    );
    expect(code).toBe(2);
    expect(told).toContain('kan ikke lages');
  });
});

test('analyse --explain takes the number of a stored message, and a file by what the register knows', async () => {
  const world = runningStory(addAnalyse);
  const register = openData(world.folder);
  const raw = mailFrom('Hitra', 'Hitra kommune slutter seg til ordningen.', at('2014-02-28'));
  const id = await mailReadLongAgo(register, raw, at('2014-02-28'), takenFor('deferred'));
  register.close();
  const { code, out } = await world.run('analyse', '--explain', String(id));
  expect(code).toBe(0);
  expect(out).toContain('Kommune: Hitra.');
  expect(out).toContain('Henvendelse: 2013-samhandling');
  expect(await world.run('analyse', '--explain', '999')).toMatchObject({
    code: 2,
    told: expect.stringContaining('Fant ingen melding #999'),
  });
});
