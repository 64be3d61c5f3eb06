import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { type ImportedSent, type ImportTarget, importSent } from '../../jobs/import-sent.ts';
import { campaignById } from '../../register/campaigns.ts';
import type { Register } from '../../register/open-register.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { shortDate } from '../../rules/calendar/written-date.ts';
import { writtenFault } from '../../rules/campaign/campaign-fault.ts';
import { letterWords } from '../../rules/letters/letter-kind-words.ts';
import { type Door, Explained } from '../door.ts';
import { personOf, theCampaign, withRegister } from '../open-data.ts';
import { readCampaignFile } from '../read-campaign.ts';

interface Options {
  campaign?: string;
  id?: string;
  reference?: string;
  by?: string;
  dryRun?: boolean;
  json?: boolean;
}

const EXAMPLES = `
Eksempler:
  purrebot import-sent sendt/*.eml --dry-run
  purrebot import-sent sendt/*.eml --campaign 2013-samhandling.md --by "Eva L. Indreby"
  purrebot import-sent purring.eml --campaign 2013-samhandling

Det eldste brevet er henvendelsen, de senere er påminnelser. Samme fil to ganger endrer ingenting.`;

/** `purrebot import-sent FILE…`: takes over a campaign that the adviser has run from her own mailbox. */
export function addImportSent(program: Command, door: Door): void {
  program
    .command('import-sent')
    .description('overtar en henvendelse som er i gang, fra e-postene du selv har sendt (.eml fra mappen Sendt)')
    .argument('<filer...>', 'de sendte e-postene')
    .option('--campaign <id|fil>', 'henvendelsen de hører til: id, eller en henvendelsesfil')
    .option('--id <id>', 'id til den nye henvendelsen')
    .option('--reference <nummer>', 'vårt saksnummer, når det ikke står i brevene')
    .option('--by <navn>', 'hvem som overtar (ellers PURREBOT_USER)')
    .option('--dry-run', 'vis hva som ble forstått, registrer ingenting')
    .option('--json', 'skriv resultatet som ett JSON-dokument')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: Options) => {
      await withRegister(program.opts<{ data: string }>().data, async register => {
        const files = paths.map(path => {
          if (!existsSync(path)) throw new Explained(`Fant ikke filen ${path}. Ingenting er registrert.`, 2);
          return { name: basename(path), bytes: new Uint8Array(readFileSync(path)) };
        });
        const dryRun = options.dryRun === true;
        const by = dryRun ? (options.by ?? 'prøve') : personOf(door, options.by);
        const order = { by, now: door.now(), newToken: door.newToken, dryRun };
        const result = await importSent(register, files, targetOf(register, options, door), order);
        if ('faults' in result) {
          const faults = result.faults.map(fault => `  ${writtenFault(fault)}`).join('\n');
          throw new Explained(`Brevene kan ikke overtas ennå:\n${faults}\nIngenting er registrert.`);
        }
        if (options.json) door.out(JSON.stringify({ dryRun, ...result }));
        else print(result, door);
        for (const warning of result.warnings) door.tell(`Merk: ${writtenFault(warning)}`);
        door.tell(ending(result, dryRun));
      });
    });
}

function targetOf(register: Register, options: Options, door: Door): ImportTarget {
  const { campaign, id, reference } = options;
  if (campaign === undefined) return { derive: { id: checkedId(id), reference: reference ?? null } };
  if (campaignById(register, campaign) !== null) return { registered: campaign };
  if (!existsSync(campaign)) return { registered: theCampaign(register, campaign).id };
  return { file: readCampaignFile(register, campaign, door) };
}

function checkedId(id: string | undefined): string | null {
  if (id === undefined) return null;
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 40) return id;
  throw new Explained(`--id: ventet små bokstaver a–z, tall og bindestrek, høyst 40 tegn, fant «${id}».`, 2);
}

function print(result: ImportedSent, door: Door): void {
  door.out(`${result.campaign}: ${result.title}`);
  const { baseNok, perInhabitantNok, populationDate } = result.terms;
  const counted = populationDate === null ? '' : ` (folketall ${shortDate(populationDate)})`;
  door.out(`  Vår ref. ${result.reference}; kr ${baseNok} + kr ${perInhabitantNok} per innbygger${counted}`);
  door.out(`  Ber kommunene om å ${result.ask}`);
  for (const letter of result.letters) {
    const deadline = letter.deadline === null ? '' : `, frist ${shortDate(letter.deadline)}`;
    const known = letter.known ? ' (registrert fra før)' : '';
    door.out(
      `  ${shortDate(osloDate(letter.sentAt))}  ${letterWords(letter.kind)} til ${letter.municipalities.length}${deadline}${known}`,
    );
    door.out(`    ${letter.municipalities.join(', ')}`);
    if (letter.copies.length > 0) door.out(`    bare kopi: ${letter.copies.join(', ')}`);
    if (letter.unrecognised.length > 0) door.out(`    kjente ikke igjen: ${letter.unrecognised.join(', ')}`);
  }
}

function ending(result: ImportedSent, dryRun: boolean): string {
  const fresh = result.letters.filter(one => !one.known).length;
  if (fresh === 0) return `Alle brevene er registrert fra før i ${result.campaign}; ingenting er endret.`;
  if (dryRun) return `Ville overtatt ${fresh} brev og ${result.opened.length} nye saker. Ingenting er registrert.`;
  return `${fresh} brev og ${result.opened.length} nye saker er overtatt. Les svarene med «purrebot receive». Ble det feil: «purrebot campaign close ${result.campaign}», og «purrebot campaign withdraw» for en enkelt kommune.`;
}
