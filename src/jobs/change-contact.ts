import { allCampaigns } from '../register/campaigns.ts';
import { caseOf } from '../register/cases.ts';
import { type Contact, contactsOn, setContact } from '../register/contacts.ts';
import { writeCampaignJournal, writeJournal } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import { addDays } from '../rules/calendar/add-days.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import { addressFault, isEmailAddress } from '../rules/campaign/email-address.ts';
import type { CaseEvent } from '../rules/standing/journal-entry.ts';
import { type Act, byPerson, inOneAct, type Refused } from './act.ts';

/** Sets a municipality's only contact in a role, from today; it is noted on each of its cases in a running campaign. */
export function changeContact(
  register: Register,
  contact: Contact,
  act: Act,
): { before: string[]; campaigns: string[] } | Refused {
  if (!isEmailAddress(contact.address)) {
    const { expected, found, whatToDo } = addressFault(contact.address);
    return { refused: `--address: ventet ${expected}, fant ${found}. ${whatToDo}` };
  }
  const set = { ...contact, address: contact.address.toLowerCase() };
  const { municipalityId, role, address } = set;
  const today = osloDate(act.at);
  return inOneAct(register, () => {
    const before = contactsOn(register, municipalityId, today).filter(one => one.role === role);
    if (before.length === 1 && before[0]!.address === address && before[0]!.name === set.name) {
      return { refused: `${address} er registrert fra før.` };
    }
    setContact(register, set, today, addDays(today, -1), act.by);
    const replaces = before.map(one => one.address).filter(old => old !== address);
    const event: CaseEvent = { event: 'contact-set', role, address, replaces };
    const campaigns: string[] = [];
    for (const { id } of allCampaigns(register).filter(one => one.state === 'running')) {
      const one = caseOf(register, id, municipalityId);
      if (one === null) continue;
      writeJournal(register, one.id, event, byPerson(act));
      campaigns.push(id);
    }
    // Without a case the act still has its line.
    if (campaigns.length === 0) writeCampaignJournal(register, null, { ...event, municipalityId }, byPerson(act));
    return { before: before.map(one => one.address), campaigns };
  });
}
