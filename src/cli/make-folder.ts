import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Explained } from './door.ts';

/**
 * Makes a folder and those above it; one that is there is kept.
 * Danger: Node's own recursive mkdir never ends on a file system that answers «no such folder» for every new one (/proc).
 * @param mode as for mkdir · throws Explained
 */
export function makeFolder(folder: string, mode?: number): void {
  const codeOf = (path: string): string | null => {
    try {
      mkdirSync(path, { mode });
      return null;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code ?? 'ukjent feil';
    }
  };
  const path = resolve(folder);
  const first = codeOf(path);
  if (first === null || first === 'EEXIST') return;
  if (first === 'ENOENT' && dirname(path) !== path) {
    makeFolder(dirname(path), mode);
    const again = codeOf(path);
    if (again === null || again === 'EEXIST') return;
  }
  throw new Explained(`Mappen ${folder} kan ikke lages (${first}). Oppgi en mappe du kan skrive i.`, 2);
}
