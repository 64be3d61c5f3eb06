import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { noteBackup } from '../../jobs/note-backup.ts';
import { backUpRegister } from '../../register/backup.ts';
import { BACKUP_FOLDER } from '../../register/newest-backup.ts';
import { osloStamp } from '../../rules/calendar/oslo-time.ts';
import { contentsLine } from '../backup-line.ts';
import { type Door, Explained } from '../door.ts';
import { withRegister } from '../open-data.ts';

/** `purrebot backup [FILE]`: a checked copy of the register, also while the program runs. */
export function addBackup(program: Command, door: Door): void {
  program
    .command('backup')
    .description('tar en sikkerhetskopi av registeret og kontrollerer den; kan gjøres mens Purrebot går')
    .argument('[fil]', 'hvor kopien skal ligge; ellers i mappen backup i datamappen')
    .addHelpText(
      'after',
      '\nKopien inneholder svarene og e-postene: oppbevar den som dem.\n\nEksempler:\n  purrebot backup\n  purrebot backup /srv/kopi/purrebot-2026-11-24.sqlite',
    )
    .action(async (given: string | undefined) => {
      const { data } = program.opts<{ data: string }>();
      const file = given ?? join(data, BACKUP_FOLDER, `register-${osloStamp(door.now())}.sqlite`);
      if (existsSync(file)) throw new Explained(`${file} finnes fra før. Oppgi et annet navn.`, 2);
      await withRegister(data, register => {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        const made = backUpRegister(register, file);
        if ('failed' in made) throw new Explained(made.failed);
        noteBackup(register, door.now());
        door.out(file);
        door.tell(`Kontrollert: ${contentsLine(made.contents)}.`);
      });
    });
}
