import type { Command } from 'commander';
import { makeOrdinary, makeRed } from '../../jobs/change-red-days.ts';
import { redDays } from '../../register/red-days.ts';
import { shortDate, writtenDate } from '../../rules/calendar/written-date.ts';
import { type Door, Explained } from '../door.ts';
import { dayFrom, unlessRefused } from '../given-values.ts';
import { personOf, withRegister } from '../open-data.ts';

interface Options {
  remove?: boolean;
  by?: string;
  json?: boolean;
}

/** `purrebot red-day [DATE] [WHY]`: days that are red beside those of the law. */
export function addRedDayCommand(program: Command, door: Door): void {
  program
    .command('red-day')
    .description('legger inn en fridag som kalenderen ikke kjenner; frister som faller på den, flyttes')
    .argument('[dato]', 'dagen, f.eks. 2026-05-15; uten den vises alle')
    .argument('[hvorfor]', 'hva dagen heter eller hvorfor det er stengt')
    .option('--remove', 'dagen er en vanlig arbeidsdag likevel')
    .option('--by <navn>', 'hvem som legger den inn (ellers PURREBOT_USER)')
    .option('--json', 'skriv resultatet som ett JSON-dokument')
    .addHelpText(
      'after',
      '\nPå dagen går ingen brev, og purreplanen regner den ikke som arbeidsdag.\n\nEksempler:\n  purrebot red-day 2026-05-15 "inneklemt dag, rådhusene er stengt"\n  purrebot red-day 2026-05-15 --remove\n  purrebot red-day',
    )
    .action(async (date: string | undefined, why: string | undefined, options: Options) => {
      await withRegister(program.opts<{ data: string }>().data, register => {
        if (date === undefined) {
          const days = redDays(register);
          if (options.json) door.out(JSON.stringify(days));
          else for (const one of days) door.out(`${writtenDate(one.date)}  ${one.name}  (${one.addedBy})`);
          if (days.length === 0) door.tell('Ingen egne fridager er lagt inn. Helligdagene etter loven gjelder alltid.');
          return;
        }
        const day = dayFrom(date, 'Dato');
        const act = { by: personOf(door, options.by), at: door.now() };
        if (options.remove) {
          unlessRefused(makeOrdinary(register, day, act));
          if (options.json) door.out(JSON.stringify({ removed: day }));
          door.tell(`${writtenDate(day)} er en vanlig arbeidsdag igjen.`);
          return;
        }
        const name = why?.trim() ?? '';
        if (name === '')
          throw new Explained(`Skriv også hvorfor, f.eks. «purrebot red-day ${day} "rådhusene er stengt"».`, 2);
        const { moved, rewritten } = unlessRefused(makeRed(register, day, name, act));
        if (options.json) door.out(JSON.stringify({ date: day, name, moved, rewritten }));
        else
          for (const one of moved) door.out(`${one.name}  frist flyttet til ${shortDate(one.to)}  (${one.campaignId})`);
        if (rewritten > 0) door.tell(`${rewritten} brev som lå klare, skrives på nytt før de går.`);
        door.tell(`${writtenDate(day)} er lagt inn som fridag. ${moved.length} frister er flyttet.`);
      });
    });
}
