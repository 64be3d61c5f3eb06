import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('F28, F29: mails of 30 MB, of 100,000 parts, without end and with a zip bomb leave the program small and awake', () => {
  const folder = mkdtempSync(join(tmpdir(), 'purrebot-onde-'));
  const script = fileURLToPath(new URL('../worlds/evil-mails.ts', import.meta.url));
  const run = (what: string) => spawnSync(process.execPath, [script, what, folder], { encoding: 'utf8' });
  try {
    expect(run('make').stderr).toBe('');
    const { stdout, stderr, status } = run('read');
    expect(status, stderr).toBe(0);
    const figures = JSON.parse(stdout.trim().split('\n').at(-1)!);
    process.stderr.write(`F28, F29: ${JSON.stringify(figures)}\n`);
    expect(figures).toMatchObject({ stored: 6, unread: 0 });
    expect(figures.memory).toBeLessThan(400);
    // Of its own processor time; a busy machine makes that half as much again.
    expect(figures.longest).toBeLessThan(1500);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 240_000);
