import { planRequest } from '../../src/jobs/plan-reminders.ts';
import { queueLetters } from '../../src/jobs/queue-letters.ts';
import { registerCampaign } from '../../src/jobs/register-campaign.ts';
import { campaignById, setCampaignState } from '../../src/register/campaigns.ts';
import type { Register } from '../../src/register/open-register.ts';
import type { Instant } from '../../src/rules/calendar/iso-date.ts';
import { osloDate } from '../../src/rules/calendar/oslo-time.ts';
import { addWorkingDays } from '../../src/rules/calendar/working-days.ts';
import { DEFAULT_LADDER } from '../../src/rules/campaign/ladder-default.ts';
import { BY, domainOf, firstMunicipalities } from '../campaign-to-many.ts';

/** Working days from the request to the deadline. */
const PATIENCE = 25;

/** The nth campaign of the standard ladder, its request approved and due; the one before the last is closed. */
export function beginCampaign(register: Register, nth: number, municipalities: number, now: Instant): void {
  const id = `aar-${nth}`;
  const today = osloDate(now);
  let tokens = 0;
  // Base 31 without the letters that are mistaken: six characters that no other campaign has.
  const newToken = () => `A${String(nth).padStart(2, '0')}${String(++tokens).padStart(3, '0')}`;
  const begin = register.transaction(() => {
    const campaign = {
      id,
      title: `Felles vaktordning ${nth}`,
      reference: `26/${String(4000 + nth)}`,
      type: 'accession' as const,
      terms: { baseNok: 0, perInhabitantNok: 3, populationDate: null, year: null },
      deadlines: [addWorkingDays(today, PATIENCE)],
      // Some rungs leave by themselves, some wait for her: both ways through July and the nights.
      ladder: DEFAULT_LADDER.map((rung, i) => ({ ...rung, approval: i % 2 === 0 ? ('auto' as const) : rung.approval })),
      rounds: [],
      recipients: firstMunicipalities(register, municipalities).map(({ number }) => ({
        municipality: number,
        contacts: [{ role: 'postmottak' as const, name: '', address: `postmottak@${domainOf(number)}` }],
        line: 0,
      })),
      sender: { name: BY, address: 'eva.indreby@ks.example', title: '', unit: 'KS', phone: '' },
      attachments: [],
      ask: { bokmål: 'slutte seg til en felles vaktordning', nynorsk: null },
      text: { bokmål: 'Kommunene har bedt om en felles vaktordning.', nynorsk: null },
    };
    const refusal = registerCampaign(register, campaign, today, [], { by: BY, now, newToken });
    if (refusal !== null) throw new Error(refusal);
    const plan = planRequest(register, campaignById(register, id)!, 'live', now);
    queueLetters(register, plan, { campaignId: id, mode: 'live', now, approvedBy: BY, roundId: null });
    if (campaignById(register, `aar-${nth - 2}`) !== null) setCampaignState(register, `aar-${nth - 2}`, 'closed');
  });
  begin.immediate();
}
