import { allCampaigns, type RegisteredCampaign } from '../register/campaigns.ts';
import { type Case, casesOf } from '../register/cases.ts';
import { allAddresses } from '../register/contacts.ts';
import { municipalityOnDate } from '../register/municipalities.ts';
import type { Register } from '../register/open-register.ts';
import { addDays } from '../rules/calendar/add-days.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import type { MunicipalityOnDate } from '../rules/municipality/municipality.ts';

/** Mail services that many share: an address there says nothing about a municipality. */
const SHARED_MAIL_SERVICES = /(^|\.)(gmail|hotmail|outlook|live|yahoo|icloud|online|postkasse)\.[a-z.]+$/;

/** From a name in a reading back to the cases: campaign id → case id. */
export type CasesByName = Map<string, Record<string, number>>;

/** A municipality with its cases, as the mails of one moment see it. */
export interface AddresseeNow {
  municipalityId: number;
  name: string;
  number: string;
  domains: string[];
  addresses: string[];
  cases: Case[];
}

/** What concerns mails that arrive at one time: the campaigns that they may answer, and whom these were sent to. */
export interface AddresseesNow {
  campaigns: RegisteredCampaign[];
  addressees: AddresseeNow[];
  byName: CasesByName;
}

/**
 * Who may be answering, for the mails of one transaction: gathering it for each of a thousand mails would be most of the
 * work of reading them. Good only while nothing but readings is written.
 */
export function addresseesOf(register: Register): (arrivedAt: Instant) => AddresseesNow {
  const campaigns = allCampaigns(register);
  const gathered = new Map<string, AddresseesNow>();
  return arrivedAt => {
    const concerning = campaigns.filter(one => mayBeAnswered(one, arrivedAt));
    const key = concerning.map(one => one.id).join(' ');
    const known = gathered.get(key) ?? gather(register, concerning);
    gathered.set(key, known);
    return known;
  };
}

function gather(register: Register, campaigns: RegisteredCampaign[]): AddresseesNow {
  const cases = campaigns.flatMap(one => casesOf(register, one.id));
  const municipalities = municipalitiesOf(register, cases);
  const nameOf = uniqueNames(municipalities.values());
  const addressees = new Map<number, AddresseeNow>();
  const byName: CasesByName = new Map();
  for (const one of cases) {
    const { number, domains } = municipalities.get(one.municipalityId)!;
    const name = nameOf.get(one.municipalityId)!;
    byName.set(name, { ...byName.get(name), [one.campaignId]: one.id });
    const there = addressees.get(one.municipalityId);
    if (there !== undefined) {
      there.cases.push(one);
      continue;
    }
    const addresses = allAddresses(register, one.municipalityId);
    const own = domainsOf(domains, addresses);
    addressees.set(one.municipalityId, {
      municipalityId: one.municipalityId,
      name,
      number,
      domains: own,
      addresses,
      cases: [one],
    });
  }
  return { campaigns, addressees: [...addressees.values()], byName };
}

/** A year after its last deadline nobody answers a request that is closed. */
const DAYS_AFTER_CLOSING = 400;

function mayBeAnswered(campaign: RegisteredCampaign, at: Instant): boolean {
  const last = campaign.deadlines
    .map(one => one.date)
    .sort()
    .at(-1);
  const isPast = last !== undefined && addDays(last, DAYS_AFTER_CLOSING) < osloDate(at);
  return campaign.state === 'running' || (campaign.state === 'closed' && !isPast);
}

/** Every municipality with a case, as it was when the last of its cases was opened. */
function municipalitiesOf(register: Register, cases: readonly Case[]): Map<number, MunicipalityOnDate> {
  const openedAt = new Map(cases.map(one => [one.municipalityId, one.openedAt]));
  return new Map([...openedAt].map(([id, at]) => [id, municipalityOnDate(register, id, osloDate(at))]));
}

/** Two municipalities of one name (Herøy, Våler, an Ørland before and after 2020) are told apart by county, else by number. */
function uniqueNames(municipalities: Iterable<MunicipalityOnDate>): Map<number, string> {
  const all = [...municipalities];
  const inCounty = (one: MunicipalityOnDate) => `${one.name} (${one.county})`;
  const named = countOf(all.map(one => one.name));
  const placed = countOf(all.map(inCounty));
  return new Map(
    all.map(one => {
      if (named.get(one.name) === 1) return [one.id, one.name];
      return [one.id, placed.get(inCounty(one)) === 1 ? inCounty(one) : `${one.name} (${one.number})`];
    }),
  );
}

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The register's domains and those of the contacts' addresses, less mail services that many share. */
export function domainsOf(domains: readonly string[], addresses: readonly string[]): string[] {
  const ofContacts = addresses.map(address => address.split('@').at(1) ?? '').filter(domain => domain !== '');
  return [...new Set([...domains, ...ofContacts])].filter(domain => !SHARED_MAIL_SERVICES.test(domain));
}
