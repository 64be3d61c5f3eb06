import { type Person, type PersonRole, ROLE_WORDS } from './person.ts';

/**
 * Reads the setting PEOPLE: «Eva L. Indreby <eva@ks.example> styrer; Kari Moen <kari@ks.example> avgjør».
 * @returns the people in the order written, or what is wrong with which entry, in Norwegian
 */
export function readPeople(written: string): { people: Person[] } | { faults: string[] } {
  const people: Person[] = [];
  const faults: string[] = [];
  for (const entry of written.split(/[;\n]/).map(one => one.trim())) {
    if (entry === '') continue;
    const found = /^([^<>]{1,200})<([^\s@<>,;:"()]{1,100}@[^\s@<>,;:"()]{1,200}\.[^\s@<>,;:"()]{1,60})>\s*(\S*)$/.exec(
      entry,
    );
    const role = found === null ? null : roleFrom(found[3]!);
    if (found === null || role === null) {
      faults.push(`ventet «Navn <adresse> ser», «avgjør» eller «styrer», fant «${entry}»`);
      continue;
    }
    const address = found[2]!.toLowerCase();
    if (people.some(one => one.address === address)) faults.push(`${address} står to ganger`);
    people.push({ name: found[1]!.trim(), address, role });
  }
  return faults.length > 0 ? { faults } : { people };
}

function roleFrom(word: string): PersonRole | null {
  const found = Object.entries(ROLE_WORDS).find(([, norwegian]) => norwegian === word.toLowerCase());
  return (found?.[0] as PersonRole | undefined) ?? null;
}
