import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { instantFrom } from '../rules/calendar/oslo-time.ts';
import { arrivalTime, HEAD_SIZE } from './arrival-time.ts';
import { headersAlone, LARGEST_MAIL, type Mailbox, type MailItem } from './mailbox.ts';

/**
 * A folder of .eml files, or a Maildir (new/ and cur/), as a mailbox. The position is only a count: the names already
 * stored decide, since a file may be put there later with an older name.
 * @param isVisible lets the demo show a mail only when its day has come
 */
export function mailFolder(
  folder: string,
  now: () => Instant,
  isVisible: (arrivedAt: Instant) => boolean = () => true,
): Mailbox {
  // Files that are waiting for their day are met again at every look; their headers do not change.
  const arrivals = new Map<string, Instant>();
  return {
    name: resolve(folder),
    async *mailsAfter(position, isKnown) {
      let count = Number(position ?? '0');
      const found: { item: string; path: string; arrivedAt: Instant; size: number }[] = [];
      for (const { name, path, isMaildir } of await listItems(folder)) {
        const { mtimeMs, size } = await stat(path);
        const key = keyOf(name, mtimeMs, size);
        const item = isMaildir ? name : key;
        if (isKnown(item)) continue;
        const arrivedAt = arrivals.get(key) ?? arrivalTime(await headOf(path), instantFrom(Math.floor(mtimeMs)), now());
        if (!isVisible(arrivedAt)) arrivals.set(key, arrivedAt);
        else found.push({ item, path, size, arrivedAt });
      }
      found.sort((a, b) => (a.arrivedAt === b.arrivedAt ? compare(a.item, b.item) : compare(a.arrivedAt, b.arrivedAt)));
      for (const { item, path, arrivedAt, size } of found) {
        count += 1;
        yield { item, position: String(count), arrivedAt, content: await contentOf(path, size) };
      }
    },
    async itemsSince() {
      const items = (await listItems(folder)).map(async ({ name, path, isMaildir }) => {
        const { mtimeMs, size } = await stat(path);
        return isMaildir ? name : keyOf(name, mtimeMs, size);
      });
      return { items: await Promise.all(items), numbering: '' };
    },
  };
}

/** A file name may be used again for another mail; a Maildir's never is. */
function keyOf(name: string, mtimeMs: number, size: number): string {
  return `${name} ${mtimeMs} ${size}`;
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD_SIZE), 0, HEAD_SIZE, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function contentOf(path: string, size: number): Promise<MailItem['content']> {
  if (size <= LARGEST_MAIL) return { bytes: await readFile(path), problem: null };
  return headersAlone(await headOf(path), size);
}

interface Listed {
  name: string;
  path: string;
  isMaildir: boolean;
}

/** .eml files of the folder itself; in a Maildir the files of new/ and cur/, known by the name before its flags. */
async function listItems(folder: string): Promise<Listed[]> {
  const names = await readdir(folder, { withFileTypes: true });
  const isMaildir = names.some(one => one.isDirectory() && one.name === 'new') && names.some(one => one.name === 'cur');
  if (!isMaildir) {
    return names
      .filter(one => one.isFile() && one.name.toLowerCase().endsWith('.eml'))
      .map(one => ({ name: one.name, path: join(folder, one.name), isMaildir: false }));
  }
  const items: Listed[] = [];
  for (const part of ['new', 'cur']) {
    for (const one of await readdir(join(folder, part), { withFileTypes: true })) {
      if (one.isFile() && !one.name.startsWith('.')) {
        items.push({
          name: one.name.replace(/:2,[A-Za-z]*$/, ''),
          path: join(folder, part, one.name),
          isMaildir: true,
        });
      }
    }
  }
  return items;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
