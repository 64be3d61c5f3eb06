import Database from 'better-sqlite3';
import { loadMunicipalitiesOfNorway } from '../../src/register/municipalities.ts';
import { openRegister, type Register } from '../../src/register/open-register.ts';

/** The register with Norway's municipalities, as SQLite would write it: loading them anew takes half a second a test. */
let ofNorway: Buffer | null = null;

/** An empty register in memory; with Norway's municipalities when asked for. */
export function emptyRegister({ norway = false }: { norway?: boolean } = {}): Register {
  if (norway && ofNorway !== null) return copyOf(ofNorway);
  const opened = openRegister(':memory:');
  if ('refused' in opened) throw new Error(opened.refused);
  if (norway) {
    loadMunicipalitiesOfNorway(opened.register);
    ofNorway = opened.register.serialize();
  }
  return opened.register;
}

/** What `openRegister` sets for a connection is no part of the bytes. */
function copyOf(bytes: Buffer): Register {
  const register = new Database(bytes);
  register.pragma('synchronous = FULL');
  register.pragma('foreign_keys = ON');
  register.pragma('trusted_schema = OFF');
  return register;
}
