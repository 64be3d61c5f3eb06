import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { osloStamp } from '../rules/calendar/oslo-time.ts';
import type { OutgoingMail, SendResult, Transport } from './transport.ts';

/**
 * Every letter as a file, when nothing may leave: `2014-03-17-093350-last-hitra.eml`, with its HTML beside it. Sending
 * the same mail again writes nothing; another mail of the same name gets a name of its own.
 */
export function fileTransport(folder: string): Transport {
  return { send: mail => write(folder, mail) };
}

async function write(folder: string, mail: OutgoingMail): Promise<SendResult> {
  try {
    await mkdir(folder, { recursive: true });
    const name = await freeName(folder, mail);
    // The mail last: a file that ends in .eml is a whole letter with its preview.
    await writeWhole(folder, `${name}.html`, Buffer.from(mail.html, 'utf8'));
    await writeWhole(folder, `${name}.eml`, mail.bytes);
    const file = join(folder, `${name}.eml`);
    return { sent: true, file, response: `Skrevet til ${file}` };
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    // A full disk or a folder without access can be put right, so it is always worth another attempt.
    return {
      sent: false,
      of: 'server',
      failed: code,
      temporary: true,
      why: `Kunne ikke skrive til ${folder} (${code}).`,
    };
  }
}

async function freeName(folder: string, mail: OutgoingMail): Promise<string> {
  const name = [osloStamp(mail.datedAt), mail.kind, slug(mail.label)].filter(Boolean).join('-');
  const taken = await readFile(join(folder, `${name}.eml`)).catch(missing);
  if (taken === null || taken.equals(mail.bytes)) return name;
  return `${name}-${createHash('sha256').update(mail.messageId).digest('hex').slice(0, 8)}`;
}

/** Temporary file, fsync, rename: a crash leaves no half letter under a letter's name. */
async function writeWhole(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(folder, `.${name}.part`);
  try {
    const file = await open(temporary, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, join(folder, name));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** «Åfjord» → `aafjord`, nothing that a file system or a shell could take for something else. */
function slug(label: string): string {
  const letters: Record<string, string> = { æ: 'ae', ø: 'oe', å: 'aa' };
  return label
    .toLowerCase()
    .replace(/[æøå]/g, letter => letters[letter]!)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}

function missing(error: unknown): null {
  if (systemCode(error) === 'ENOENT') return null;
  throw error;
}

function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
