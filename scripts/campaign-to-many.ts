import { planRequest } from '../src/jobs/plan-reminders.ts';
import { queueLetters } from '../src/jobs/queue-letters.ts';
import { registerCampaign } from '../src/jobs/register-campaign.ts';
import { type CampaignFile, campaignById } from '../src/register/campaigns.ts';
import type { Register } from '../src/register/open-register.ts';
import { addDays } from '../src/rules/calendar/add-days.ts';
import type { Instant } from '../src/rules/calendar/iso-date.ts';
import { osloDate } from '../src/rules/calendar/oslo-time.ts';

export const BY = 'Eva L. Indreby';

/** The first of today's municipalities that have a name of their own. */
export function firstMunicipalities(register: Register, count: number): { number: string; name: string }[] {
  return register
    .prepare(
      `SELECT n.number, m.name FROM municipality_number n JOIN municipality_name m ON m.municipality_id = n.municipality_id
       WHERE n.main = 1 AND m.main = 1 AND n.valid_to IS NULL AND m.valid_to IS NULL AND length(n.number) = 4
       GROUP BY m.name HAVING count(*) = 1 ORDER BY n.number LIMIT ?`,
    )
    .all(count) as { number: string; name: string }[];
}

export const domainOf = (number: string): string => `k${number}.kommune.example`;

/** A campaign without a ladder to the postmottak of each of them, its request approved and due at that moment. */
export function startCampaign(
  register: Register,
  named: { id: string; title: string; reference: string },
  numbers: readonly string[],
  { now, newToken, files = [] }: { now: Instant; newToken: () => string; files?: CampaignFile[] },
): void {
  const refusal = registerCampaign(
    register,
    {
      ...named,
      type: 'accession',
      terms: { baseNok: 0, perInhabitantNok: 3, populationDate: null, year: null },
      deadlines: [addDays(osloDate(now), 30)],
      ladder: [],
      rounds: [],
      recipients: numbers.map(number => ({
        municipality: number,
        contacts: [{ role: 'postmottak', name: '', address: `postmottak@${domainOf(number)}` }],
        line: 0,
      })),
      sender: { name: BY, address: 'eva.indreby@ks.example', title: '', unit: 'KS', phone: '' },
      attachments: [],
      ask: { bokmål: 'slutte seg til en felles vaktordning', nynorsk: null },
      text: { bokmål: 'Kommunene har bedt om en felles vaktordning.', nynorsk: null },
    },
    osloDate(now),
    files,
    { by: BY, now, newToken },
  );
  if (refusal !== null) throw new Error(refusal);
  const plan = planRequest(register, campaignById(register, named.id)!, 'live', now);
  queueLetters(register, plan, { campaignId: named.id, mode: 'live', now, approvedBy: BY, roundId: null });
}
