import type { IsoDate } from '../rules/calendar/iso-date.ts';
import type { Role } from '../rules/campaign/campaign.ts';
import { kept, keptPluck } from './kept-statement.ts';
import type { Register } from './open-register.ts';

export interface Contact {
  municipalityId: number;
  role: Role;
  name: string;
  /** Lower case. */
  address: string;
}

/** The contacts of a municipality on a day, postmottak first. */
export function contactsOn(register: Register, municipalityId: number, date: IsoDate): Contact[] {
  const rows = kept(
    register,
    `SELECT municipality_id AS municipalityId, role, name, address FROM contact
     WHERE municipality_id = ? AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)
     ORDER BY CASE role WHEN 'postmottak' THEN 0 WHEN 'director' THEN 1 ELSE 2 END, id`,
  ).all(municipalityId, date, date);
  return rows as Contact[];
}

/** Adds a contact unless the municipality has that address in that role already. */
export function addContact(register: Register, contact: Contact, from: IsoDate, source: string): void {
  const known = contactsOn(register, contact.municipalityId, from);
  if (known.some(one => one.role === contact.role && one.address === contact.address)) return;
  kept(
    register,
    'INSERT INTO contact (municipality_id, role, name, address, valid_from, source) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(contact.municipalityId, contact.role, contact.name, contact.address, from, source);
}

/** From that day the municipality has this one contact in the role; the earlier ones end the day before. */
export function setContact(
  register: Register,
  contact: Contact,
  from: IsoDate,
  dayBefore: IsoDate,
  source: string,
): void {
  kept(
    register,
    'UPDATE contact SET valid_to = ? WHERE municipality_id = ? AND role = ? AND (valid_to IS NULL OR valid_to >= ?)',
  ).run(dayBefore, contact.municipalityId, contact.role, from);
  kept(
    register,
    'INSERT INTO contact (municipality_id, role, name, address, valid_from, source) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(contact.municipalityId, contact.role, contact.name, contact.address, from, source);
}

/** Every address that a municipality has or had: a bounce or a reply may come from an old one. */
export function allAddresses(register: Register, municipalityId: number): string[] {
  return keptPluck(register, 'SELECT DISTINCT address FROM contact WHERE municipality_id = ?').all(
    municipalityId,
  ) as string[];
}

/** Takes back what `setContact` did on a day: that address goes, and those that it replaced are in force again. */
export function takeBackContact(
  register: Register,
  contact: Omit<Contact, 'name'>,
  from: IsoDate,
  dayBefore: IsoDate,
): void {
  const { municipalityId, role, address } = contact;
  const id = keptPluck(
    register,
    `SELECT max(id) FROM contact WHERE municipality_id = ? AND role = ? AND address = ? AND valid_from = ?
         AND valid_to IS NULL`,
  ).get(municipalityId, role, address, from) as number | null;
  if (id === null) return;
  kept(register, 'UPDATE contact SET valid_to = ? WHERE id = ?').run(dayBefore, id);
  const ended = kept(
    register,
    `SELECT id, valid_from AS validFrom FROM contact WHERE municipality_id = ? AND role = ? AND id < ? AND valid_to = ?
       ORDER BY id DESC`,
  ).all(municipalityId, role, id, dayBefore) as { id: number; validFrom: IsoDate }[];
  // One set earlier on the same day was never in force by its dates: it alone stood there before this one.
  const sameDay = ended[0] !== undefined && ended[0].validFrom > dayBefore;
  const again = sameDay ? ended.slice(0, 1) : ended.filter(one => one.validFrom <= dayBefore);
  for (const one of again) kept(register, 'UPDATE contact SET valid_to = NULL WHERE id = ?').run(one.id);
}

/** The municipalities that have or had this address, as a contact. */
export function municipalitiesByAddress(register: Register, address: string): number[] {
  return keptPluck(
    register,
    'SELECT DISTINCT municipality_id FROM contact WHERE address = ? ORDER BY municipality_id',
  ).all(address.toLowerCase()) as number[];
}
