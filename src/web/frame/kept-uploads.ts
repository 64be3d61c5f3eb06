import { addSeconds } from '../../rules/calendar/oslo-time.ts';
import type { SignedIn } from '../guard/signed-in.ts';
import type { WebWorld } from '../web-world.ts';

export interface UploadedFile {
  name: string;
  bytes: Uint8Array;
}

/** What somebody sent and has not taken in yet. */
interface Upload {
  address: string;
  at: string;
  files: readonly UploadedFile[];
  /** Where her next click on the same page leads: it was taken in already. */
  done: string | null;
}

/** Seconds, and bytes of all uploads together: they wait in memory, since looking at a proposal stores nothing. */
const LONGEST = 2 * 3600;
const MOST_BYTES = 40 * 1024 * 1024;

const byWorld = new WeakMap<WebWorld, Map<string, Upload>>();

/** Keeps files until they are taken in. @returns the key that her next form names */
export function keepUpload(world: WebWorld, person: SignedIn, files: readonly UploadedFile[]): string {
  const all = byWorld.get(world) ?? new Map<string, Upload>();
  byWorld.set(world, all);
  const now = world.now();
  const key = world.newSecret();
  all.set(key, { address: person.address, at: now, files, done: null });
  for (const [other, one] of all) if (one.at < addSeconds(now, -LONGEST)) all.delete(other);
  let bytes = [...all.values()].reduce((sum, one) => sum + size(one), 0);
  // The oldest go first; never the one that came just now.
  for (const [other, one] of all) {
    if (bytes <= MOST_BYTES || other === key) break;
    all.delete(other);
    bytes -= size(one);
  }
  return key;
}

/** Hers alone; null when it was never hers, waited too long, or the program was started anew. */
export function uploadOf(world: WebWorld, person: SignedIn, key: string): Readonly<Upload> | null {
  const found = byWorld.get(world)?.get(key);
  return found === undefined || found.address !== person.address ? null : found;
}

/** The files were taken in and are forgotten; a second click leads to the same place. */
export function uploadTakenIn(world: WebWorld, key: string, href: string): void {
  const found = byWorld.get(world)?.get(key);
  if (found !== undefined) byWorld.get(world)!.set(key, { ...found, files: [], done: href });
}

/** The files of a form's field, empty ones left out; a name is never a path. */
export async function filesIn(field: unknown): Promise<UploadedFile[]> {
  const files = [field].flat().filter(one => one instanceof File && (one.size > 0 || one.name !== '')) as File[];
  return Promise.all(
    files.map(async file => ({
      name: (file.name.normalize('NFC').split(/[/\\]/).at(-1) ?? '').slice(0, 150) || 'uten navn',
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}

function size({ files }: Upload): number {
  return files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
}
