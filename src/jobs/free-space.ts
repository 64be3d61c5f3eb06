import { statfsSync } from 'node:fs';

/** Bytes that we may still use on the disk of a folder; null when nobody can tell. */
export function freeSpace(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
