import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileTemplates, staleTemplates } from '../../scripts/compile-templates.ts';
import { takeApart } from '../../src/mail-out/compiled-template.ts';
import { fillTemplate } from '../../src/mail-out/fill-template.ts';

const templates = fileURLToPath(new URL('../../templates', import.meta.url));
const script = fileURLToPath(new URL('../../scripts/compile-templates.ts', import.meta.url));

describe('the compiled templates', () => {
  test('are what the templates give', async () => {
    expect(await staleTemplates(templates)).toEqual([]);
  });

  test('fetch nothing and count nobody', async () => {
    for (const { html } of await compileTemplates(templates)) {
      expect(html).not.toMatch(/<img|<script|<link|url\(|@import|src=|https?:\/\/(?!www\.w3\.org)/i);
    }
  });
});

describe('the check', () => {
  let folder: string;
  const check = () => spawnSync(process.execPath, [script, '--check', folder], { encoding: 'utf8' });
  beforeAll(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'templates-')), 'templates');
    cpSync(templates, folder, { recursive: true });
  });

  test('passes when nothing has changed', () => {
    expect(check().status).toBe(0);
    // Three programs are started, each compiling every template.
  }, 60_000);

  test('names every stale file when a part has changed', () => {
    const part = join(folder, 'parts', 'signature.mjml');
    writeFileSync(part, readFileSync(part, 'utf8').replace('{{greeting}}', 'Hilsen {{greeting}}'));
    const { status, stderr } = check();
    expect(status).toBe(1);
    expect(stderr.match(/\w+\.html: stale/g)).toEqual([
      'collective.html: stale',
      'individual.html: stale',
      'receipt.html: stale',
    ]);
    execFileSync(process.execPath, [script, folder]);
    expect(check().status).toBe(0);
  });

  test('misses a file that is gone, and sees one that has no template', async () => {
    rmSync(join(folder, 'compiled', 'receipt.html'));
    writeFileSync(join(folder, 'compiled', 'old.html'), '');
    expect(await staleTemplates(folder)).toEqual(['old.html', 'receipt.html']);
  });

  test('refuses MJML that is wrong, and includes from elsewhere', async () => {
    const shape = join(folder, 'individual.mjml');
    const before = readFileSync(shape, 'utf8');
    writeFileSync(shape, before.replace('<mj-column>', '<mj-column><mj-nonsense />'));
    await expect(compileTemplates(folder)).rejects.toThrow();
    writeFileSync(join(folder, '..', 'outside.mjml'), '<mj-text>utenfra</mj-text>');
    writeFileSync(shape, before.replace('<mj-column>', '<mj-column><mj-include path="../outside.mjml" />'));
    const outcome = await compileTemplates(folder).then(
      all => all.map(({ html }) => html).join(''),
      (error: unknown) => String(error),
    );
    expect(outcome).not.toContain('utenfra');
  });
});

describe('a template', () => {
  test('is filled once: a value with slots in it stays a value', () => {
    const template = '<p>{{a}}</p><!--each:list--><i>{{b}}</i><!--/each:list-->';
    expect(fillTemplate(template, { a: '{{b}}', list: [{ b: '<!--each:list-->$&' }] })).toBe(
      '<p>&#123;&#123;b&#125;&#125;</p><i>&lt;!--each:list--&gt;$&amp;</i>',
    );
  });

  test('without a value for a slot is a bug', () => {
    expect(() => fillTemplate('{{a}}', {})).toThrow('{{a}}');
    expect(() => fillTemplate('<!--each:a-->x<!--/each:a-->', { a: 'x' })).toThrow('each:a');
    expect(() => takeApart('<html>', 'receipt')).toThrow('receipt.html');
  });
});
