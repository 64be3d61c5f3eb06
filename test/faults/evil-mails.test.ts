import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('F28, F29: mails of 50 MB, of 100,000 parts, without end and with a zip bomb leave the program small and awake', () => {
  const script = fileURLToPath(new URL('../worlds/evil-mails.ts', import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  const figures = JSON.parse(stdout.trim().split('\n').at(-1)!);
  process.stderr.write(`F28, F29: ${JSON.stringify(figures)}\n`);
  expect(figures).toMatchObject({ stored: 6, unread: 0 });
  expect(figures.memory).toBeLessThan(400);
  expect(figures.longest).toBeLessThan(1000);
}, 240_000);
