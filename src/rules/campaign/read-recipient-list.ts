import type { Role } from './campaign.ts';
import type { Findings } from './campaign-fault.ts';
import { readKeys, type Spellings } from './read-keys.ts';
import { readAddress, readText } from './read-values.ts';
import type { WrittenRecipient } from './resolve-recipients.ts';
import { shown, type Written } from './written-value.ts';

const RECIPIENT_KEYS: Spellings<
  'municipality' | 'address' | 'officer' | 'officerAddress' | 'director' | 'directorAddress'
> = {
  municipality: ['kommune', 'navn', 'nummer', 'municipality', 'name', 'number'],
  address: ['e-post', 'epost', 'postmottak', 'email'],
  officer: ['kontakt', 'contact', 'contact name'],
  officerAddress: ['kontakt e-post', 'contact email'],
  director: ['kommunedirektør', 'rådmann', 'director'],
  directorAddress: ['kommunedirektør e-post', 'rådmann e-post', 'director email'],
};

/** Recipients written in the file itself: «Hitra», `1617`, «Hitra <postmottak@…>», or keys. */
export function readRecipientList(items: Written[], place: string, findings: Findings): WrittenRecipient[] {
  return items.flatMap(item => {
    if (item.kind === 'text') return [readShort(item.text, item.line, place, findings)];
    if (item.kind === 'map') return readLong(item, place, findings) ?? [];
    findings.faults.push({
      line: item.line,
      place,
      expected: 'navnet eller nummeret på en kommune',
      found: shown(item),
      whatToDo: 'Skriv én kommune på hver linje, for eksempel «- Hitra».',
    });
    return [];
  });
}

function readShort(text: string, line: number, place: string, findings: Findings): WrittenRecipient {
  const parts = /^(?<name>.*?)\s*<(?<address>[^<>]*)>$/u.exec(text.trim())?.groups;
  const contacts: WrittenRecipient['contacts'] = [];
  if (parts !== undefined) {
    const written: Written = { kind: 'text', text: parts.address ?? '', line };
    const address = readAddress(written, `${place}: e-post`, line, findings);
    if (address !== null) contacts.push({ role: 'postmottak', name: '', address });
  }
  return { ...nameOrNumber(parts?.name ?? text), contacts, line, place };
}

function readLong(item: Written, place: string, findings: Findings): WrittenRecipient | null {
  const keys = readKeys(item, RECIPIENT_KEYS, place, findings);
  if (keys === null) return null;
  const municipality = readText(keys.municipality, `${place}: kommune`, item.line, findings);
  const contacts: WrittenRecipient['contacts'] = [];
  const add = (role: Role, name: Written | undefined, written: Written | undefined, label: string) => {
    if (written === undefined) return;
    const address = readAddress(written, `${place}: ${label}`, item.line, findings);
    if (address !== null) contacts.push({ role, name: name?.kind === 'text' ? name.text.trim() : '', address });
  };
  add('postmottak', undefined, keys.address, 'e-post');
  add('director', keys.director, keys.directorAddress, 'kommunedirektør e-post');
  add('officer', keys.officer, keys.officerAddress, 'kontakt e-post');
  return municipality === null ? null : { ...nameOrNumber(municipality), contacts, line: item.line, place };
}

/** Digits are a number, everything else a name. */
export function nameOrNumber(written: string): { name: string | null; number: string | null } {
  const text = written.trim();
  return /^\d+$/.test(text) ? { name: null, number: text } : { name: text, number: null };
}
