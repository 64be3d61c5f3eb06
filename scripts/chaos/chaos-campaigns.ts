import { planRequest } from '../../src/jobs/plan-reminders.ts';
import { queueLetters } from '../../src/jobs/queue-letters.ts';
import { registerCampaign } from '../../src/jobs/register-campaign.ts';
import { campaignById } from '../../src/register/campaigns.ts';
import { casesOf } from '../../src/register/cases.ts';
import { loadMunicipalitiesOfNorway, municipalityOnDate } from '../../src/register/municipalities.ts';
import type { Register } from '../../src/register/open-register.ts';
import { addDays } from '../../src/rules/calendar/add-days.ts';
import { osloDate } from '../../src/rules/calendar/oslo-time.ts';

const BY = 'Eva L. Indreby';

/** One case, and how it is answered for. */
export interface ChaosCase {
  id: number;
  name: string;
  domain: string;
  token: string;
  reference: string;
}

/** Campaigns to the first of today's municipalities, each request approved and due at that moment. */
export function startCampaigns(
  register: Register,
  { campaigns, municipalities }: { campaigns: number; municipalities: number },
  now: string,
  attachmentBytes: (campaign: number) => number = () => 0,
): ChaosCase[] {
  loadMunicipalitiesOfNorway(register);
  const numbers = register
    .prepare(
      `SELECT n.number FROM municipality_number n JOIN municipality_name m ON m.municipality_id = n.municipality_id
       WHERE n.main = 1 AND m.main = 1 AND n.valid_to IS NULL AND m.valid_to IS NULL AND length(n.number) = 4
       GROUP BY m.name HAVING count(*) = 1 ORDER BY n.number LIMIT ?`,
    )
    .pluck()
    .all(municipalities) as string[];
  const domain = (number: string) => `k${number}.kommune.example`;
  let tokens = 0;
  const begin = register.transaction(() =>
    Array.from({ length: campaigns }, (_, i) => {
      const id = `kaos-${i + 1}`;
      const reference = `26/${String(4000 + i).padStart(5, '0')}`;
      const refusal = registerCampaign(
        register,
        {
          id,
          title: `Felles vaktordning ${i + 1}`,
          reference,
          type: 'accession',
          terms: { baseNok: 0, perInhabitantNok: 3, populationDate: null, year: null },
          deadlines: [addDays(osloDate(now), 30)],
          ladder: [],
          rounds: [],
          recipients: numbers.map(number => ({
            municipality: number,
            contacts: [{ role: 'postmottak', name: '', address: `postmottak@${domain(number)}` }],
            line: 0,
          })),
          sender: { name: BY, address: 'eva.indreby@ks.example', title: '', unit: 'KS', phone: '' },
          attachments: [],
          ask: { bokmål: 'slutte seg til en felles vaktordning', nynorsk: null },
          text: { bokmål: 'Kommunene har bedt om en felles vaktordning.', nynorsk: null },
        },
        osloDate(now),
        papers(attachmentBytes(i)),
        { by: BY, now, newToken: () => `K${String(++tokens).padStart(5, '0')}` },
      );
      if (refusal !== null) throw new Error(refusal);
      const plan = planRequest(register, campaignById(register, id)!, 'live', now);
      queueLetters(register, plan, { campaignId: id, mode: 'live', now, approvedBy: BY, roundId: null });
      return casesOf(register, id).map(one => {
        const { name, number } = municipalityOnDate(register, one.municipalityId, osloDate(now));
        return { id: one.id, name, domain: domain(number), token: one.token, reference };
      });
    }).flat(),
  );
  return begin.immediate();
}

function papers(bytes: number) {
  if (bytes === 0) return [];
  return [{ name: 'Vedlegg.pdf', contentType: 'application/pdf', bytes: new Uint8Array(bytes).fill(32) }];
}

/** A plain yes from the municipality's own postmottak, to the address of its case. */
export function answerOf({ id, name, domain, token, reference }: ChaosCase, nth: number) {
  const messageId = `<kaos-${id}-${nth}@${domain}>`;
  const raw = Buffer.from(
    [
      `From: postmottak@${domain}`,
      `To: svar+${token.toLowerCase()}@purrebot.ks.example`,
      `Message-ID: ${messageId}`,
      `Subject: =?utf-8?B?${Buffer.from(`Svar: Felles vaktordning, deres ref. ${reference}`).toString('base64')}?=`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      `${name} kommune slutter seg til ordningen.`,
      '',
    ].join('\r\n'),
  );
  return { messageId, raw, caseId: id };
}
