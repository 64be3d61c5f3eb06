import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { allCampaigns, campaignById, type RegisteredCampaign } from '../register/campaigns.ts';
import { openRegister, type Register } from '../register/open-register.ts';
import { type Door, Explained } from './door.ts';
import { makeFolder } from './make-folder.ts';

export const REGISTER_FILE = 'register.sqlite';

/** Opens the register of the data folder; without one it says what to do. */
export function openData(folder: string, create = false): Register {
  const file = join(folder, REGISTER_FILE);
  // A log without its register is one that was lost: opening it says so.
  if (!create && !existsSync(file) && !existsSync(`${file}-wal`)) {
    throw new Explained(
      `Fant ikke noe register i ${folder}. Lag det med «purrebot --data ${folder} init», eller se demoen: «npm run demo».`,
    );
  }
  if (create) makeFolder(folder, 0o700);
  const opened = openRegister(file);
  if ('refused' in opened) throw new Explained(opened.refused);
  return opened.register;
}

/** Runs a command on the register and closes it afterwards, whatever happens. */
export async function withRegister<T>(folder: string, use: (register: Register) => T | Promise<T>): Promise<T> {
  const register = openData(folder);
  try {
    return await use(register);
  } finally {
    register.close();
  }
}

/** The campaign that is named, or the only one that is running. */
export function theCampaign(register: Register, id: string | undefined): RegisteredCampaign {
  if (id !== undefined) {
    const campaign = campaignById(register, id);
    if (campaign !== null) return campaign;
    const known = allCampaigns(register).map(one => one.id);
    throw new Explained(
      `Fant ingen henvendelse «${id}». ${known.length === 0 ? 'Ingen er registrert.' : `Registrert: ${known.join(', ')}.`}`,
      2,
    );
  }
  const running = allCampaigns(register).filter(one => one.state === 'running');
  if (running.length === 1) return running[0]!;
  throw new Explained(
    running.length === 0
      ? 'Ingen henvendelse er i gang. Start en med «purrebot campaign send FIL», eller oppgi id.'
      : `Flere henvendelser er i gang: ${running.map(one => one.id).join(', ')}. Oppgi hvilken med --campaign.`,
    2,
  );
}

/** Whose name stands in the journal. */
export function personOf(door: Door, by: string | undefined, option = '--by'): string {
  const name = by ?? door.settings().user;
  if (name === null || name.trim() === '') {
    throw new Explained(
      `Hvem gjør dette? Oppgi navnet ditt med ${option} "Fornavn Etternavn", eller sett PURREBOT_USER.`,
      2,
    );
  }
  return name.trim();
}
