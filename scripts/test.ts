/**
 * `npm test`: types, lint, compiled templates, then every test. `npm test -- FILTER` runs the tests whose path has FILTER.
 * A failure does not hide those after it; the last line is the count.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installMissingPackages } from './system-packages.ts';
import { type Count, countTests } from './vitest-count.ts';

const project = fileURLToPath(new URL('../', import.meta.url));
const inCi = process.env.CI === 'true';
const filter = process.argv.slice(2);
const reports = mkdtempSync(join(tmpdir(), 'purrebot-test-'));

/** No step takes minutes: one that does hangs, and says nothing to whoever waits. */
const STEP_TIMEOUT_MS = 8 * 60_000;

const CHECKS: { name: string; program: string; args: string[] }[] = [
  { name: 'types', program: 'node_modules/typescript/bin/tsc', args: ['--noEmit'] },
  {
    name: 'lint',
    program: 'node_modules/@biomejs/biome/bin/biome',
    args: ['check', '--diagnostic-level=warn', '--error-on-warnings', '.'],
  },
  { name: 'templates', program: 'scripts/compile-templates.ts', args: ['--check'] },
];
/** Files at a time. Left to itself the runner takes one less than the cores: on two it would leave one idle. */
const WORKERS = 2;
/** The projects of test/vitest.config.ts, those together that mostly wait for a server. */
const RUNS = [['node'], ['mail-server', 'browser']];

const total: Count = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];

try {
  if (filter.length === 0) {
    for (const { name, program, args } of CHECKS) {
      if (!existsSync(join(project, program))) continue;
      await step(name, async () => {
        const ok = (await node(program, args)) === 0;
        if (!ok) total.failed++;
        return ok;
      });
    }
  }
  const missing = installMissingPackages();
  for (const { suite, debian, why } of missing) {
    console.log(
      `\nSKIPPED ${suite}: needs ${why}; install ${debian.join(' and ')} (on Debian as root this is done for you).`,
    );
    total.skipped++;
  }
  const runnable = RUNS.map(suites => suites.filter(suite => !missing.some(lack => lack.suite === suite))).filter(
    suites => suites.length > 0,
  );
  // With a filter one run over all suites: a filter that names one of them finds nothing in the others.
  for (const suites of filter.length > 0 ? [runnable.flat()] : runnable) {
    await step(`tests: ${suites.join(', ')}`, () => runTests(suites));
  }
} finally {
  rmSync(reports, { recursive: true, force: true });
}

if (inCi && total.skipped > 0) failures.push(`${total.skipped} skipped, which CI does not allow`);
console.log(
  failures.length > 0
    ? `\nFAILED: ${failures.join('; ')}`
    : `\nEverything ${total.skipped > 0 ? 'that ran ' : ''}passed.`,
);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = failures.length > 0 ? 1 : 0;

async function step(name: string, run: () => Promise<boolean>): Promise<void> {
  console.log(`\n== ${name}`);
  const startedAt = performance.now();
  const ok = await run();
  console.log(`== ${name}: ${ok ? 'ok' : 'FAILED'}, ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  if (!ok) failures.push(name);
}

async function runTests(suites: string[]): Promise<boolean> {
  const report = join(reports, `${suites.join('-')}.json`);
  const exitCode = await node('node_modules/vitest/vitest.mjs', [
    'run',
    '--config=test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    `--maxWorkers=${WORKERS}`,
    ...suites.map(suite => `--project=${suite}`),
    ...filter,
  ]);
  const count = countTests(report, exitCode);
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  return exitCode === 0;
}

/** Runs a program of the project on this very Node, which is also what it finds when it looks for `node`. */
function node(program: string, args: string[]): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const child = spawn(process.execPath, [program, ...args], {
    cwd: project,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: dirname(process.execPath) + delimiter + process.env.PATH },
    timeout: STEP_TIMEOUT_MS,
  });
  child.on('error', error => {
    console.error(error);
    resolve(1);
  });
  child.on('exit', (code, signal) => {
    if (signal) console.error(`${program} was stopped by ${signal} (at most ${STEP_TIMEOUT_MS / 60_000} minutes)`);
    resolve(code ?? 1);
  });
  return promise;
}
