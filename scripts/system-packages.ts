import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What the tests need of the system beside Node: one line each. */
export const SYSTEM_PACKAGES: SystemPackage[] = [
  { command: 'dovecot', debian: ['dovecot-imapd'], suite: 'mail-server', why: 'a real IMAP server' },
  { command: 'openssl', debian: ['openssl'], suite: 'mail-server', why: 'certificates of its own' },
  { command: 'faketime', debian: ['faketime'], suite: 'mail-server', why: 'a clock to turn for the whole program' },
  { command: 'chromium', debian: ['chromium', 'fonts-liberation'], suite: 'browser', why: 'a real browser' },
];

export interface SystemPackage {
  command: string;
  debian: string[];
  /** The vitest project that cannot run without it. */
  suite: string;
  why: string;
}

/** Asked by maintainer scripts before they start a service; 101 = never. */
const POLICY = '/usr/sbin/policy-rc.d';

export function onPath(command: string): string | null {
  // Daemons lie in sbin, which is not on everybody's PATH.
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  for (const file of folders.filter(Boolean).map(folder => join(folder, command))) {
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

export function missingPackages(): SystemPackage[] {
  return missingOf(SYSTEM_PACKAGES);
}

/** On Debian as root installs what the tests miss; elsewhere does nothing. Returns what is missing afterwards. */
export function installMissingPackages(): SystemPackage[] {
  return installMissing(SYSTEM_PACKAGES, console.log);
}

type Needed = Pick<SystemPackage, 'command' | 'debian'>;

function missingOf<T extends Needed>(packages: readonly T[]): T[] {
  return packages.filter(({ command }) => onPath(command) === null);
}

/** The same for any list of packages; `tell` says what is being installed. */
export function installMissing<T extends Needed>(packages: readonly T[], tell: (text: string) => void): T[] {
  const missing = missingOf(packages);
  const isRootOnDebian = existsSync('/etc/debian_version') && process.getuid?.() === 0 && onPath('apt-get');
  if (missing.length === 0 || !isRootOnDebian) return missing;

  const names = missing.flatMap(({ debian }) => debian);
  tell(`Installing ${names.join(', ')} with apt-get.`);
  // A mail server that a test starts for itself must not also be started by its package.
  const ownPolicy = !existsSync(POLICY);
  try {
    if (ownPolicy) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
    if (aptGet('update')) aptGet('install', '--yes', '--no-install-recommends', ...names);
  } finally {
    if (ownPolicy) rmSync(POLICY, { force: true });
  }
  return missingOf(packages);
}

function aptGet(...args: string[]): boolean {
  const { status, stdout, stderr, error } = spawnSync('apt-get', ['-q', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 5 * 60_000,
  });
  if (status !== 0) console.error(`apt-get ${args.join(' ')} failed:\n${stdout}\n${stderr}\n${error ?? ''}`);
  return status === 0;
}
