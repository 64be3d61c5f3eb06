import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PlayedStory, playStory } from '../../src/cli/demo/play-story.ts';
import { readCampaignFile } from '../../src/cli/read-campaign.ts';
import type { LetterSettings } from '../../src/jobs/deliver-outbox.ts';
import { mailFolder } from '../../src/mail-in/mail-folder.ts';
import { fileTransport } from '../../src/mail-out/file-transport.ts';
import type { Register } from '../../src/register/open-register.ts';
import type { Rung } from '../../src/rules/campaign/campaign.ts';
import { counted, STORY_FILE } from './campaign.ts';
import { quietDoor } from './door.ts';
import { emptyRegister } from './register.ts';

/** The whole story of 2013–14 in memory, with the file's rounds or with a ladder instead of them. */
export async function theStory(
  ladder?: readonly Rung[],
  settings?: LetterSettings,
): Promise<{ register: Register; played: PlayedStory }> {
  const register = emptyRegister({ norway: true });
  const played = await playStory({
    register,
    campaign: readCampaignFile(register, STORY_FILE, quietDoor().door),
    replies: fileURLToPath(new URL('../corpus/messages/', import.meta.url)),
    mailFolder,
    transport: fileTransport(join(mkdtempSync(join(tmpdir(), 'purrebot-')), 'outbox')),
    newToken: counted(),
    ...(settings === undefined ? {} : { settings }),
    ...(ladder === undefined ? {} : { ladder, withRounds: false }),
  });
  return { register, played };
}
