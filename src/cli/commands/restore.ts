import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { holdAfterRestore } from '../../jobs/after-restore.ts';
import { checkBackup, copyBackup, setFilesAside, setRegisterAside } from '../../register/backup.ts';
import { writeCampaignJournal } from '../../register/journal.ts';
import { openRegister } from '../../register/open-register.ts';
import { osloStamp } from '../../rules/calendar/oslo-time.ts';
import { contentsLine } from '../backup-line.ts';
import { type Door, Explained } from '../door.ts';
import { openData, personOf, REGISTER_FILE } from '../open-data.ts';
import { lockForSending } from '../sending.ts';

/** `purrebot restore FILE`: an earlier register in place of today's; nothing leaves until the mailbox has been compared. */
export function addRestore(program: Command, door: Door): void {
  program
    .command('restore')
    .description('henter tilbake en sikkerhetskopi; ingenting sendes før postkassen er sammenlignet med den')
    .argument('<fil>', 'sikkerhetskopien')
    .option('--check', 'bare kontroller kopien, og endre ingenting')
    .option('--by <navn>', 'hvem som henter den tilbake')
    .addHelpText(
      'after',
      '\nDagens register legges til side i datamappen. Stopp «purrebot start» først.\n\nEksempler:\n  purrebot restore var/backup/register-2026-11-23-180000.sqlite --check\n  purrebot restore var/backup/register-2026-11-23-180000.sqlite --by "Eva L. Indreby"',
    )
    .action((file: string, options: { check?: boolean; by?: string }) => {
      const { data } = program.opts<{ data: string }>();
      if (!existsSync(file)) throw new Explained(`Fant ikke ${file}.`, 2);
      const checked = checkBackup(file);
      if ('failed' in checked) throw new Explained(checked.failed);
      door.tell(`${file} er hel: ${contentsLine(checked.contents)}.`);
      if (options.check) return;
      restore(data, file, personOf(door, options.by), door);
    });
}

/** A damaged register is what restoring is for: it is put aside with its log, as it is. */
function setAside(current: string, aside: string): void {
  const opened = openRegister(current);
  if ('register' in opened) setRegisterAside(opened.register, current, aside);
  else if (opened.isDamaged === true) setFilesAside(current, aside);
  else throw new Explained(opened.refused);
}

function restore(data: string, file: string, by: string, door: Door): void {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const lock = lockForSending(data, door, 'Stopp det først. Ingenting er endret.');
  try {
    const now = door.now();
    const current = join(data, REGISTER_FILE);
    copyBackup(file, join(data, `${REGISTER_FILE}.restored`));
    if (existsSync(current)) {
      const aside = join(data, `register-før-${osloStamp(now)}.sqlite`);
      setAside(current, aside);
      door.tell(`Registeret som var der, ligger nå i ${aside}.`);
    }
    renameSync(join(data, `${REGISTER_FILE}.restored`), current);
    const register = openData(data);
    const note = register.transaction(() => {
      holdAfterRestore(register, now);
      const context = { at: now, actor: { kind: 'person', name: by } as const };
      writeCampaignJournal(register, null, { event: 'register-restored' }, context);
    });
    note.immediate();
    register.close();
    door.tell('Hentet tilbake. Ingen brev går før postkassen er lest og sammenlignet; «purrebot start» gjør det.');
  } finally {
    lock.release();
  }
}
