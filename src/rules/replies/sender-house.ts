import type { KnownIndex } from './known-index.ts';

/** What an address alone tells of its owner. Names as in the register. */
export interface SenderHouse {
  /** The one whose address or own domain it is; null for strangers, and where the mail itself must say which. */
  owner: string | null;
  /** All that have this address or domain: several for a shared office, none for strangers. */
  possible: readonly string[];
  /** Those that took over the municipality whose domain it was. */
  successors: readonly string[];
  /** The municipality that a domain unknown to the register is named after: «roan-kommune.example». */
  namedAfter: string | null;
}

/** RFC 5321 § 4.5.3.1. */
const LONGEST = 320;

const STRANGER: SenderHouse = { owner: null, possible: [], successors: [], namedAfter: null };

/**
 * By an address that the register knows, else by mail domain or one above it. Where several share a domain, the one that
 * it is named after owns it (a neighbour's contact may sit in its town hall); else nobody does.
 */
export function houseOf(address: string, index: KnownIndex): SenderHouse {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  if (address === '' || domain === '' || address.length > LONGEST) return STRANGER;
  const known = index.byAddress.get(address) ?? [];
  const atHome = byDomain(domain, index.byDomain);
  const home = atHome.length > 1 ? namesake(domain, atHome, index) : (atHome[0] ?? null);
  const [contactOf, ...others] = known;
  if (contactOf !== undefined) {
    // Danger: a neighbour's case worker who is the contact of one may still write for the other.
    const isCertain = others.length === 0 && (home === null || home === contactOf);
    const possible = home === null ? known : [...new Set([...known, home])];
    return { ...STRANGER, owner: isCertain ? contactOf : null, possible };
  }
  if (atHome.length > 0) return { ...STRANGER, owner: home, possible: atHome };
  const successors = byDomain(domain, index.byFormerDomain);
  return { ...STRANGER, successors, namedAfter: namedAfter(domain, index) };
}

/** The most specific domain that anybody has: `post.hitra.kommune.no`, then `hitra.kommune.no`, `kommune.no`. */
function byDomain(domain: string, owners: ReadonlyMap<string, readonly string[]>): readonly string[] {
  for (let rest = domain; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
    const found = owners.get(rest);
    if (found !== undefined) return found;
  }
  return [];
}

function namesake(domain: string, among: readonly string[], index: KnownIndex): string | null {
  const called = labelsOf(domain).flatMap(label => index.byLabel.get(label) ?? []);
  const found = [...new Set(called)].filter(name => among.includes(name));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** «midtre-gauldal.kommune.no», «roan-kommune.no»: only where the domain says that it is a municipality's. */
function namedAfter(domain: string, index: KnownIndex): string | null {
  const labels = domain.split('.');
  const at = labels.findIndex(label => /^(?:kommune|herad|suohkan|tjielte)$/.test(label));
  const label = at > 0 ? labels[at - 1] : labels.find(one => /.-?kommune$/.test(one))?.replace(/-?kommune$/, '');
  const found = index.byLabel.get((label ?? '').replaceAll('-', '')) ?? [];
  return found.length === 1 ? (found[0] ?? null) : null;
}

function labelsOf(domain: string): string[] {
  return domain.split('.').map(label => label.replaceAll('-', ''));
}
