import { casesOf } from '../../src/register/cases.ts';
import { loadMunicipalitiesOfNorway, municipalityOnDate } from '../../src/register/municipalities.ts';
import type { Register } from '../../src/register/open-register.ts';
import { osloDate } from '../../src/rules/calendar/oslo-time.ts';
import { domainOf, firstMunicipalities, startCampaign } from '../campaign-to-many.ts';

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
  const numbers = firstMunicipalities(register, municipalities).map(one => one.number);
  let tokens = 0;
  const newToken = () => `K${String(++tokens).padStart(5, '0')}`;
  const begin = register.transaction(() =>
    Array.from({ length: campaigns }, (_, i) => {
      const id = `kaos-${i + 1}`;
      const reference = `26/${String(4000 + i).padStart(5, '0')}`;
      const named = { id, title: `Felles vaktordning ${i + 1}`, reference };
      startCampaign(register, named, numbers, { now, newToken, files: papers(attachmentBytes(i)) });
      return casesOf(register, id).map(one => {
        const { name, number } = municipalityOnDate(register, one.municipalityId, osloDate(now));
        return { id: one.id, name, domain: domainOf(number), token: one.token, reference };
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
