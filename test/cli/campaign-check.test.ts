import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addCampaignCheck } from '../../src/cli/commands/campaign-check.ts';
import { addCampaignNew } from '../../src/cli/commands/campaign-new.ts';
import { STORY_FILE } from '../worlds/campaign.ts';
import { emptyFolder, terminal } from './running-story.ts';

describe('purrebot campaign check', () => {
  it('passes the campaign of 2013 without any register, and makes none', async () => {
    const folder = emptyFolder();
    const run = terminal(folder, addCampaignCheck);
    const checked = await run('campaign', 'check', STORY_FILE);
    expect(checked).toMatchObject({ code: 0, told: expect.stringContaining('25 mottakere') });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('prints every fault with its line and ends with 1; JSON changes neither', async () => {
    const folder = emptyFolder();
    const file = join(folder, 'feil.md');
    const text = readFileSync(STORY_FILE, 'utf8').replace('13/01746', '').replace('desember 2013', 'desembre 2013');
    writeFileSync(file, text);
    const run = terminal(folder, addCampaignCheck);
    const checked = await run('campaign', 'check', file);
    expect(checked.code).toBe(1);
    expect(checked.out).toMatch(/FEIL {3}Linje 4, vår ref: ventet .*, fant .*\n.*Linje 14, frister/);
    const asJson = await run('campaign', 'check', file, '--json');
    expect(asJson.code).toBe(1);
    expect(JSON.parse(asJson.out)).toMatchObject({ ok: false, campaign: null, faults: expect.any(Array) });
  });

  it('ends with 0 on warnings only', async () => {
    const folder = emptyFolder();
    const file = join(folder, 'jul.md');
    const run = terminal(folder, addCampaignNew, addCampaignCheck);
    await run('campaign', 'new', file);
    writeFileSync(file, filled(file).replace('frister: torsdag 12. juni 2014', 'frister: 30.12.2014'));
    const checked = await run('campaign', 'check', file);
    expect(checked).toMatchObject({ code: 0, out: expect.stringContaining('romjulen') });
  });
});

describe('purrebot campaign new', () => {
  it('writes a file that passes the check when its empty lines are filled in', async () => {
    const folder = emptyFolder();
    const file = join(folder, 'Ny rådgiver 2014.md');
    const run = terminal(folder, addCampaignNew, addCampaignCheck);
    expect(await run('campaign', 'new', file)).toMatchObject({ code: 0 });
    expect((await run('campaign', 'check', file)).out).toContain('tittel');
    writeFileSync(file, filled(file));
    const checked = await run('campaign', 'check', file);
    expect(checked).toMatchObject({ code: 0, out: '', told: expect.stringContaining('ny-radgiver-2014, 2 mottakere') });
  });

  it('never writes over a file', async () => {
    const folder = emptyFolder();
    const file = join(folder, 'a.md');
    writeFileSync(file, 'mitt');
    const run = terminal(folder, addCampaignNew);
    expect(await run('campaign', 'new', file)).toMatchObject({ code: 1, told: expect.stringContaining('ikke rørt') });
    expect(readFileSync(file, 'utf8')).toBe('mitt');
  });
});

/** The template as an adviser fills it in: a value behind every empty key, and a text. */
function filled(file: string): string {
  return readFileSync(file, 'utf8')
    .replace('tittel:\n', 'tittel: Felles koordinator\n')
    .replace('vår ref:\n', 'vår ref: 14/00123\n')
    .replace('folketall:\n', 'folketall: 1.1.2013\n')
    .replace('frister:\n', 'frister: torsdag 12. juni 2014\n')
    .replace('mottakere:\n', 'mottakere:\n  - Hitra <post@hitra.example>\n  - Frøya <post@froya.example>\n')
    .replace('e-post:\n', 'e-post: eva.indreby@ks.example\n')
    .replace('enhet:\n', 'enhet: KS Sør-Trøndelag\n')
    .replace('oppfordring:\n', 'oppfordring: slutte seg til ordningen\n')
    .concat('\nKommunene trenger en koordinator.\n');
}
