import { allCampaigns, type RegisteredCampaign } from '../register/campaigns.ts';
import { type Case, casesOf } from '../register/cases.ts';
import { allAddresses } from '../register/contacts.ts';
import { journalOfCampaign } from '../register/journal.ts';
import { municipalityOnDate } from '../register/municipalities.ts';
import type { Register } from '../register/open-register.ts';
import { sentTexts } from '../register/outbox.ts';
import { addDays } from '../rules/calendar/add-days.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import { requestWords } from '../rules/campaign/request-words.ts';
import type { MunicipalityOnDate } from '../rules/municipality/municipality.ts';
import type { Known, KnownAddressee, KnownCampaign } from '../rules/replies/known.ts';
import type { Message } from '../rules/replies/message.ts';
import { standingOf } from '../rules/standing/standing.ts';

/** Mail services that many share: an address there says nothing about a municipality. */
const SHARED_MAIL_SERVICES = /(^|\.)(gmail|hotmail|outlook|live|yahoo|icloud|online|postkasse)\.[a-z.]+$/;

/** From a name in a reading back to the cases: campaign id → case id. */
export type CasesByName = Map<string, Record<string, number>>;

/** What the register knows that may help to read a message that arrived at that moment. */
export function whatIsKnown(
  register: Register,
  message: Message,
  arrivedAt: Instant,
): { known: Known; cases: CasesByName } {
  const cases: CasesByName = new Map();
  const addressees = new Map<string, KnownAddressee>();
  const campaigns: KnownCampaign[] = [];
  const concerning = allCampaigns(register).filter(one => mayBeAnswered(one, arrivedAt));
  const casesByCampaign = new Map(concerning.map(one => [one.id, casesOf(register, one.id)]));
  const municipalities = municipalitiesOf(register, [...casesByCampaign.values()].flat());
  const nameOf = uniqueNames(municipalities.values());
  for (const campaign of concerning) {
    const names: string[] = [];
    const journal = journalOfCampaign(register, campaign.id);
    const concerned: number[] = [];
    for (const one of casesByCampaign.get(campaign.id)!) {
      const municipality = municipalities.get(one.municipalityId)!;
      const name = nameOf.get(one.municipalityId)!;
      const addresses = allAddresses(register, one.municipalityId);
      const addressee = addressees.get(name) ?? {
        name,
        number: municipality.number,
        domains: domainsOf(municipality.domains, addresses),
        addresses,
        tokens: {},
        theirReferences: {},
      };
      addressee.tokens[campaign.id] = one.token;
      const reference = standingOf(journal.get(one.id) ?? []).theirReferences.at(0);
      if (reference !== undefined) addressee.theirReferences[campaign.id] = reference;
      addressees.set(name, addressee);
      cases.set(name, { ...cases.get(name), [campaign.id]: one.id });
      names.push(name);
      if (isSentFrom(message, addressee.domains)) concerned.push(one.id);
    }
    campaigns.push(knownCampaign(register, campaign, names, message, concerned, arrivedAt));
  }
  return { known: { addressees: [...addressees.values()], campaigns }, cases };
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
  return new Map(
    cases.map(one => [one.municipalityId, municipalityOnDate(register, one.municipalityId, osloDate(one.openedAt))]),
  );
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

function knownCampaign(
  register: Register,
  campaign: RegisteredCampaign,
  addressees: string[],
  message: Message,
  caseIds: number[],
  arrivedAt: Instant,
): KnownCampaign {
  return {
    id: campaign.id,
    type: campaign.type,
    subject: campaign.title,
    reference: campaign.reference,
    terms: campaign.terms,
    deadlines: campaign.deadlines.filter(one => one.setAt <= arrivedAt).map(one => one.date),
    addressees,
    words: requestWords(campaign),
    sent: sentTexts(register, campaign.id, caseIds, message.answers),
  };
}

/** Whether the sender's address lies in one of these domains or below it. */
export function isSentFrom(message: Message, domains: readonly string[]): boolean {
  const domain = message.from?.address.split('@').at(1) ?? '';
  return domains.some(own => domain === own || domain.endsWith(`.${own}`));
}

/** The register's domains and those of the contacts' addresses, less mail services that many share. */
export function domainsOf(domains: readonly string[], addresses: readonly string[]): string[] {
  const ofContacts = addresses.map(address => address.split('@').at(1) ?? '').filter(domain => domain !== '');
  return [...new Set([...domains, ...ofContacts])].filter(domain => !SHARED_MAIL_SERVICES.test(domain));
}
