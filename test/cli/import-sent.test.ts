import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addImportSent } from '../../src/cli/commands/import-sent.ts';
import { addInit } from '../../src/cli/commands/init.ts';
import { lettersOfTheStory } from '../jobs/sent-mail.ts';
import { STORY_FILE } from '../worlds/campaign.ts';
import { emptyFolder, terminal } from './running-story.ts';

/** A new register, and the three letters of the story as files. */
async function withLetters() {
  const folder = emptyFolder();
  const run = terminal(folder, addInit, addImportSent);
  await run('init');
  const files = lettersOfTheStory().map(({ name, bytes }) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  });
  return { run, files };
}

describe('purrebot import-sent', () => {
  it('shows what it understood, takes it over, and the second time nothing', async () => {
    const { run, files } = await withLetters();
    const known = ['--id', '2013-samhandling', '--reference', '13/01746'];
    const dry = await run('import-sent', ...files, ...known, '--dry-run');
    expect(dry.out).toContain('28.11.2013  henvendelsen til 25, frist 12.12.2013');
    expect(dry.out).toContain('27.02.2014  vi mangler svar til 16, frist 07.03.2014');
    expect(dry.out).toContain('17.03.2014  siste påminnelse til 12\n');
    expect(dry.told).toContain('Ville overtatt 3 brev og 25 nye saker');
    expect((await run('import-sent', ...files, ...known)).told).toContain('3 brev og 25 nye saker er overtatt');
    expect((await run('import-sent', ...files)).told).toContain('ingenting er endret');
  });

  it('takes terms and recipients from a campaign file', async () => {
    const { run, files } = await withLetters();
    const { code, out } = await run('import-sent', ...files, '--campaign', STORY_FILE, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ campaign: '2013-samhandling', reference: '13/01746', isNew: true });
    expect(JSON.parse(out).letters.map((one: { kind: string }) => one.kind)).toEqual(['request', 'missing', 'last']);
  });

  it('says what the letters do not tell', async () => {
    const { run, files } = await withLetters();
    const { code, told } = await run('import-sent', ...files);
    expect(code).toBe(1);
    expect(told).toContain('vår referanse');
    expect(told).toContain('Ingenting er registrert');
    expect(await run('import-sent', 'finnes-ikke.eml')).toMatchObject({ code: 2 });
  });
});
