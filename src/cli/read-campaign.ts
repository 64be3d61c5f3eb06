import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import { attachedFiles, checkCampaignText } from '../jobs/check-campaign-text.ts';
import { decodeText } from '../jobs/decode-text.ts';
import type { ParsedCampaign } from '../jobs/parse-campaign-file.ts';
import type { CampaignFile } from '../register/campaigns.ts';
import type { Register } from '../register/open-register.ts';
import type { IsoDate } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import type { Campaign } from '../rules/campaign/campaign.ts';
import { writtenFault } from '../rules/campaign/campaign-fault.ts';
import { type Door, Explained } from './door.ts';

export interface ReadCampaign {
  campaign: Campaign;
  date: IsoDate;
  files: CampaignFile[];
}

/** Reads a campaign file and checks all that can be known before it is sent. The caller has seen that the file is there. */
export function checkCampaignFile(register: Register, path: string, door: Door): ParsedCampaign {
  const decoded = decodeText(readFileSync(path));
  if ('unreadable' in decoded) throw new Explained(`${path} er ${decoded.unreadable}. ${decoded.whatToDo}`);
  return checkCampaignText(register, {
    text: decoded.text,
    fileName: basename(path),
    readBeside: readBeside(path),
    today: osloDate(door.now()),
  });
}

/** A checked campaign with the files that go along; its faults are explained all at once, warnings are told. */
export function readCampaignFile(register: Register, path: string, door: Door): ReadCampaign {
  if (!isFile(path)) {
    throw new Explained(`Fant ikke filen ${path}, og ingen henvendelse med den id-en er registrert.`, 2);
  }
  const parsed = checkCampaignFile(register, path, door);
  if ('faults' in parsed) {
    const faults = parsed.faults.map(fault => `  ${writtenFault(fault)}`).join('\n');
    throw new Explained(`${basename(path)} har ${parsed.faults.length} feil:\n${faults}\nIngenting er registrert.`);
  }
  for (const warning of parsed.warnings) door.tell(`Merk: ${writtenFault(warning)}`);
  const files = attachedFiles(parsed.campaign, readBeside(path));
  return { campaign: parsed.campaign, date: parsed.date, files };
}

/** A file beside the campaign file, in its folder or below; never outside it. */
export function readBeside(path: string): (name: string) => Uint8Array | null {
  const folder = resolve(dirname(path));
  return name => {
    const file = resolve(folder, name);
    return file.startsWith(folder + sep) && existsSync(file) ? readFileSync(file) : null;
  };
}

/** False for a folder too. */
export function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
