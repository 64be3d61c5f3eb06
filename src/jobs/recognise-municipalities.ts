import { type Contact, municipalitiesByAddress } from '../register/contacts.ts';
import { findMunicipality, municipalityByDomain, municipalityOnDate } from '../register/municipalities.ts';
import type { Register } from '../register/open-register.ts';
import type { IsoDate } from '../rules/calendar/iso-date.ts';
import type { Role } from '../rules/campaign/campaign.ts';
import type { MunicipalityAnswer, MunicipalityOnDate } from '../rules/municipality/municipality.ts';
import type { Address, Message } from '../rules/replies/message.ts';

export interface AddressedMunicipality {
  municipality: MunicipalityOnDate;
  /** The addresses of the mail that are its. */
  contacts: Omit<Contact, 'municipalityId'>[];
}

export interface Addressed {
  municipalities: AddressedMunicipality[];
  /** In To or Cc, but not among those whom the letter names. */
  copies: string[];
  /** Names and addresses of which nobody can tell whose they are. */
  unrecognised: string[];
}

/**
 * Whom a letter of the adviser's is addressed to. When its text names them («Til kommunene Bjugn, Frøya og Hitra»), those
 * it is; others in To or Cc only got a copy of it.
 */
export function addressedIn(register: Register, message: Message, text: string, date: IsoDate): Addressed {
  const own = domainOf(message.from?.address ?? '');
  const found = new Map<number, AddressedMunicipality>();
  const unrecognised: string[] = [];
  for (const address of [...message.to, ...message.cc, ...hiddenCopies(message)]) {
    if (domainOf(address.address) === own && own !== '') continue;
    const municipality = ownerOf(register, address, date);
    if (municipality === null) {
      unrecognised.push(written(address));
      continue;
    }
    const there = found.get(municipality.id) ?? { municipality, contacts: [] };
    if (address.address !== '') {
      there.contacts.push({ role: roleOf(address), name: address.name, address: address.address });
    }
    found.set(municipality.id, there);
  }
  const named = namesIn(text);
  if (named.length === 0) return { municipalities: [...found.values()], copies: [], unrecognised };
  const addressed = new Map<number, AddressedMunicipality>();
  for (const name of named) {
    const municipality = onlyOne(findMunicipality(register, name, date), found);
    if (municipality === null) unrecognised.push(name);
    else addressed.set(municipality.id, found.get(municipality.id) ?? { municipality, contacts: [] });
  }
  const copies = [...found.values()].filter(one => !addressed.has(one.municipality.id));
  return {
    municipalities: [...addressed.values()],
    copies: copies.map(one => one.municipality.name),
    unrecognised,
  };
}

/** Names after «Til kommunene», up to a blank line or «v/ rådmann». «Til kommunene i Sør-Trøndelag» names none. */
export function namesIn(text: string): string[] {
  const list = /^\s*Til kommun(?:ene|ane)\b[ \t]*:?\s*([\s\S]*?)(?:\n[ \t]*\n|\n[ \t]*v\/|$)/iu.exec(text)?.[1] ?? '';
  if (/^i\s/i.test(list) || list.length > 3000) return [];
  const parts = list.includes(',') ? list.replace(/\n/g, ' ').split(/[,;]/) : list.split(/[\n;]/);
  return parts
    .flatMap(part => part.split(/\s+og\s+/))
    .map(part => part.replace(/^[\s\-•*]+|[\s.:]+$/gu, ''))
    .filter(part => part !== '');
}

/** By contact address, then mail domain, then the name shown («Agdenes kommune»). */
function ownerOf(register: Register, { name, address }: Address, date: IsoDate): MunicipalityOnDate | null {
  const [byAddress, ...more] = address === '' ? [] : municipalitiesByAddress(register, address);
  if (byAddress !== undefined && more.length === 0) return municipalityOnDate(register, byAddress, date);
  const domain = domainOf(address);
  const byDomain = domain === '' ? null : onlyOne(municipalityByDomain(register, domain, date));
  if (byDomain !== null) return byDomain;
  for (const candidate of namesShown(name)) {
    const byName = onlyOne(findMunicipality(register, candidate, date));
    if (byName !== null) return byName;
  }
  // midtre-gauldal.kommune.example: the label before «kommune» is the name as a domain may hold it.
  const label = /(?:^|\.)([a-z0-9-]+)\.(?:fylkes)?kommune\.[a-z]+$/.exec(domain)?.[1];
  return label === undefined ? null : onlyOne(findMunicipality(register, label.replaceAll('-', ' '), date));
}

/** «Postmottak Midtre Gauldal kommune» → itself, then «Midtre Gauldal kommune», «Gauldal kommune». */
function namesShown(name: string): string[] {
  const office = name.replace(/\bpostmottak(et)?\b|\bfirmapost\b|\bv\/.*$|[-–,|(].*$/giu, ' ').trim();
  const candidates = [name, office];
  const words = /^(.+?)\s+((?:fylkes)?kommune)\b/iu.exec(office);
  const before = words?.[1]?.split(/\s+/) ?? [];
  for (let from = 0; from < before.length; from++) candidates.push(`${before.slice(from).join(' ')} ${words?.[2]}`);
  return [...new Set(candidates)].filter(candidate => candidate !== '');
}

function onlyOne(
  answer: MunicipalityAnswer,
  preferred: ReadonlyMap<number, unknown> = new Map(),
): MunicipalityOnDate | null {
  if ('found' in answer) return answer.found;
  if (!('several' in answer)) return null;
  const known = answer.several.filter(one => preferred.has(one.id));
  return known.length === 1 ? known[0]! : null;
}

/** A mail in the Sent folder still has its Bcc line. */
function hiddenCopies(message: Message): Address[] {
  return message.headers
    .filter(header => header.name === 'bcc')
    .flatMap(header => header.value.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/))
    .map(part => {
      const pair = /^\s*"?([^"<]*)"?\s*<([^<>\s]+)>\s*$/.exec(part);
      return { name: (pair?.[1] ?? '').trim(), address: (pair?.[2] ?? part).trim().toLowerCase() };
    })
    .filter(one => one.address.includes('@'));
}

function roleOf({ name, address }: Address): Role {
  const mailbox = address.split('@')[0] ?? '';
  if (/^(post|firmapost|e-?post|arkiv|kommune)/.test(mailbox) || /postmottak/i.test(name)) return 'postmottak';
  return /r[åa]dmann|kommunedirekt/i.test(`${name} ${mailbox}`) ? 'director' : 'officer';
}

function domainOf(address: string): string {
  return address.split('@').at(1) ?? '';
}

function written({ name, address }: Address): string {
  return name === '' ? address : address === '' ? name : `${name} <${address}>`;
}
