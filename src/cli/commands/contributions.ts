import type { Command } from 'commander';
import { type Contribution, contributionsOf } from '../../jobs/contributions.ts';
import { shortDate } from '../../rules/calendar/written-date.ts';
import { grouped, plainSpaces } from '../../rules/letters/norwegian-number.ts';
import type { Door } from '../door.ts';
import { theCampaign, withRegister } from '../open-data.ts';
import { table } from '../table.ts';

const ANSWERS: Record<string, string> = {
  all: 'I alt',
  none: 'Ikke svart',
  joined: 'Slutter seg til',
  declined: 'Slutter seg ikke til',
  conditional: 'Med forbehold',
  recommended: 'Innstilling',
  deferred: 'Behandles senere',
  question: 'Spørsmål til oss',
  unclear: 'Uklart',
  withdrawn: 'Tatt ut',
};

/** `purrebot contributions CAMPAIGN`: what each owes by the terms, and what it says itself. */
export function addContributions(program: Command, door: Door): void {
  program
    .command('contributions')
    .description('viser bidragene: kommunens egne tall ved siden av SSBs, med summer etter svar')
    .argument('[henvendelse]', 'id (trengs når flere er i gang)')
    .option('--json', 'skriv tabellen som ett JSON-dokument')
    .addHelpText('after', '\nEksempel:\n  purrebot contributions 2013-samhandling --json')
    .action(async (id: string | undefined, options: { json?: boolean }) => {
      await withRegister(program.opts<{ data: string }>().data, register => {
        const result = contributionsOf(register, theCampaign(register, id));
        if (options.json) {
          door.out(JSON.stringify(result));
          return;
        }
        door.out(
          table([
            ['Kommune', 'Svar', 'Oppgitt innb.', 'Oppgitt kr', 'SSB innb.', 'SSB kr', ''],
            ...result.rows.map(rowOf),
          ]),
        );
        door.out('');
        const sums = Object.entries(result.sums).map(([answer, sum]) => [
          ANSWERS[answer] ?? answer,
          String(sum.municipalities),
          kr(sum.ssbNok),
          kr(sum.statedOrSsbNok),
        ]);
        door.out(table([['Sum', 'Kommuner', 'Etter SSB', 'Oppgitt, ellers SSB'], ...sums]));
        const date = result.rows.find(row => row.ssbDate !== null)?.ssbDate;
        if (date != null) door.tell(`SSBs folketall per ${shortDate(date)}.`);
      });
    });
}

function rowOf(row: Contribution): string[] {
  const differs = row.differs ? 'avviker' : '';
  return [
    row.municipality,
    ANSWERS[row.answer] ?? row.answer,
    kr(row.statedInhabitants),
    kr(row.statedNok),
    kr(row.ssbInhabitants),
    kr(row.ssbNok),
    differs,
  ];
}

function kr(value: number | null): string {
  return value === null ? '–' : plainSpaces(grouped(value));
}
