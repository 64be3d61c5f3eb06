import { createHash } from 'node:crypto';
import { contactsOn } from '../register/contacts.ts';
import { findMunicipality } from '../register/municipalities.ts';
import type { Register } from '../register/open-register.ts';
import type { IsoDate } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import type { Recipient, Role } from '../rules/campaign/campaign.ts';
import type { CampaignFault } from '../rules/campaign/campaign-fault.ts';
import { type Act, inOneAct, type Refused } from './act.ts';
import { changeContact } from './change-contact.ts';
import { readRecipients } from './read-recipients.ts';

/** What a row of the file does to one role of a municipality. */
export interface ContactChange {
  role: Role;
  name: string;
  address: string;
  before: { name: string; address: string }[];
  what: 'new' | 'changed' | 'same';
}

export interface ContactRow {
  /** In the file, from 1. */
  line: number;
  municipalityId: number;
  number: string;
  municipality: string;
  changes: ContactChange[];
}

export interface ContactImport {
  rows: ContactRow[];
  faults: CampaignFault[];
  warnings: CampaignFault[];
  /** Another text whenever the file or what the register has for its municipalities is another. */
  mark: string;
}

/** A CSV of contacts laid beside the register: nothing is stored. With any fault nothing may be taken in. */
export function planContactImport(
  register: Register,
  file: { bytes: Uint8Array; fileName: string },
  today: IsoDate,
): ContactImport {
  const resolve = (name: string, date: IsoDate) => findMunicipality(register, name, date);
  const read = readRecipients({ ...file, resolve, date: today });
  const rows = ('faults' in read ? read.found : read.recipients).flatMap(one => rowOf(register, one, today) ?? []);
  const mark = createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16);
  return { rows, faults: 'faults' in read ? read.faults : [], warnings: read.warnings, mark };
}

function rowOf(register: Register, recipient: Recipient, today: IsoDate): ContactRow | null {
  const answer = findMunicipality(register, recipient.municipality, today);
  if (!('found' in answer)) return null;
  const { id, number, name } = answer.found;
  const known = contactsOn(register, id, today);
  const changes = recipient.contacts.map(({ role, name, address }): ContactChange => {
    const before = known.filter(one => one.role === role).map(one => ({ name: one.name, address: one.address }));
    // A file without a name for an address that has one does not take the name away.
    const kept = before.find(one => one.address === address)?.name ?? '';
    const written = name.replace(/\s+/gu, ' ').trim().slice(0, 200) || kept;
    const isSame = before.length === 1 && before[0]!.address === address && before[0]!.name === written;
    return { role, name: written, address, before, what: before.length === 0 ? 'new' : isSame ? 'same' : 'changed' };
  });
  return { line: recipient.line, municipalityId: id, number, municipality: name, changes };
}

/**
 * Takes a file in as it was shown, all or nothing.
 * @param mark of the plan that the person saw
 */
export function importContacts(
  register: Register,
  file: { bytes: Uint8Array; fileName: string },
  mark: string,
  act: Act,
): { changed: number } | Refused {
  return inOneAct(register, () => {
    const plan = planContactImport(register, file, osloDate(act.at));
    if (plan.faults.length > 0) return { refused: `Filen har ${plan.faults.length} feil. Ingenting er lagret.` };
    if (plan.mark !== mark)
      return { refused: 'Registeret er endret siden du så listen. Ingenting er lagret. Se over den på nytt.' };
    let changed = 0;
    for (const { municipalityId, changes } of plan.rows) {
      for (const { role, name, address, what } of changes) {
        if (what === 'same') continue;
        const result = changeContact(register, { municipalityId, role, name, address }, act);
        if ('refused' in result) throw new Error(`import: a checked contact was refused (${role})`);
        changed += 1;
      }
    }
    return { changed };
  });
}
