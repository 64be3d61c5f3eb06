import { statfs } from 'node:fs/promises';

/** Bytes that we may still use on the disk of a folder; null when nobody can tell. */
export async function freeSpace(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
