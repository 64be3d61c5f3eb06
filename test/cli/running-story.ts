import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AddCommand, runCli } from '../../src/cli/cli.ts';
import { openData } from '../../src/cli/open-data.ts';
import { readCampaignFile } from '../../src/cli/read-campaign.ts';
import { casesWithStanding } from '../../src/jobs/gather-cases.ts';
import { registerCampaign } from '../../src/jobs/register-campaign.ts';
import { loadMunicipalitiesOfNorway } from '../../src/register/municipalities.ts';
import type { Register } from '../../src/register/open-register.ts';
import type { Standing } from '../../src/rules/standing/standing.ts';
import { counted, STORY_FILE } from '../worlds/campaign.ts';
import { quietDoor } from '../worlds/door.ts';
import { at } from '../worlds/journal.ts';

export const EVA = 'Eva L. Indreby';

/** An empty folder for one test. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'purrebot-cli-'));
}

/** A command line on a data folder, its clock at 3 March 2014, the person's name in the settings. */
export function terminal(folder: string, ...commands: AddCommand[]) {
  const { door, said } = quietDoor({ PURREBOT_USER: EVA }, at('2014-03-03', '10:00'));
  return async (...argv: string[]) => {
    said.out.length = 0;
    said.told.length = 0;
    const code = await runCli(['--data', folder, ...argv], door, commands);
    return { code, out: said.out.join('\n'), told: said.told.join('\n') };
  };
}

/** The campaign of 2013 under way in a folder; `look` opens the register for a moment. */
export function runningStory(...commands: AddCommand[]) {
  const folder = emptyFolder();
  const look = <T>(use: (register: Register) => T): T => {
    const register = openData(folder, true);
    try {
      return use(register);
    } finally {
      register.close();
    }
  };
  look(register => {
    loadMunicipalitiesOfNorway(register);
    const { campaign, date, files } = readCampaignFile(register, STORY_FILE, quietDoor().door);
    const order = { by: EVA, now: at('2013-11-28', '09:37'), newToken: counted() };
    const refused = registerCampaign(register, campaign, date, files, order);
    if (refused !== null) throw new Error(refused);
  });
  const standing = (name: string): Standing =>
    look(register => casesWithStanding(register, '2013-samhandling').find(one => one.municipality.name === name)!)
      .standing;
  return { folder, look, standing, run: terminal(folder, ...commands) };
}
