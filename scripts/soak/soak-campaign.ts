import { orderRound } from '../../src/jobs/order-round.ts';
import { planRequest } from '../../src/jobs/plan-reminders.ts';
import { queueLetters } from '../../src/jobs/queue-letters.ts';
import { registerCampaign } from '../../src/jobs/register-campaign.ts';
import { campaignById } from '../../src/register/campaigns.ts';
import { loadMunicipalitiesOfNorway } from '../../src/register/municipalities.ts';
import type { Register } from '../../src/register/open-register.ts';
import { addDays } from '../../src/rules/calendar/add-days.ts';
import { instantFrom, osloDate } from '../../src/rules/calendar/oslo-time.ts';

const ID = '2026-soak';
const BY = 'Eva L. Indreby';

/** A municipality that was asked, and how it is written to. */
export interface SoakCase {
  name: string;
  domain: string;
}

/** A campaign to that many of today's municipalities, its request approved and due. */
export function startCampaign(register: Register, count: number, at: string): SoakCase[] {
  loadMunicipalitiesOfNorway(register);
  const now = instantFrom(at);
  const numbers = register
    .prepare(
      `SELECT n.number, m.name FROM municipality_number n JOIN municipality_name m ON m.municipality_id = n.municipality_id
       WHERE n.main = 1 AND m.main = 1 AND n.valid_to IS NULL AND m.valid_to IS NULL AND length(n.number) = 4
       GROUP BY m.name HAVING count(*) = 1 ORDER BY n.number LIMIT ?`,
    )
    .all(count) as { number: string; name: string }[];
  const domain = (number: string) => `k${number}.kommune.example`;
  let tokens = 0;
  const refusal = registerCampaign(
    register,
    {
      id: ID,
      title: 'Felles vaktordning',
      reference: '26/01234',
      type: 'accession',
      terms: { baseNok: 0, perInhabitantNok: 3, populationDate: null, year: null },
      deadlines: [addDays(osloDate(now), 30)],
      ladder: [],
      rounds: [],
      recipients: numbers.map(({ number }) => ({
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
    [],
    { by: BY, now, newToken: () => `S${String(++tokens).padStart(5, '0')}` },
  );
  if (refusal !== null) throw new Error(refusal);
  const plan = planRequest(register, campaignById(register, ID)!, 'live', now);
  queueLetters(register, plan, { campaignId: ID, mode: 'live', now, approvedBy: BY, roundId: null });
  return numbers.map(({ number, name }) => ({ name, domain: domain(number) }));
}

/** A reminder to all that still owe an answer, as the adviser orders it. @returns how many letters */
export function orderSecondRound(register: Register, at: string): number {
  const now = instantFrom(at);
  const round = { at: now, letter: 'near', collective: false, roles: ['postmottak'], newDeadline: null } as const;
  const order = { by: BY, mode: 'live', now, except: [] } as const;
  const ordered = orderRound(
    register,
    campaignById(register, ID)!,
    { ...round, roles: [...round.roles] },
    { ...order, except: [] },
  );
  if ('refused' in ordered) throw new Error(ordered.refused);
  return ordered.letters.length;
}

/** A plain yes in the thread's subject, from the municipality's own postmottak. */
export function answerOf({ name, domain }: SoakCase, count: number): Uint8Array {
  return Buffer.from(
    [
      `From: Postmottak ${name} kommune <postmottak@${domain}>`,
      'To: svar@purrebot.ks.example',
      'Subject: SV: Felles vaktordning (vår ref. 26/01234)',
      `Message-ID: <svar-${count}@${domain}>`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
      '',
      `${name} kommune slutter seg til ordningen.`,
      '',
    ].join('\r\n'),
  );
}
