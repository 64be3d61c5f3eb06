import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadMunicipalitiesOfNorway } from '../../register/municipalities.ts';
import { openRegister } from '../../register/open-register.ts';
import { type Door, Explained } from '../door.ts';
import { readCampaignFile } from '../read-campaign.ts';
import { DEMO_SETTINGS, type StoryWorld } from './play-story.ts';
import { arrivalsOf, stageStory } from './served-story.ts';

const HOST = '127.0.0.1';

/**
 * The story on the adviser's pages, until it is stopped: the register in memory, the letters in a folder that goes away with it.
 * @param newTokens a row of tokens that begins anew
 */
export async function serveStory(
  campaignFile: string,
  replies: string,
  writtenPort: string,
  newTokens: () => () => string,
  door: Door,
): Promise<void> {
  const port = Number(writtenPort);
  if (!/^\d{1,5}$/.test(writtenPort) || port < 1 || port > 65_535)
    throw new Explained(`--port: ventet et portnummer, f.eks. 8080, fant «${writtenPort}»`, 2);
  const folder = mkdtempSync(join(tmpdir(), 'purrebot-demo-'));
  let playing = 0;
  const newWorld = (): StoryWorld => {
    const opened = openRegister(':memory:');
    if ('refused' in opened) throw new Explained(opened.refused);
    const { register } = opened;
    loadMunicipalitiesOfNorway(register);
    playing += 1;
    return {
      register,
      campaign: readCampaignFile(register, campaignFile, door),
      replies,
      mailFolder: door.mailFolder,
      transport: door.fileTransport(join(folder, String(playing))),
      newToken: newTokens(),
      hasVisitor: true,
    };
  };
  try {
    door.tell('DEMO: spiller historien fra 2013–14 …');
    const stage = await stageStory(newWorld, await arrivalsOf(replies, door.mailFolder), error =>
      door.tell(`Feil i demoen: ${error instanceof Error ? error.message : String(error)}`),
    );
    const url = `http://${HOST}:${port}`;
    const pages = await door.startWeb({
      register: stage.register,
      now: stage.now,
      nudge: stage.nudge,
      demo: stage.story,
      web: { host: HOST, port, url, openId: null },
      people: [stage.story.person],
      unit: 'KS Sør-Trøndelag',
      letters: DEMO_SETTINGS,
      transport: door.fileTransport(join(folder, 'links')),
      logLevel: 'warn',
    });
    if ('refused' in pages) throw new Explained(`${pages.refused} Velg en annen med --port.`);
    door.tell(
      `DEMO: ingen e-post sendes. Åpne ${url} i nettleseren.\nBrevene skrives i ${folder}, som slettes når demoen stoppes. Stopp med Ctrl-C.`,
    );
    await door.untilStopped();
    await pages.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
