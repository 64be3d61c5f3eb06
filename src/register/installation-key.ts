import { kept, keptPluck } from './kept-statement.ts';
import type { Register } from './open-register.ts';

/**
 * What we seal for ourselves nobody else can write. It is given once, by whoever sends first, and goes along in backups.
 * @returns 32 bytes; null in a register from which nothing was ever sent
 */
export function installationKey(register: Register): Uint8Array | null {
  return (keptPluck(register, 'SELECT key FROM installation_key').get() as Uint8Array | undefined) ?? null;
}

/** @param key 32 random bytes, of no use when there is one already */
export function giveInstallationKey(register: Register, key: Uint8Array): void {
  kept(register, 'INSERT INTO installation_key (id, key) VALUES (1, ?) ON CONFLICT DO NOTHING').run(key);
}
