import type { Command } from 'commander';
import { freeSpace } from '../../jobs/free-space.ts';
import { noteSentMark } from '../../register/sent-mark.ts';
import { sendingMode } from '../../rules/sending/sending-mode.ts';
import type { Settings } from '../../settings.ts';
import { type Door, Explained, type WebParts } from '../door.ts';
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
          const transport = transportFor(settings, folder, door);
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
          const nudged = { tick: async () => {} };
          const pages = await servePages(settings, door, {
            register: () => register,
            letters: parts.settings,
            transport,
            nudge: () => void nudged.tick(),
          });
          const worker = door.startWorker({ ...parts, transport });
          nudged.tick = worker.tick;
          door.tell(
            `Purrebot er i gang med registeret i ${folder}. ${MODES[sendingMode(settings)]}. Stopp med Ctrl-C.`,
          );
          await door.untilStopped();
          door.tell('Stopper …');
          await pages?.stop();
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

/** Before the worker: a port that is taken is told before anything leaves. @returns null when no pages are set */
async function servePages(
  settings: Settings,
  door: Door,
  parts: Pick<WebParts, 'register' | 'letters' | 'transport' | 'nudge'>,
): Promise<{ stop: () => Promise<void> } | null> {
  const { web, people, unit, logLevel } = settings;
  if (web === null) return null;
  const pages = await door.startWeb({ ...parts, web, people, unit, logLevel, now: door.now, demo: null });
  if ('refused' in pages) throw new Explained(`${pages.refused} Ingenting ble startet.`);
  const nobody = people.length === 0 ? ' PEOPLE er ikke satt, så ingen kan logge inn.' : '';
  door.tell(`Nettsidene ligger på ${web.url}.${nobody}`);
  return pages;
}
