import { mkdtemp, readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Check, fail, ok, warn } from './check-finding.ts';

const MEGABYTE = 1024 * 1024;
const FAIL_BELOW = 500 * MEGABYTE;
const WARN_BELOW = 2048 * MEGABYTE;

/** The data folder and the outbox in it: may we write there? */
export async function folderChecks(dataFolder: string, outbox: string): Promise<Check[]> {
  const data = await whyNotWritable(dataFolder);
  if (data === 'ENOENT') {
    const cure = `Lag den med «purrebot --data ${dataFolder} init».`;
    return [
      warn('datamappe', `Datamappen ${dataFolder} finnes ikke ennå.`, cure),
      warn('utboks', `Utboksen ${outbox} finnes ikke ennå, siden datamappen ikke gjør det.`, cure),
    ];
  }
  const out = await whyNotWritable(outbox);
  return [
    writable('datamappe', 'Datamappen', dataFolder, data),
    out === 'ENOENT' && data === null
      ? ok('utboks', `Utboksen ${outbox} lages når det første brevet skrives.`)
      : writable('utboks', 'Utboksen', outbox, out),
  ];
}

function writable(name: string, what: string, folder: string, code: string | null): Check {
  if (code === null) return ok(name, `${what} ${folder} kan skrives i.`);
  const why: Record<string, [string, string]> = {
    ENOTDIR: [
      'er ingen mappe',
      'Det ligger en fil der mappen skulle vært: flytt den, eller velg en annen mappe med --data.',
    ],
    EACCES: ['kan ikke skrives i', 'Gi brukeren som kjører Purrebot, skrivetilgang til mappen.'],
    EPERM: ['kan ikke skrives i', 'Gi brukeren som kjører Purrebot, skrivetilgang til mappen.'],
    EROFS: [
      'ligger på en disk som bare kan leses',
      'Monter disken med skrivetilgang, eller velg en annen mappe med --data.',
    ],
    ENOSPC: ['ligger på en full disk', 'Frigjør plass; til da blir ingenting hentet eller sendt.'],
  };
  const [words, cure] = why[code] ?? [`kan ikke skrives i`, 'Sjekk mappen og disken den ligger på.'];
  return fail(name, `${what} ${folder} ${words} (${code}).`, cure);
}

/** Really writes something: rights alone do not show a full disk. @returns null, or the system's code */
async function whyNotWritable(folder: string): Promise<string | null> {
  let trial: string | null = null;
  try {
    trial = await mkdtemp(join(folder, '.purrebot-doctor-'));
    await writeFile(join(trial, 'prøve'), 'purrebot doctor');
    return null;
  } catch (error) {
    return systemCode(error);
  } finally {
    if (trial !== null) await rm(trial, { recursive: true, force: true });
  }
}

/** Looks at the disk of the folder, or of the nearest one above it that is there. */
export async function diskCheck(folder: string): Promise<Check> {
  let at = resolve(folder);
  for (;;) {
    try {
      const { bavail, bsize } = await statfs(at);
      return freeSpaceCheck(bavail * bsize);
    } catch (error) {
      const code = systemCode(error);
      if ((code !== 'ENOENT' && code !== 'ENOTDIR') || at === dirname(at))
        return warn(
          'diskplass',
          `Ledig plass for ${folder} kan ikke leses (${code}).`,
          'Sjekk disken for hånd («df -h»).',
        );
      at = dirname(at);
    }
  }
}

/** @param free bytes that we may still use */
export function freeSpaceCheck(free: number): Check {
  const size =
    free >= 1024 * MEGABYTE ? `${(free / 1024 / MEGABYTE).toFixed(1)} GB` : `${Math.floor(free / MEGABYTE)} MB`;
  const found = `${size.replace('.', ',')} ledig der dataene ligger.`;
  if (free < FAIL_BELOW)
    return fail('diskplass', `${found} Det er under 500 MB.`, 'Frigjør plass nå: på en full disk stopper alt.');
  if (free < WARN_BELOW) return warn('diskplass', `${found} Det er under 2 GB.`, 'Frigjør plass, eller gi disken mer.');
  return ok('diskplass', found);
}

/** MAIL_FOLDER, when it is set. */
export async function mailFolderCheck(folder: string): Promise<Check> {
  try {
    const names = await readdir(folder);
    const isMaildir = names.includes('new') && names.includes('cur');
    const mails = isMaildir
      ? (await Promise.all(['new', 'cur'].map(part => readdir(join(folder, part))))).flat()
      : names.filter(name => name.toLowerCase().endsWith('.eml'));
    return ok(
      'epostmappe',
      `${folder} kan leses: ${isMaildir ? 'en Maildir' : 'en mappe'} med ${mails.length} e-poster.`,
    );
  } catch (error) {
    const code = systemCode(error);
    const words = { ENOENT: 'finnes ikke', ENOTDIR: 'er ingen mappe' }[code] ?? 'kan ikke leses';
    return fail(
      'epostmappe',
      `MAIL_FOLDER: ${folder} ${words} (${code}).`,
      'Sett MAIL_FOLDER til en mappe med .eml-filer eller en Maildir, som brukeren som kjører Purrebot, kan lese.',
    );
  }
}

function systemCode(error: unknown): string {
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) throw error;
  return code;
}
