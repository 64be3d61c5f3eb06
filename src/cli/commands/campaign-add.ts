import type { Command } from 'commander';
import { addCaseTo } from '../../jobs/add-case.ts';
import { addressFault, isEmailAddress } from '../../rules/campaign/email-address.ts';
import { type Door, Explained } from '../door.ts';
import { dayOfCampaign, findRecipient } from '../find-case.ts';
import { unlessRefused } from '../given-values.ts';
import { personOf, theCampaign, withRegister } from '../open-data.ts';
import { campaignCommand } from './campaign.ts';

interface Options {
  address?: string;
  campaign?: string;
  by?: string;
  json?: boolean;
}

/** `purrebot campaign add MUNICIPALITY`: one more recipient, or one that was taken out. */
export function addCampaignAdd(program: Command, door: Door): void {
  campaignCommand(program)
    .command('add')
    .description('legger en kommune til mottakerne, eller tar inn igjen en som er tatt ut')
    .argument('<kommune>', 'navn eller nummer')
    .option('--address <adresse>', 'postmottaket, når registeret ikke har det')
    .option('--campaign <id>', 'henvendelsen (trengs når flere er i gang)')
    .option('--by <navn>', 'hvem som legger til (ellers PURREBOT_USER)')
    .option('--json', 'skriv resultatet som ett JSON-dokument')
    .addHelpText(
      'after',
      '\nEksempel:\n  purrebot campaign add Rindal --address postmottak@rindal.kommune.example --by "Eva L. Indreby"',
    )
    .action(async (written: string, options: Options) => {
      await withRegister(program.opts<{ data: string }>().data, register => {
        const campaign = theCampaign(register, options.campaign);
        const municipality = findRecipient(register, campaign, written);
        const address = options.address?.trim().toLowerCase() ?? null;
        if (address !== null && !isEmailAddress(address)) {
          const { expected, found, whatToDo } = addressFault(address);
          throw new Explained(`--address: ventet ${expected}, fant ${found}. ${whatToDo}`, 2);
        }
        const date = dayOfCampaign(register, campaign);
        const act = { by: personOf(door, options.by), at: door.now() };
        const { cameBack } = unlessRefused(
          addCaseTo(register, campaign, { municipality, date, address, newToken: door.newToken, ...act }),
        );
        const { name, number } = municipality;
        if (options.json) door.out(JSON.stringify({ campaign: campaign.id, municipality: name, number, cameBack }));
        const undo = `Angre med «purrebot campaign withdraw "${name}" --because "lagt til ved en feil"».`;
        if (cameBack)
          door.tell(
            `${name} er tatt inn igjen i ${campaign.id}, med det som var registrert. Angre med «purrebot undo "${name}"».`,
          );
        else {
          door.tell(`${name} (${number}) er lagt til i ${campaign.id}. ${undo}`);
          door.tell(`Kommunen har ikke fått henvendelsen: send den med «purrebot campaign send ${campaign.id}».`);
        }
      });
    });
}
