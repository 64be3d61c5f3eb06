import { addSeconds } from '../../rules/calendar/oslo-time.ts';
import type { SignedIn } from '../guard/signed-in.ts';
import type { WebWorld } from '../web-world.ts';

export interface UploadedFile {
  /** The form's field it came in. */
  field: string;
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
  // The oldest go first; never the one that came just now.
  for (const other of all.keys()) {
    if (bytesOf(all.values()) <= MOST_BYTES || other === key) break;
    all.delete(other);
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

/** The files of a form's field, none for one that was left empty; a name is never a path. */
export async function filesIn(form: Record<string, unknown>, field: string): Promise<UploadedFile[]> {
  const files = [form[field]].flat().filter(one => one instanceof File && (one.size > 0 || one.name !== '')) as File[];
  return Promise.all(
    files.map(async file => ({
      field,
      name: (file.name.normalize('NFC').split(/[/\\]/).at(-1) ?? '').slice(0, 150) || 'uten navn',
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}

/** A file that stands in several proposals is there once. */
function bytesOf(uploads: Iterable<Upload>): number {
  const all = new Set([...uploads].flatMap(one => one.files.map(file => file.bytes)));
  return [...all].reduce((sum, bytes) => sum + bytes.byteLength, 0);
}
