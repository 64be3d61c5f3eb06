import { asciiNames } from '../municipality/ascii-names.ts';
import { type NameBook, nameBook } from '../municipality/name-book.ts';
import { remembered } from '../remembered.ts';
import type { KnownAddressee } from './known.ts';

/** A case: which municipality, and in which request. */
export interface KnownCase {
  name: string;
  campaign: string;
}

/** The addressees by everything that a mail may show of them. Values are register names, or cases of theirs. */
export interface KnownIndex {
  names: NameBook;
  /** By the name as a domain writes it: «midtregauldal», «klabu». */
  byLabel: Groups<string>;
  /** By mail domain, and by a domain of a municipality that they have taken over. */
  byDomain: Groups<string>;
  byFormerDomain: Groups<string>;
  byAddress: Groups<string>;
  /** By municipality number; counties have two digits. */
  byNumber: Groups<string>;
  /** By token, in capitals. Their own case numbers are not here: with many mails comes a new one. */
  byToken: Groups<KnownCase>;
}

type Groups<Value> = ReadonlyMap<string, readonly Value[]>;

const made = new WeakMap<readonly KnownAddressee[], KnownIndex>();

/** Made once a list of addressees, not once a mail: whoever gathers the list must keep it for many mails. */
export function knownIndex(addressees: readonly KnownAddressee[]): KnownIndex {
  const there = made.get(addressees);
  if (there !== undefined) return there;
  const index = indexOf(addressees);
  made.set(addressees, index);
  return index;
}

function indexOf(addressees: readonly KnownAddressee[]): KnownIndex {
  const byDomain = new Grouped<string>();
  const byFormerDomain = new Grouped<string>();
  const byAddress = new Grouped<string>();
  const byNumber = new Grouped<string>();
  const byToken = new Grouped<KnownCase>();
  for (const { name, number, domains, formerDomains = [], addresses, tokens } of addressees) {
    for (const domain of new Set(domains)) if (isSomebodys(domain)) byDomain.add(domain, name);
    for (const domain of new Set(formerDomains)) if (isSomebodys(domain)) byFormerDomain.add(domain, name);
    for (const address of new Set(addresses)) byAddress.add(address, name);
    if (number !== '') byNumber.add(number, name);
    for (const campaign in tokens) {
      const token = tokens[campaign] ?? '';
      if (token.length >= SHORTEST_TOKEN) byToken.add(token.toUpperCase(), { name, campaign });
    }
  }
  return { ...namesIndex(namesOf(addressees)), byDomain, byFormerDomain, byAddress, byNumber, byToken };
}

/** Lists are gathered anew now and then; the names, which cost most, stay the same. */
const namesIndex = remembered((names: string) => {
  const rows = names.split('\n').map(line => {
    const [name = '', otherNames = '', formerNames = ''] = line.split('\t');
    return { name, otherNames: listed(otherNames), formerNames: listed(formerNames) };
  });
  const byLabel = new Grouped<string>();
  for (const row of rows) for (const label of asciiNames(row)) byLabel.add(label, row.name);
  return { names: nameBook(rows), byLabel };
}, 8);

function namesOf(addressees: readonly KnownAddressee[]): string {
  return addressees
    .map(({ name, otherNames = [], formerNames = [] }) => `${name}\t${otherNames.join('|')}\t${formerNames.join('|')}`)
    .join('\n');
}

function listed(names: string): string[] {
  return names.split('|').filter(name => name !== '');
}

const SHORTEST_TOKEN = 6;

/** Mail services that everybody may use, by the label before their top domain. */
const SERVICES = new Set('gmail googlemail hotmail outlook live msn yahoo icloud online proton protonmail'.split(' '));

/** The domains under which all municipalities have theirs (kommune.no). */
const OFFICES = new Set(['kommune', 'herad', 'fylkeskommune', 'suohkan']);

/** Danger: a spreadsheet that names such a domain would make everybody that municipality. */
function isSomebodys(domain: string): boolean {
  const labels = domain.split('.');
  const top = labels.at(-2);
  return top !== undefined && !SERVICES.has(top) && !(labels.length === 2 && OFFICES.has(top));
}

class Grouped<Value> extends Map<string, Value[]> {
  add(key: string, value: Value): void {
    const there = this.get(key);
    if (there === undefined) this.set(key, [value]);
    else there.push(value);
  }
}
