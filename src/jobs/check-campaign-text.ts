import { basename } from 'node:path';
import type { CampaignFile as AttachedFile } from '../register/campaigns.ts';
import { findMunicipality } from '../register/municipalities.ts';
import type { Register } from '../register/open-register.ts';
import type { Campaign } from '../rules/campaign/campaign.ts';
import { campaignRemarks } from './campaign-remarks.ts';
import { type CampaignFile, type ParsedCampaign, parseCampaignFile } from './parse-campaign-file.ts';

/**
 * Checks all that can be known of a campaign before it is sent: its file, what lies beside it, and what the register
 * tells of its recipients.
 */
export function checkCampaignText(register: Register, file: Omit<CampaignFile, 'resolve'>): ParsedCampaign {
  const parsed = parseCampaignFile({ ...file, resolve: (name, date) => findMunicipality(register, name, date) });
  if ('faults' in parsed) return parsed;
  const remarks = campaignRemarks(register, parsed.campaign, parsed.date);
  const warnings = [...parsed.warnings, ...remarks.warnings];
  const found = parsed.campaign.recipients;
  return remarks.faults.length > 0 ? { faults: remarks.faults, warnings, found } : { ...parsed, warnings };
}

/** The files that go along with every letter of a checked campaign. */
export function attachedFiles(campaign: Campaign, readBeside: CampaignFile['readBeside']): AttachedFile[] {
  return campaign.attachments.map(name => ({
    name: basename(name),
    contentType: name.toLowerCase().endsWith('.pdf') ? 'application/pdf' : 'application/octet-stream',
    bytes: readBeside(name)!,
  }));
}
