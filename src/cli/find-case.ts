import { type CaseNow, casesWithStanding } from '../jobs/gather-cases.ts';
import type { RegisteredCampaign } from '../register/campaigns.ts';
import { type Case, caseOf, casesOf } from '../register/cases.ts';
import { findMunicipality, municipalityOnDate } from '../register/municipalities.ts';
import type { Register } from '../register/open-register.ts';
import type { IsoDate } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import { shortDate } from '../rules/calendar/written-date.ts';
import { closestWords } from '../rules/municipality/closest-words.ts';
import type { MunicipalityOnDate } from '../rules/municipality/municipality.ts';
import { Explained } from './door.ts';

/** The day on which the campaign's names and numbers hold: that of its first case. */
export function dayOfCampaign(register: Register, campaign: RegisteredCampaign): IsoDate {
  const first = casesOf(register, campaign.id).at(0)?.openedAt ?? campaign.deadlines.at(0)?.setAt;
  return first === undefined ? '' : osloDate(first);
}

/** A municipality's case in a campaign, by its name or number on the campaign's day. Anything else is explained. */
export function findCase(register: Register, campaign: RegisteredCampaign, written: string): Case {
  const municipality = findRecipient(register, campaign, written);
  const found = caseOf(register, campaign.id, municipality.id);
  if (found !== null) return found;
  throw new Explained(
    `${municipality.name} er ikke blant mottakerne av ${campaign.id}. Legg kommunen til med «purrebot campaign add "${municipality.name}"».`,
    2,
  );
}

/** The same case with its municipality and standing. */
export function findCaseNow(register: Register, campaign: RegisteredCampaign, written: string): CaseNow {
  const { id } = findCase(register, campaign, written);
  return casesWithStanding(register, campaign.id).find(({ one }) => one.id === id)!;
}

/** The municipality that is meant; of two with one name, the one that the campaign wrote to. */
export function findRecipient(register: Register, campaign: RegisteredCampaign, written: string): MunicipalityOnDate {
  const date = dayOfCampaign(register, campaign);
  const answer = findMunicipality(register, written, date);
  if ('found' in answer) return answer.found;
  if ('several' in answer) {
    const written_to = answer.several.filter(one => caseOf(register, campaign.id, one.id) !== null);
    if (written_to.length === 1) return written_to[0]!;
    const which = answer.several.map(one => `${one.number} ${one.name} (${one.county})`).join(' og ');
    throw new Explained(`«${written}» er flere kommuner: ${which}. Bruk nummeret.`, 2);
  }
  if ('ended' in answer) {
    const after = answer.successors.map(one => one.name).join(', ');
    throw new Explained(`${answer.ended.name} tok slutt ${shortDate(answer.endedOn)}; der er nå ${after}.`, 2);
  }
  const recipients = casesOf(register, campaign.id).map(
    one => municipalityOnDate(register, one.municipalityId, osloDate(one.openedAt)).name,
  );
  const near = [...new Set([...closestWords(written, recipients), ...answer.suggestions])].slice(0, 3);
  const advice =
    near.length > 0 ? `Mente du ${near.join(' eller ')}?` : 'Sjekk skrivemåten, eller bruk kommunenummeret.';
  throw new Explained(`Fant ingen kommune «${written}» ${shortDate(date)}. ${advice}`, 2);
}
