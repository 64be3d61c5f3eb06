import { type Command, Option } from 'commander';
import { settleUncertain, type UncertainAs } from '../../jobs/settle-uncertain.ts';
import { lettersInState } from '../../register/outbox.ts';
import { type Door, Explained } from '../door.ts';
import { letterLine } from '../letter-line.ts';
import { personOf, withRegister } from '../open-data.ts';

const AS: Record<string, UncertainAs> = { sendt: 'sent', 'send-igjen': 'again', 'ikke-sendt': 'not-sent' };
const WORDS: Record<UncertainAs, string> = {
  sent: 'regnes som sendt',
  again: 'sendes én gang til med «purrebot deliver»',
  'not-sent': 'regnes som ikke sendt, og sendes ikke',
};

/** `purrebot settle-letter LETTER`: what a person knows of a letter that nobody could tell of. */
export function addSettleLetter(program: Command, door: Door): void {
  program
    .command('settle-letter')
    .description('avgjør et usikkert brev: gikk det, eller skal det sendes igjen?')
    .argument('[brev]', 'brevnummer; uten det vises de usikre')
    .addOption(new Option('--as <hva>', 'hva som gjelder').choices(Object.keys(AS)))
    .option('--because <grunn>', 'hvordan du vet det')
    .option('--by <navn>', 'hvem som avgjør')
    .addHelpText(
      'after',
      '\nKopien i postkassen avgjør det av seg selv når den kommer. Først når den uteblir en time, trengs du.\n\nEksempler:\n  purrebot settle-letter\n  purrebot settle-letter 41 --as sendt --because "Hitra har fått det" --by "Eva L. Indreby"',
    )
    .action(async (number: string | undefined, options: { as?: string; because?: string; by?: string }) => {
      await withRegister(program.opts<{ data: string }>().data, register => {
        if (number === undefined) {
          const uncertain = lettersInState(register, 'uncertain');
          for (const letter of uncertain) door.out(`${letterLine(register, letter)}  ${letter.response ?? ''}`);
          if (uncertain.length === 0) door.tell('Ingen brev er usikre.');
          return;
        }
        const as = AS[options.as ?? ''];
        const because = options.because?.trim() ?? '';
        if (as === undefined) throw new Explained(`Oppgi --as: ${Object.keys(AS).join(', ')}.`, 2);
        if (because === '') throw new Explained('Oppgi --because: hvordan du vet det. Det står i loggen.', 2);
        const by = personOf(door, options.by);
        const settled = settleUncertain(register, Number(number), { as, by, because, at: door.now() });
        if ('refused' in settled) throw new Explained(settled.refused, 2);
        door.tell(`Brev #${settled.letter.id} ${WORDS[as]}.`);
      });
    });
}
