import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// The launcher is the first thing that runs at somebody's place, on whatever Node they have. It is tried on this Node,
// on this Node pretending to be 20, and on a real old one where the machine has it.

const project = fileURLToPath(new URL('../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'purrebot-launcher-'));
const pretend = join(folder, 'pretend-node-20.cjs');

const nodes: { name: string; node: string[] }[] = [
  { name: 'this Node', node: [process.execPath] },
  // Given as an option, not in NODE_OPTIONS: the Node that the launcher starts must not pretend.
  { name: 'a pretended Node 20', node: [process.execPath, '--require', pretend] },
  ...(process.env.PATH ?? '')
    .split(delimiter)
    .map(place => join(place, 'node'))
    .filter(node => existsSync(node) && napiOf(node) < 10)
    .map(node => ({ name: `the old Node ${node}`, node: [node] })),
];

function napiOf(node: string): number {
  return Number(spawnSync(node, ['-p', 'process.versions.napi'], { encoding: 'utf8' }).stdout);
}

/** A project of the launcher and a program of our own; the bundled Node is that of this project, or this very one. */
function layOut(name: string, files: Record<string, string>, bundled = true): string {
  const root = join(folder, name);
  cpSync(join(project, 'scripts/purrebot.cjs'), join(root, 'scripts/purrebot.cjs'));
  cpSync(join(project, 'scripts/on-node-24.cjs'), join(root, 'scripts/on-node-24.cjs'));
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  if (bundled) {
    // Under another name: the launcher does not start the Node that it is already running on.
    const bin = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, 'node'), `#!/bin/sh\nexec '${process.execPath}' "$@"\n`, { mode: 0o755 });
  }
  return join(root, 'scripts/purrebot.cjs');
}

function run(node: string[], launcher: string, ...args: string[]) {
  const [command, ...options] = node;
  return spawnSync(command!, [...options, launcher, ...args], { encoding: 'utf8' });
}

beforeAll(() => {
  writeFileSync(
    pretend,
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2', napi: '9' } });",
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TELL = 'console.log(JSON.stringify([process.versions.napi >= 10, process.argv.slice(2)]));';

describe.each(nodes)('on $name', ({ name, node }) => {
  test('runs the source on a Node that can, with the arguments as they were', () => {
    const launcher = layOut(`${name.replaceAll('/', '-')}-source`, {
      'src/main.ts': `const tell: () => void = () => { ${TELL} }; tell();`,
      'dist/main.js': 'console.log("left behind by an old build")',
    });
    const { stdout, stderr, status } = run(node, launcher, 'status', '--at', '2014-02-27', 'Åfjord og Bø');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([true, ['status', '--at', '2014-02-27', 'Åfjord og Bø']]);
    expect(status).toBe(0);
  });

  test('runs the compiled program where there is no source', () => {
    const launcher = layOut(`${name.replaceAll('/', '-')}-package`, { 'dist/main.js': TELL });
    expect(JSON.parse(run(node, launcher).stdout)).toEqual([true, []]);
  });

  test.each([3, 78])('ends with the exit code %i of the program', code => {
    const launcher = layOut(`${name.replaceAll('/', '-')}-${code}`, { 'src/main.ts': `process.exitCode = ${code};` });
    expect(run(node, launcher).status).toBe(code);
  });

  test('passes a stop on, so that the program can close in order', async () => {
    const launcher = layOut(`${name.replaceAll('/', '-')}-stop`, {
      'src/main.ts': `
        const waiting = setInterval(() => {}, 1000);
        process.on('SIGTERM', () => { clearInterval(waiting); console.log('closed'); process.exitCode = 5; });
        console.log('ready');`,
    });
    const [command, ...options] = node;
    const program = spawn(command!, [...options, launcher], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    program.stdout.on('data', data => {
      said += data;
      if (String(data).includes('ready')) program.kill('SIGTERM');
    });
    expect(await once(program, 'close')).toEqual([5, null]);
    expect(said).toBe('ready\nclosed\n');
  });
});

test('says in Norwegian what to do when there is no Node that can', () => {
  const launcher = layOut('alone', { 'src/main.ts': TELL }, false);
  const { stdout, stderr, status } = run([process.execPath, '--require', pretend], launcher);
  expect(stdout).toBe('');
  expect(stderr).toContain('purrebot trenger Node 22.18 eller nyere');
  expect(stderr).toContain('npm ci');
  expect(status).toBe(78);
});

describe('the package', () => {
  test('compiles, and finds its tables and templates from there', () => {
    const root = join(folder, 'compiled');
    layOut('compiled', {}, false);
    const tsc = spawnSync(
      process.execPath,
      ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck', '--outDir', join(root, 'dist')],
      { cwd: project, encoding: 'utf8' },
    );
    expect(tsc.stdout).toBe('');
    cpSync(join(project, 'db'), join(root, 'db'), { recursive: true });
    cpSync(join(project, 'package.json'), join(root, 'package.json'));
    cpSync(join(project, 'templates/compiled'), join(root, 'templates/compiled'), { recursive: true });
    symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));

    const launcher = join(root, 'scripts/purrebot.cjs');
    const help = run([process.execPath], launcher, '--help');
    expect(help.stderr).toBe('');
    expect(help.status).toBe(0);
    const init = run([process.execPath], launcher, 'init', '--data', join(folder, 'data'));
    expect(init.stderr).toContain('Registeret er klart');
    expect(init.status).toBe(0);
  });

  test('holds what the program needs to run, and neither source nor tests', () => {
    const packed = spawnSync('npm', ['pack', '--dry-run', '--json'], { cwd: project, encoding: 'utf8' });
    const [{ files }] = JSON.parse(packed.stdout) as [{ files: { path: string }[] }];
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['LICENSE', 'scripts/purrebot.cjs', 'scripts/on-node-24.cjs', 'db/municipalities.csv']),
    );
    expect(paths.filter(path => /^db\/\d+-.*\.sql$/.test(path)).length).toBeGreaterThan(0);
    expect(paths.filter(path => path.startsWith('templates/compiled/')).length).toBeGreaterThan(0);
    const others = paths.filter(path => !/^(dist|db|templates\/(?:compiled|web))\//.test(path));
    expect(
      others.filter(path => !/^(package\.json|LICENSE|README\.md|scripts\/(purrebot|on-node-24)\.cjs)$/.test(path)),
    ).toEqual([]);
  });
});
