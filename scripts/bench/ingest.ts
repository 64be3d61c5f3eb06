/**
 * What the ingest benchmark times: a new data folder, a campaign that runs, and the worker's own job on a full mailbox.
 * Everything goes through the program's own functions: stored with its position, read, effects written.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { startCampaign } from '../../src/cli/demo/play-story.ts';
import { REQUEST_AT } from '../../src/cli/demo/story.ts';
import { openData } from '../../src/cli/open-data.ts';
import { readBeside } from '../../src/cli/read-campaign.ts';
import { parseCampaignFile } from '../../src/jobs/parse-campaign-file.ts';
import { type TakenIn, takeInMail } from '../../src/jobs/take-in-mail.ts';
import { openImap } from '../../src/mail-in/imap-session.ts';
import { findMunicipality, loadMunicipalitiesOfNorway } from '../../src/register/municipalities.ts';
import type { Register } from '../../src/register/open-register.ts';
import { instantFrom, osloDate } from '../../src/rules/calendar/oslo-time.ts';
import { benchAccount, benchData } from './bench-account.ts';

const CAMPAIGN = fileURLToPath(new URL('../../test/campaigns/2013-samhandling.md', import.meta.url));

// As main.ts does.
setFlagsFromString('--semi-space-growth-factor=1');

const now = () => instantFrom(Date.now());

const register = openData(benchData(), true);
loadMunicipalitiesOfNorway(register);
runCampaign(register);
const opened = await openImap(benchAccount(), now);
if ('failed' in opened) throw new Error(opened.failed);
const taken = await takeInMail({ register, session: opened.session }, now);
await opened.session.close();
register.close();
console.log(counts(taken));

/** Without one there is nothing that a mail could be an answer to. */
function runCampaign(register: Register): void {
  const parsed = parseCampaignFile({
    text: readFileSync(CAMPAIGN, 'utf8'),
    fileName: basename(CAMPAIGN),
    readBeside: readBeside(CAMPAIGN),
    resolve: (name, date) => findMunicipality(register, name, date),
    today: osloDate(REQUEST_AT),
  });
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  let tokens = 0;
  const newToken = () => `T${String(++tokens).padStart(5, '0')}`;
  startCampaign({ register, campaign: { campaign: parsed.campaign, date: parsed.date, files: [] }, newToken }, 'dry');
}

function counts({ fetched, known, refused, read }: TakenIn): string {
  const kinds = Object.entries(Object.groupBy(read, one => one.kind)).map(([kind, some]) => `${kind} ${some.length}`);
  const review = read.filter(one => one.review).length;
  return `${fetched} fetched, ${known} known, ${refused} refused, ${read.length} read (${kinds.join(', ')}), ${review} to review`;
}
