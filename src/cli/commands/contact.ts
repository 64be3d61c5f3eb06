import type { Command } from 'commander';
import { changeContact } from '../../jobs/change-contact.ts';
import { allCampaigns } from '../../register/campaigns.ts';
import { caseOf } from '../../register/cases.ts';
import { findMunicipality } from '../../register/municipalities.ts';
import type { Register } from '../../register/open-register.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import type { Role } from '../../rules/campaign/campaign.ts';
import type { MunicipalityOnDate } from '../../rules/municipality/municipality.ts';
import { type Door, Explained } from '../door.ts';
import { dayOfCampaign, findRecipient } from '../find-case.ts';
import { unlessRefused } from '../given-values.ts';
import { personOf, theCampaign, withRegister } from '../open-data.ts';

const ROLES: Record<string, Role> = {
  postmottak: 'postmottak',
  director: 'director',
  kommunedirektør: 'director',
  rådmann: 'director',
  officer: 'officer',
  saksbehandler: 'officer',
  kontakt: 'officer',
};

interface Options {
  role: string;
  address: string;
  name?: string;
  campaign?: string;
  by?: string;
  json?: boolean;
}

/** `purrebot contact set MUNICIPALITY`: where letters to it go from now on. */
export function addContact(program: Command, door: Door): void {
  const contact = program.command('contact').description('endrer hvem brevene går til');
  contact
    .command('set')
    .description('setter kommunens adresse i en rolle; den gamle gjelder ikke lenger')
    .argument('<kommune>', 'navn eller nummer')
    .requiredOption('--role <rolle>', 'postmottak, kommunedirektør eller saksbehandler')
    .requiredOption('--address <adresse>', 'e-postadressen')
    .option('--name <navn>', 'hvem det er')
    .option('--campaign <id>', 'henvendelsen som sier hvilken kommune et gammelt navn gjelder')
    .option('--by <navn>', 'hvem som endrer (ellers PURREBOT_USER)')
    .option('--json', 'skriv resultatet som ett JSON-dokument')
    .addHelpText(
      'after',
      '\nEksempel:\n  purrebot contact set Hitra --role postmottak --address postmottak@hitra.kommune.example --by "Eva L. Indreby"',
    )
    .action(async (written: string, options: Options) => {
      await withRegister(program.opts<{ data: string }>().data, register => {
        const role = ROLES[options.role.trim().toLowerCase()];
        if (role === undefined) {
          throw new Explained(
            `--role: ventet postmottak, kommunedirektør eller saksbehandler, fant «${options.role}».`,
            2,
          );
        }
        const municipality = municipalityOf(register, written, options.campaign, door);
        const address = options.address.trim();
        const wanted = { municipalityId: municipality.id, role, name: options.name ?? '', address };
        const act = { by: personOf(door, options.by), at: door.now() };
        const { before, campaigns } = unlessRefused(changeContact(register, wanted, act));
        const { name } = municipality;
        if (options.json) door.out(JSON.stringify({ municipality: name, role, address, before, campaigns }));
        const instead = before.length === 0 ? '' : ` i stedet for ${before.join(', ')}`;
        door.tell(`${name}: ${options.role} er nå ${address.toLowerCase()}${instead}.`);
        door.tell(
          campaigns.length === 0
            ? 'Kommunen har ingen sak i gang. Sett den gamle adressen på nytt for å gå tilbake.'
            : `Notert på saken i ${campaigns.join(', ')}. Angre med «purrebot undo "${name}"».`,
        );
      });
    });
}

/** As the running campaigns know the name, since a case may be of a municipality that has another name today. */
function municipalityOf(
  register: Register,
  written: string,
  campaignId: string | undefined,
  door: Door,
): MunicipalityOnDate {
  if (campaignId !== undefined) return findRecipient(register, theCampaign(register, campaignId), written);
  for (const campaign of allCampaigns(register).filter(one => one.state === 'running')) {
    const answer = findMunicipality(register, written, dayOfCampaign(register, campaign));
    if ('found' in answer && caseOf(register, campaign.id, answer.found.id) !== null) return answer.found;
  }
  const today = findMunicipality(register, written, osloDate(door.now()));
  if ('found' in today) return today.found;
  const near = 'suggestions' in today ? today.suggestions : [];
  throw new Explained(
    `«${written}» er ikke én kommune i dag. ${near.length > 0 ? `Mente du ${near.join(' eller ')}?` : 'Bruk kommunenummeret.'}`,
    2,
  );
}
