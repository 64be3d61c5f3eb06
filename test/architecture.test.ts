import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SQL_OUTSIDE } from './architecture/arrows.ts';
import { faultsIn, type SourceTree } from './architecture/faults.ts';

const project = new URL('../', import.meta.url);

function filesIn(folder: string, pattern: string): SourceTree {
  const cwd = new URL(folder, project);
  const paths = globSync(pattern, { cwd }).map(path => path.replaceAll('\\', '/'));
  return Object.fromEntries(paths.sort().map(path => [path, readFileSync(new URL(path, cwd), 'utf8')]));
}

describe('the house', () => {
  test('keeps to its arrows', () => {
    expect(faultsIn(filesIn('src/', '**/*.ts'))).toEqual([]);
  });

  test('is written in .ts alone, so that nothing goes unread', () => {
    expect(Object.keys(filesIn('src/', '**/*.{js,mjs,cjs,jsx,tsx,mts,cts}'))).toEqual([]);
  });

  test('has no clock and no chance in the tables', () => {
    const withClock = Object.entries(filesIn('db/', '**/*.sql')).filter(([, sql]) =>
      SQL_OUTSIDE.test(sql.replace(/--.*$/gm, '')),
    );
    expect(withClock.map(([path]) => path)).toEqual([]);
  });
});

describe('the reader of the house', () => {
  const at = (path: string, text: string) => faultsIn({ [path]: text }).map(fault => fault.slice(path.length + 1));

  test.each([
    ['rules/x.ts', "import { readFileSync } from 'node:fs';", 'rules may not import node:fs'],
    ['rules/x.ts', "import type { Stats } from 'fs';", 'rules may not import fs'],
    ['rules/x.ts', "import { z } from 'zod';", 'rules may not import zod'],
    ['rules/x.ts', "import { projectFolder } from '../project-folder.ts';", 'may not import project-folder.ts'],
    ['rules/a/x.ts', "export type { Row } from '../../register/rows.ts';", 'rules may not import register'],
    ['register/x.ts', "import { sendMail } from '../mail-out/send-mail.ts';", 'register may not import mail-out'],
    ['register/x.ts', "import type { Mail } from '../mail-out/mail.ts';", 'register may not import mail-out'],
    ['mail-in/x.ts', "export * from '../register/outbox.ts';", 'mail-in may not import register'],
    ['mail-in/x.ts', "const x = await import('../mail-out/x.ts');", 'mail-in may not import mail-out'],
    ['mail-out/x.ts', "let x: import('../mail-in/x.ts').Mail;", 'mail-out may not import mail-in'],
    ['jobs/x.ts', "import { x } from '../cli/x.ts';", 'jobs may not import cli'],
    ['jobs/x.ts', 'const x = await import(name);', 'an import whose name is not written out'],
    ['worker/x.ts', "import { x } from '../register/x.ts';", 'worker may not import register'],
    ['web/x.ts', "import { x } from '../mail-out/x.ts';", 'web may not import mail-out'],
    ['web/x.ts', "import { x } from '../main.ts';", 'web may not import main.ts'],
    ['cli/x.ts', "import { x } from '../../scripts/x.ts';", 'which is not in src'],
    ['cli/x.ts', "import Database from 'better-sqlite3';", 'better-sqlite3 belongs to register/'],
    ['mail-out/x.ts', "import mjml2html from 'mjml';", 'mjml is never loaded'],
    ['mail-out/x.ts', "import x from 'mjml/lib/index.js';", 'never loaded'],
  ])('sees in %s that %s', (path, text, fault) => {
    expect(at(path, text)).toEqual([expect.stringContaining(fault)]);
  });

  test.each([
    'const t = Date.now();',
    'const t = new Date();',
    'const t = new Date;',
    'const t = new globalThis.Date();',
    "const t = Date['now']();",
    'const t = Date();',
    'const { now } = Date;',
    'export const read = (clock = Date.now) => clock();',
    'const t = `${new Date().toISOString()}`;',
    'const t = Temporal.Now.instant();',
    'const t = performance.now();',
    'const t = process.env.TZ;',
    'const { env } = process;',
    'const r = Math.random();',
    "import { randomUUID } from 'node:crypto';",
    "import * as c from 'node:crypto'; const r = c.randomBytes(8);",
    "db.prepare('SELECT 1 WHERE t < CURRENT_TIMESTAMP');",
    "db.prepare(`select datetime('now')`);",
  ])('sees the clock, the environment and chance below the doors: %s', text => {
    expect(at('register/x.ts', text)).toEqual([expect.stringContaining('below the doors')]);
    expect(at('jobs/x.ts', text)).toContainEqual(expect.stringContaining('below the doors'));
    if (!text.startsWith('db.')) expect(at('cli/x.ts', text)).toEqual([]);
  });

  test.each([
    'const t = new Date(text);',
    'const t = Date.parse(text); const u = Date.UTC(2014, 1, 27);',
    '// Date.now() and new Date() are for the doors',
    '/* new Date() */ const t = 1;',
    "const t = 'call Date.now() or new Date()';",
    'const t = `Math.random() is chance`;',
    'const t = /new Date()/.exec(text);',
    'const t = text.now; const env = settings.env;',
    "import { createHash } from 'node:crypto'; createHash('sha256');",
    "const s = 'Select the municipalities below';",
  ])('does not mind %s', text => {
    expect(at('jobs/x.ts', text)).toEqual([]);
  });

  test.each([
    ["register.prepare('x');", '.prepare('],
    ["db.exec('x');", '.exec('],
    ["db.pragma('x');", '.pragma('],
    ["const s = 'SELECT id FROM letter';", 'SQL'],
    ['const s = `\n  update letter set state = 1`;', 'SQL'],
    ["const s = 'INSERT OR IGNORE INTO message VALUES (1)';", 'SQL'],
  ])('sees SQL outside the register: %s', (text, fault) => {
    expect(at('jobs/x.ts', text)).toEqual([expect.stringContaining(`${fault} outside register/`)]);
    expect(at('register/x.ts', text)).toEqual([]);
  });

  test('sees long files, drawers and rooms that are not there', () => {
    const long = 'const x = 1;\n'.repeat(351);
    expect(at('rules/x.ts', long)).toEqual([expect.stringContaining('351 lines')]);
    expect(at('rules/text/decision-words.ts', long)).toEqual([]);
    expect(at('rules/x.ts', 'const x = 1;\n'.repeat(350))).toEqual([]);
    expect(at('web/utils.ts', '')).toEqual([expect.stringContaining('drawer')]);
    expect(at('web/helpers/form.ts', '')).toEqual([expect.stringContaining('drawer')]);
    expect(at('rules/index.ts', '')).toEqual([expect.stringContaining('drawer')]);
    expect(at('services/x.ts', '')).toEqual([expect.stringContaining('not a room')]);
    expect(at('mailer.ts', '')).toEqual([expect.stringContaining('no room')]);
  });

  test('lets through what the arrows allow, and names file and line of what they do not', () => {
    expect(
      faultsIn({
        'main.ts': "import { x } from './cli/cli.ts';\nconst now = () => new Date();",
        'cli/cli.ts': "import { x } from '../jobs/x.ts';\nimport { y } from '../register/y.ts';",
        'jobs/x.ts': "import { x } from '../mail-in/x.ts';\n\nexport const t = Date.now();",
        'register/y.ts': "import { projectFolder } from '../project-folder.ts';",
        'rules/z.ts': "import { Temporal } from 'temporal-polyfill';\nimport { a } from './a/a.ts';",
      }),
    ).toEqual(['jobs/x.ts:3: Date.now below the doors: take the value as an argument']);
  });
});
