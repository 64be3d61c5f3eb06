import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readBeside } from '../../src/cli/read-campaign.ts';
import { parseCampaignFile } from '../../src/jobs/parse-campaign-file.ts';
import { planRequest } from '../../src/jobs/plan-reminders.ts';
import { queueLetters } from '../../src/jobs/queue-letters.ts';
import { registerCampaign } from '../../src/jobs/register-campaign.ts';
import { campaignById, type RegisteredCampaign } from '../../src/register/campaigns.ts';
import { findMunicipality } from '../../src/register/municipalities.ts';
import type { Register } from '../../src/register/open-register.ts';
import type { Campaign } from '../../src/rules/campaign/campaign.ts';
import type { Mode } from '../../src/rules/standing/journal-entry.ts';
import { emptyRegister } from './register.ts';

export const STORY_FILE = fileURLToPath(new URL('../campaigns/2013-samhandling.md', import.meta.url));

/** Tokens T00001, T00002, … */
export function counted(): () => string {
  let count = 0;
  return () => `T${String(++count).padStart(5, '0')}`;
}

export interface CampaignWorld {
  register: Register;
  campaign: RegisteredCampaign;
}

/** A register with the campaign of 2013–14, its request planned for the moment; `change` bends the campaign. */
export function storyCampaign(
  now: string,
  { mode = 'dry', change = {}, only }: { mode?: Mode; change?: Partial<Campaign>; only?: string[] } = {},
): CampaignWorld {
  const register = emptyRegister({ norway: true });
  const parsed = parseCampaignFile({
    text: readFileSync(STORY_FILE, 'utf8'),
    fileName: '2013-samhandling.md',
    readBeside: readBeside(STORY_FILE),
    resolve: (name, date) => findMunicipality(register, name, date),
    today: '2013-11-28',
  });
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  const recipients = parsed.campaign.recipients.filter(one => only === undefined || only.includes(one.municipality));
  const campaign = { ...parsed.campaign, recipients, ...change };
  const refusal = registerCampaign(register, campaign, parsed.date, [], { by: 'Eva', now, newToken: counted() });
  if (refusal !== null) throw new Error(refusal);
  const registered = campaignById(register, campaign.id)!;
  const order = { campaignId: campaign.id, mode, now, approvedBy: 'Eva', roundId: null };
  queueLetters(register, planRequest(register, registered, mode, now), order);
  return { register, campaign: registered };
}
