import { fold } from './fold.ts';

/** Several times the municipalities of Norway. */
const REMEMBERED = 2000;

const names = new Map<string, string>();

/** `fold` of a name of the register: all of them are looked for in every mail. */
export function foldedName(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  const folded = fold(name);
  if (names.size >= REMEMBERED) names.clear();
  names.set(name, folded);
  return folded;
}
