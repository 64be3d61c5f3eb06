import { createHash } from 'node:crypto';
import { damaged, type Refusal, type Register, refusalFor } from './open-register.ts';

/**
 * Looks at every page, every reference and the bytes of every mail and letter: a second or two for each gigabyte. Done by
 * whoever is about to send. SQLite keeps no checksums: a bit that turns within a word of any other column is not seen.
 * @returns why nothing may be sent from it, or null
 */
export function whyDamaged(register: Register): Refusal | null {
  const file = register.name;
  try {
    const [first] = register.pragma('quick_check(1)') as { quick_check: string }[];
    if (first?.quick_check !== 'ok') return damaged(`Registeret ${file} er skadet (quick_check).`, file);
    const orphans = register.pragma('foreign_key_check') as unknown[];
    if (orphans.length > 0)
      return damaged(
        `Registeret ${file} er skadet: ${orphans.length} henvisninger går til rader som ikke finnes.`,
        file,
      );
    const changed = changedMessage(register);
    return changed === null
      ? null
      : damaged(`Registeret ${file} er skadet: melding ${changed} er ikke som da den ble lagret.`, file);
  } catch (error) {
    // Nothing but the tables themselves can make these questions fail: a name in the schema may be damaged.
    const isTorn = (error as { code?: unknown }).code === 'SQLITE_ERROR';
    const refusal = isTorn ? damaged(`Registeret ${file} er skadet.`, file) : refusalFor(error, file);
    if (refusal === null) throw error;
    return refusal;
  }
}

function changedMessage(register: Register): number | null {
  const rows = register
    .prepare('SELECT id, sha256, bytes FROM message JOIN message_bytes ON message_id = id')
    .iterate();
  for (const { id, sha256, bytes } of rows as Iterable<{ id: number; sha256: string; bytes: Uint8Array }>)
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) return id;
  return null;
}
