import type { RegisteredCampaign } from '../register/campaigns.ts';
import { caseOf } from '../register/cases.ts';
import { contactsOn } from '../register/contacts.ts';
import { journalOfCase, writeJournal } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import type { IsoDate } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import type { MunicipalityOnDate } from '../rules/municipality/municipality.ts';
import { standingOf } from '../rules/standing/standing.ts';
import { type Act, byPerson, inOneAct, type Refused } from './act.ts';
import { openCase } from './register-campaign.ts';

export interface Addition extends Act {
  municipality: MunicipalityOnDate;
  /** The campaign's day, on which its number holds. */
  date: IsoDate;
  /** Its postmottak, when the register does not know it; lower case. */
  address: string | null;
  newToken: () => string;
}

/** A municipality joins a campaign that is under way: a new case, or one that was taken out comes back. */
export function addCaseTo(
  register: Register,
  campaign: RegisteredCampaign,
  addition: Addition,
): { caseId: number; cameBack: boolean } | Refused {
  const { municipality, address, date } = addition;
  if (campaign.state === 'closed') {
    return {
      refused: `${campaign.id} er avsluttet. Åpne den igjen med «purrebot campaign close ${campaign.id} --reopen».`,
    };
  }
  return inOneAct(register, () => {
    const there = caseOf(register, campaign.id, municipality.id);
    if (there !== null) {
      if (standingOf(journalOfCase(register, there.id)).withdrawn === null)
        return { refused: `${municipality.name} er blant mottakerne fra før.` };
      writeJournal(register, there.id, { event: 'added' }, byPerson(addition));
      return { caseId: there.id, cameBack: true };
    }
    if (address === null && contactsOn(register, municipality.id, osloDate(addition.at)).length === 0) {
      return {
        refused: `Registeret har ingen adresse til ${municipality.name}. Oppgi postmottaket med --address postmottak@….`,
      };
    }
    const contacts = address === null ? [] : [{ role: 'postmottak' as const, name: '', address }];
    const recipient = { municipality: municipality.number, contacts, line: 0 };
    const order = { by: addition.by, now: addition.at, newToken: addition.newToken };
    const refused = openCase(register, campaign.id, recipient, date, order);
    if (refused !== null) return { refused };
    return { caseId: caseOf(register, campaign.id, municipality.id)!.id, cameBack: false };
  });
}
