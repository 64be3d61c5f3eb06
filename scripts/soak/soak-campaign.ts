import { orderRound } from '../../src/jobs/order-round.ts';
import { campaignById } from '../../src/register/campaigns.ts';
import { loadMunicipalitiesOfNorway } from '../../src/register/municipalities.ts';
import type { Register } from '../../src/register/open-register.ts';
import { instantFrom } from '../../src/rules/calendar/oslo-time.ts';
import { BY, domainOf, firstMunicipalities, startCampaign } from '../campaign-to-many.ts';

const ID = '2026-soak';

/** A municipality that was asked, and how it is written to. */
export interface SoakCase {
  name: string;
  domain: string;
}

/** A campaign to that many of today's municipalities, its request approved and due. */
export function startSoak(register: Register, count: number, at: string): SoakCase[] {
  loadMunicipalitiesOfNorway(register);
  const asked = firstMunicipalities(register, count);
  let tokens = 0;
  startCampaign(
    register,
    { id: ID, title: 'Felles vaktordning', reference: '26/01234' },
    asked.map(one => one.number),
    { now: instantFrom(at), newToken: () => `S${String(++tokens).padStart(5, '0')}` },
  );
  return asked.map(({ number, name }) => ({ name, domain: domainOf(number) }));
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
