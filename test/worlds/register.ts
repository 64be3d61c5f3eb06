import { loadMunicipalitiesOfNorway } from '../../src/register/municipalities.ts';
import { openRegister, type Register } from '../../src/register/open-register.ts';

/** An empty register in memory; with Norway's municipalities when asked for. */
export function emptyRegister({ norway = false }: { norway?: boolean } = {}): Register {
  const opened = openRegister(':memory:');
  if ('refused' in opened) throw new Error(opened.refused);
  if (norway) loadMunicipalitiesOfNorway(opened.register);
  return opened.register;
}
