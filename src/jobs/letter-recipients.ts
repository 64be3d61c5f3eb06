import { type Contact, contactsOn } from '../register/contacts.ts';
import type { Register } from '../register/open-register.ts';
import type { IsoDate } from '../rules/calendar/iso-date.ts';
import type { Role } from '../rules/campaign/campaign.ts';
import type { LetterFacts } from '../rules/letters/letter-facts.ts';
import type { CaseNow } from './gather-cases.ts';

/** Whom a letter to these roles is written to; without any of them the first contact there is, postmottak before others. */
export function contactsWrittenTo(
  register: Register,
  municipalityId: number,
  roles: readonly Role[],
  date: IsoDate,
): Contact[] {
  const contacts = contactsOn(register, municipalityId, date);
  const wanted = contacts.filter(contact => roles.includes(contact.role));
  return wanted.length > 0 ? wanted : contacts.slice(0, 1);
}

/** postmottak is written to; the director and the named officer get a copy. */
export function letterRecipients(
  register: Register,
  roles: readonly Role[],
  cases: readonly CaseNow[],
  date: IsoDate,
): Pick<LetterFacts, 'to' | 'cc'> {
  const to: LetterFacts['to'] = [];
  const cc: LetterFacts['cc'] = [];
  for (const { one, municipality } of cases) {
    const chosen = contactsWrittenTo(register, one.municipalityId, roles, date);
    for (const contact of chosen) {
      const isOffice = contact.role === 'postmottak';
      const office = municipality.kind === 'municipality' ? `${municipality.name} kommune` : municipality.name;
      const name = isOffice ? office : contact.name || municipality.name;
      (contact === chosen[0] || isOffice ? to : cc).push({ name, address: contact.address });
    }
  }
  return { to, cc };
}
