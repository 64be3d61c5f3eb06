import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The environment in which a whole program's clock begins at a moment and runs on from there (libfaketime). Its timers
 * are left alone: what waits five seconds waits five seconds.
 * @param moment UTC, `2013-11-28 08:37:00`
 */
export function turnedClock(moment: string): Record<string, string> {
  const library = readdirSync('/usr/lib')
    .map(name => join('/usr/lib', name, 'faketime', 'libfaketime.so.1'))
    .find(file => existsSync(file));
  if (library === undefined) throw new Error('libfaketime is not there: npm test installs it on Debian as root');
  return { LD_PRELOAD: library, FAKETIME: `@${moment}`, FAKETIME_DONT_FAKE_MONOTONIC: '1', TZ: 'UTC' };
}
