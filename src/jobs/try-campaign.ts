import { type CampaignFile, campaignById, type RegisteredCampaign } from '../register/campaigns.ts';
import { populationOn } from '../register/municipalities.ts';
import type { Register } from '../register/open-register.ts';
import { letterById } from '../register/outbox.ts';
import { extraDaysOf } from '../register/red-days.ts';
import type { Instant, IsoDate } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import type { Campaign } from '../rules/campaign/campaign.ts';
import type { MunicipalityOnDate } from '../rules/municipality/municipality.ts';
import type { Track } from '../rules/reminders/case-facts.ts';
import { type RungDate, rungDates } from '../rules/reminders/rung-dates.ts';
import { sendingMode } from '../rules/sending/sending-mode.ts';
import { amountsByTerms } from './contributions.ts';
import type { LetterSettings } from './freeze-letter.ts';
import { type CaseNow, campaignFacts, casesWithStanding } from './gather-cases.ts';
import { contactsWrittenTo } from './letter-recipients.ts';
import { trackOf } from './plan-reminders.ts';
import { type LetterPreview, previewLetter } from './preview-letter.ts';
import { type Order, registerCampaign } from './register-campaign.ts';
import { queueRequest } from './request-letters.ts';

export interface TriedRecipient {
  municipality: MunicipalityOnDate;
  /** Of the campaign's population date, or the nearest before it; null when there is none. */
  inhabitants: number | null;
  amountNok: number | null;
  /** Whom the request is written to; empty: the letter cannot leave. */
  addresses: string[];
}

/** What a campaign would be, had it been registered and sent now. */
export interface TriedCampaign {
  recipients: TriedRecipient[];
  /** The ladder's steps, in time order. */
  rungs: RungDate[];
  /** The request to one municipality in each written form that letters would have. */
  letters: { name: string; preview: LetterPreview | { waits: string } }[];
}

/** Registers and queues the campaign in a transaction that is always rolled back: exactly what would happen, nothing kept. */
export function tryCampaign(
  register: Register,
  { campaign, date, files }: { campaign: Campaign; date: IsoDate; files: CampaignFile[] },
  settings: LetterSettings,
  order: Order,
): TriedCampaign | { refused: string } {
  const rollback = new Error('tried');
  let tried: TriedCampaign | { refused: string } | null = null;
  try {
    register
      .transaction(() => {
        const refusal = registerCampaign(register, campaign, date, files, order);
        tried = refusal === null ? lookAt(register, campaign.id, settings, order) : { refused: refusal };
        throw rollback;
      })
      .immediate();
  } catch (error) {
    if (error !== rollback) throw error;
  }
  return tried!;
}

/** Never by `standingsNow`: what it keeps would outlive the transaction. */
function lookAt(register: Register, id: string, settings: LetterSettings, { by, now }: Order): TriedCampaign {
  const campaign = campaignById(register, id)!;
  const mode = sendingMode(settings);
  const today = osloDate(now);
  const cases = casesWithStanding(register, id);
  const amounts = amountsByTerms(register, campaign, cases);
  const day = campaign.terms.populationDate ?? today;
  const { plan, letters } = queueRequest(register, campaign, { by, mode, now });
  const [roles] = plan.letters.map(letter => letter.roles);
  const recipients = cases.map(({ one, municipality }) => ({
    municipality,
    inhabitants: populationOn(register, one.municipalityId, day)?.inhabitants ?? null,
    amountNok: amounts.get(one.id) ?? null,
    addresses: contactsWrittenTo(register, one.municipalityId, roles ?? [], today).map(contact => contact.address),
  }));
  const letterOf = (found: CaseNow) => letterById(register, letters[cases.indexOf(found)]!)!;
  const shown = [
    cases.find(one => one.municipality.writtenForm !== 'nynorsk'),
    cases.find(one => one.municipality.writtenForm === 'nynorsk'),
  ].filter(one => one !== undefined);
  return {
    recipients,
    rungs: cases[0] === undefined ? [] : rungsOf(register, campaign, cases[0], trackOf(mode), now),
    letters: shown.map(found => ({
      name: found.municipality.name,
      preview: previewLetter(register, letterOf(found), settings, now, cases),
    })),
  };
}

/** As they are for a case that gets the request today and never answers. */
function rungsOf(
  register: Register,
  campaign: RegisteredCampaign,
  { one, standing }: CaseNow,
  track: Track,
  now: Instant,
): RungDate[] {
  const asked = { ...standing, requestedAt: { ...standing.requestedAt, [track]: now } };
  const extraDays = extraDaysOf(register);
  const facts = { caseId: one.id, name: '', standing: asked, ended: null, queued: [], inDoubt: false, extraDays };
  return rungDates(campaignFacts(campaign), facts, track, osloDate(now));
}
