import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { registerFault } from '../jobs/register-fault.ts';
import { projectFolder } from '../project-folder.ts';
import { type Door, Explained } from './door.ts';
import { speakNorwegian } from './norwegian-help.ts';

const VERSION = (JSON.parse(readFileSync(new URL('package.json', projectFolder), 'utf8')) as { version: string })
  .version;

/** Commands that open no register are added first; each file of commands/ exports one function. */
export type AddCommand = (program: Command, door: Door) => void;

/**
 * Runs one command line. The only catch of this door: what is explained is printed as it is, the rest is a fault of ours.
 * @param argv without node and script
 * @returns the exit code: 0 ok · 1 failure · 2 usage or cancelled · 3 findings · 78 settings
 */
export async function runCli(argv: string[], door: Door, commands: readonly AddCommand[]): Promise<number> {
  const program = new Command('purrebot')
    .description('Holder rede på hvem som har svart, og minner dem som ikke har.')
    .version(VERSION, '--version', 'utgaven')
    .option('--data <mappe>', 'mappen med registeret og utboksen', door.environment.PURREBOT_DATA ?? 'var')
    .option('--no-color', 'uten farger (også med NO_COLOR)')
    .showHelpAfterError('(Se «purrebot --help» eller «purrebot help KOMMANDO».)')
    .configureOutput({
      writeOut: text => door.out(text.replace(/\n$/, '')),
      writeErr: text => door.tell(text.replace(/\n$/, '')),
    })
    .exitOverride();
  speakNorwegian(program);
  const findings = { exitCode: 0 };
  for (const add of commands)
    add(program, {
      ...door,
      finding: () => {
        findings.exitCode = 3;
      },
    });
  for (const command of program.commands) inherit(command);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return findings.exitCode;
  } catch (error) {
    if (error instanceof Explained) {
      door.tell(error.message);
      return error.exitCode;
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const fault = registerFault(error);
    // Statements that SQLite does not understand are ours.
    if (fault !== null && (error as { code: string }).code !== 'SQLITE_ERROR') {
      door.tell(fault.isDamaged ? `${fault.why} ${RESTORE}` : `${fault.why} ${TRY_AGAIN}`);
      return 1;
    }
    door.tell(
      `Uventet feil i Purrebot. Ta vare på dette og meld fra:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return 1;
  }
}

const RESTORE = 'Ikke send noe, og ikke slett filen. Hent tilbake siste sikkerhetskopi med «purrebot restore FIL».';
const TRY_AGAIN = 'Kommandoen ble ikke fullført. Rett det som er galt (se «purrebot doctor»), og prøv igjen.';

/** Subcommands print and exit in the same way as the program itself. */
function inherit(command: Command): void {
  command.exitOverride();
  for (const sub of command.commands) inherit(sub);
}
