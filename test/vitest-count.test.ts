import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { countTests } from '../scripts/vitest-count.ts';

// The last line of `npm test` is read by whoever did not read the rest: it must never say «0 failed» after a failure.

const folder = mkdtempSync(join(tmpdir(), 'purrebot-count-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function count(exitCode: number, ...files: { status: string; tests: string[] }[]) {
  const report = join(folder, 'report.json');
  const testResults = files.map(({ status, tests }) => ({
    name: 'x.test.ts',
    status,
    assertionResults: tests.map(test => ({ status: test })),
  }));
  writeFileSync(report, JSON.stringify({ success: exitCode === 0, testResults }));
  return countTests(report, exitCode);
}

test('counts what passed, failed and was skipped or left to do', () => {
  const files = [
    { status: 'passed', tests: ['passed', 'pending', 'todo'] },
    { status: 'failed', tests: ['passed', 'failed', 'skipped'] },
  ];
  expect(count(1, ...files)).toEqual({ passed: 2, failed: 1, skipped: 3 });
});

test('counts a file that could not be loaded as a failure', () => {
  expect(count(1, { status: 'failed', tests: [] })).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('counts a run that ended badly without saying where as a failure', () => {
  expect(count(1, { status: 'passed', tests: ['passed'] })).toEqual({ passed: 1, failed: 1, skipped: 0 });
  expect(countTests(join(folder, 'never-written.json'), 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
