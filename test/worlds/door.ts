import type { Door } from '../../src/cli/door.ts';
import { folderSession } from '../../src/mail-in/folder-session.ts';
import { openImap } from '../../src/mail-in/imap-session.ts';
import { mailFolder } from '../../src/mail-in/mail-folder.ts';
import { fileTransport } from '../../src/mail-out/file-transport.ts';
import { smtpTransport } from '../../src/mail-out/smtp-transport.ts';
import { readSettings } from '../../src/settings.ts';
import { counted } from './campaign.ts';
import { at } from './journal.ts';

/** A door without a terminal: a fixed clock that can be turned, and everything that was said. */
export function quietDoor(environment: Record<string, string> = {}, now = at('2013-11-28', '09:37')) {
  const said = { out: [] as string[], told: [] as string[] };
  const clock = { now };
  const door: Door = {
    now: () => clock.now,
    newToken: counted(),
    newKey: () => new Uint8Array(32).fill(7),
    out: text => said.out.push(text),
    tell: text => said.told.push(text),
    ask: null,
    showsProgress: false,
    color: false,
    environment,
    settings: () => {
      const read = readSettings(environment);
      if ('faults' in read) throw new Error(read.faults.join());
      return read.settings;
    },
    mailFolder,
    fileTransport,
    smtpTransport: account => smtpTransport(account),
    mailOpener: ({ imap, mailFolder: folder }) => {
      if (imap !== null) return () => openImap(imap, () => clock.now);
      return folder === null ? null : async () => ({ session: folderSession(mailFolder(folder, () => clock.now)) });
    },
    startWorker: () => {
      throw new Error('a quiet door starts no worker');
    },
    startWeb: () => {
      throw new Error('a quiet door serves no pages');
    },
    untilStopped: async () => undefined,
    processId: process.pid,
    finding: () => undefined,
  };
  return { door, said, clock };
}
