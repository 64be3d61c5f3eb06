import type { RegisteredCampaign } from '../register/campaigns.ts';
import { type Case, casesOf } from '../register/cases.ts';
import { journalOfCampaign } from '../register/journal.ts';
import { endOfMunicipality, municipalityOnDate } from '../register/municipalities.ts';
import type { Register } from '../register/open-register.ts';
import { isInDoubt, occasionsOf } from '../register/outbox.ts';
import { extraDaysOf } from '../register/red-days.ts';
import type { Instant, IsoDate } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import { shortDate } from '../rules/calendar/written-date.ts';
import type { MunicipalityOnDate } from '../rules/municipality/municipality.ts';
import type { CampaignFacts, CaseFacts, Track } from '../rules/reminders/case-facts.ts';
import { type Standing, standingOf } from '../rules/standing/standing.ts';

/** A case with its municipality as it was when the case was opened, and its standing. */
export interface CaseNow {
  one: Case;
  municipality: MunicipalityOnDate;
  standing: Standing;
}

/** All cases of a campaign in Norwegian name order, as they stand now or stood at a moment. */
export function casesWithStanding(register: Register, campaignId: string, until?: Instant): CaseNow[] {
  const journal = journalOfCampaign(register, campaignId);
  const order = new Intl.Collator('nb');
  return casesOf(register, campaignId)
    .filter(one => until === undefined || one.openedAt <= until)
    .map(one => ({
      one,
      municipality: municipalityOnDate(register, one.municipalityId, osloDate(one.openedAt)),
      standing: standingOf(journal.get(one.id) ?? [], until),
    }))
    .sort((a, b) => order.compare(a.municipality.name, b.municipality.name));
}

/** What the planner asks for. */
export function caseFacts(register: Register, cases: readonly CaseNow[], track: Track, at: Instant): CaseFacts[] {
  const extraDays = extraDaysOf(register);
  return cases.map(({ one, municipality, standing }) => ({
    caseId: one.id,
    name: municipality.name,
    standing,
    ended: endOf(register, one.municipalityId, osloDate(at)),
    queued: occasionsOf(register, one.id, track === 'trial', at),
    inDoubt: isInDoubt(register, one.id, track === 'trial'),
    extraDays,
  }));
}

/** A merged municipality owes nothing; its successor is another case, if any. Null while it exists. */
export function endOf(register: Register, municipalityId: number, date: IsoDate): string | null {
  const end = endOfMunicipality(register, municipalityId, date);
  if (end === null) return null;
  const into = end.successors.map(one => one.name).join(' og ');
  return `kommunen opphørte ${shortDate(end.endedOn)}${into === '' ? '' : ` og ble en del av ${into}`}`;
}

export function campaignFacts(campaign: RegisteredCampaign): CampaignFacts {
  return {
    id: campaign.id,
    running: campaign.state === 'running',
    ladder: campaign.ladder,
    deadlines: campaign.deadlines,
  };
}
