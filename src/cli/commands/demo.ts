import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { projectFolder } from '../../project-folder.ts';
import { caseById } from '../../register/cases.ts';
import { loadMunicipalitiesOfNorway, municipalityOnDate } from '../../register/municipalities.ts';
import type { Register } from '../../register/open-register.ts';
import { casesOfLetter, letterByMailId } from '../../register/outbox.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { playStory, type StoryLetter } from '../demo/play-story.ts';
import { printStory, storyAsData } from '../demo/print-story.ts';
import { serveStory } from '../demo/serve-story.ts';
import { type Door, Explained } from '../door.ts';
import { openData, REGISTER_FILE } from '../open-data.ts';
import { readCampaignFile } from '../read-campaign.ts';

const REPLIES = fileURLToPath(new URL('test/corpus/messages/', projectFolder));

/** A folder that a demo wrote may be written over by the next one; any other may not. */
const MARK = '.purrebot-demo';

/** `purrebot demo`: the main job on the story of 2013–14, without account or server. */
export function addDemo(program: Command, door: Door): void {
  program
    .command('demo')
    .description('spiller historien fra 2013–14: ingen e-post sendes ut')
    .option('--keep <mappe>', 'behold registeret og brevene i mappen')
    .option('--json', 'skriv historien som ett JSON-dokument')
    .option('--serve', 'vis historien på rådgiverens nettsider, med en klokke som kan stilles')
    .option('--port <tall>', 'porten sidene ligger på', '8080')
    .addHelpText(
      'after',
      '\nEksempler:\n  purrebot demo\n  purrebot demo --serve\n  purrebot demo --keep demo && purrebot --data demo status 2013-samhandling',
    )
    .action(async (options: { keep?: string; json?: boolean; serve?: boolean; port: string }) => {
      const campaignFile = fileURLToPath(new URL('test/campaigns/2013-samhandling.md', projectFolder));
      if (!existsSync(campaignFile))
        throw new Explained('Historien følger bare med kildekoden. Hent den, og kjør «npm ci && npm run demo».');
      if (options.serve) return serveStory(campaignFile, REPLIES, options.port, countedTokens, door);
      const folder = options.keep ?? join(program.opts<{ data: string }>().data, 'demo');
      clear(folder);
      const register = openData(folder, true);
      try {
        loadMunicipalitiesOfNorway(register);
        const played = await playStory({
          register,
          campaign: readCampaignFile(register, campaignFile, door),
          replies: REPLIES,
          mailFolder: door.mailFolder,
          transport: door.fileTransport(join(folder, 'outbox')),
          newToken: countedTokens(),
        });
        if (options.json)
          door.out(
            JSON.stringify(
              storyAsData(played, letter => named(register, letter)),
              null,
              1,
            ),
          );
        else printStory(played, register, door.out);
        door.tell(
          `\nDEMO: ingen e-post er sendt. Brevene ligger i ${join(folder, 'outbox')} (.eml, og .html til å se på).`,
        );
        if (options.keep !== undefined) {
          door.tell(
            `Registeret ligger i ${folder}. Prøv: purrebot --data ${folder} show Bjugn --campaign 2013-samhandling`,
          );
        }
      } finally {
        register.close();
      }
      if (options.keep === undefined)
        for (const end of ['', '-wal', '-shm']) rmSync(join(folder, REGISTER_FILE + end), { force: true });
    });
}

function clear(folder: string): void {
  if (existsSync(join(folder, MARK))) rmSync(folder, { recursive: true });
  else if (existsSync(join(folder, REGISTER_FILE))) {
    throw new Explained(`${folder} har et register fra før. Velg en tom mappe til demoen.`, 2);
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, MARK), 'Laget av «purrebot demo»; neste demo skriver over.\n');
}

/** The demo's letters are the same every time, so its tokens are too. */
function countedTokens(): () => string {
  const alphabet = '23456789ABCDEFGHJKLMNPQRTVWXYZ';
  let count = 0;
  return () => {
    const digest = createHash('sha256').update(`demo ${count++}`).digest();
    return Array.from(digest.subarray(0, 6), byte => alphabet[byte % alphabet.length]).join('');
  };
}

function named(register: Register, { mail }: StoryLetter): { subject: string; municipalities: string[] } {
  const letter = letterByMailId(register, mail.messageId)!;
  const municipalities = casesOfLetter(register, letter.id)
    .filter(row => row.state === 'sent')
    .map(row => caseById(register, row.caseId)!)
    .map(one => municipalityOnDate(register, one.municipalityId, osloDate(one.openedAt)).name)
    .sort(new Intl.Collator('nb').compare);
  return { subject: letter.subject ?? '', municipalities };
}
