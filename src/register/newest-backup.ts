import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Where `purrebot backup` puts copies that nobody names a place for, in the data folder. */
export const BACKUP_FOLDER = 'backup';

/** @returns path of the newest copy in the data folder; null = none lies there, which says nothing of other places */
export function newestBackup(dataFolder: string): string | null {
  const folder = join(dataFolder, BACKUP_FOLDER);
  try {
    const copies = readdirSync(folder)
      .filter(name => name.endsWith('.sqlite'))
      .map(name => join(folder, name))
      .map(file => ({ file, ...statSync(file) }))
      .filter(({ size }) => size > 0)
      .sort((a, b) => b.mtimeMs - a.mtimeMs);
    return copies[0]?.file ?? null;
  } catch {
    return null;
  }
}
