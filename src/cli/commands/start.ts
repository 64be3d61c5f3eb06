import type { Command } from 'commander';
import { freeSpace } from '../../jobs/free-space.ts';
import { noteSentMark } from '../../register/sent-mark.ts';
import { sendingMode } from '../../rules/sending/sending-mode.ts';
import { type Door, Explained } from '../door.ts';
import { openData } from '../open-data.ts';
import { letterSettings, lockForSending, takeTurn, transportFor } from '../sending.ts';

const MODES = {
  dry: 'Prøvedrift: brev skrives som filer, ingenting sendes',
  redirected: 'Prøvedrift: alle brev går til REDIRECT_ALL_TO',
  live: 'Brev sendes til kommunene',
};

/** `purrebot start`: watches the mailbox, reads, plans and delivers until it is stopped. */
export function addStart(program: Command, door: Door): void {
  program
    .command('start')
    .description('går hele tiden: følger postkassen, leser svar, planlegger påminnelser og sender brev som er godkjent')
    .addHelpText(
      'after',
      '\nStopp med Ctrl-C (eller SIGTERM). Kommandoene kan brukes ved siden av.\n\nEksempler:\n  purrebot start\n  purrebot --data /srv/purrebot start',
    )
    .action(async () => {
      const folder = program.opts<{ data: string }>().data;
      const settings = door.settings();
      const openMail = door.mailOpener(settings);
      if (openMail === null)
        throw new Explained('Ingen postkasse er oppgitt. Sett IMAP_HOST (eller MAIL_FOLDER) i .env.', 78);
      const register = openData(folder);
      try {
        const lock = lockForSending(
          folder,
          door,
          'Stopp det først, eller velg en annen mappe med --data. Ingenting ble startet.',
        );
        try {
          const parts = {
            register,
            openMail,
            settings: letterSettings(settings),
            lease: takeTurn(folder, register, door),
            pause: settings.sendingPause,
            dailyCap: settings.dailyCap,
            trust: settings.trust,
            noteSent: () => noteSentMark(register, folder),
            alertTo: settings.alertTo,
            free: () => freeSpace(folder),
            logLevel: settings.logLevel,
          };
          const worker = door.startWorker({ ...parts, transport: transportFor(settings, folder, door) });
          door.tell(
            `Purrebot er i gang med registeret i ${folder}. ${MODES[sendingMode(settings)]}. Stopp med Ctrl-C.`,
          );
          await door.untilStopped();
          door.tell('Stopper …');
          await worker.stop();
          door.tell('Stoppet.');
        } finally {
          lock.release();
        }
      } finally {
        register.close();
      }
    });
}
