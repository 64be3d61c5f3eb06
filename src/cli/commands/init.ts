import type { Command } from 'commander';
import { countMunicipalities, loadMunicipalitiesOfNorway } from '../../register/municipalities.ts';
import type { Door } from '../door.ts';
import { openData } from '../open-data.ts';

/** `purrebot init`: an empty register with Norway's municipalities; run again it only brings them up to date. */
export function addInit(program: Command, door: Door): void {
  program
    .command('init')
    .description('lager registeret i datamappen, med alle kommuner og fylker')
    .addHelpText('after', '\nEksempel:\n  purrebot --data var init')
    .action(() => {
      const folder = program.opts<{ data: string }>().data;
      const register = openData(folder, true);
      loadMunicipalitiesOfNorway(register);
      const count = countMunicipalities(register);
      register.close();
      door.tell(`Registeret er klart i ${folder}, med ${count} kommuner og fylker (også tidligere).`);
      door.tell('Neste: «purrebot campaign new henvendelse.md», så «purrebot campaign check henvendelse.md».');
    });
}
