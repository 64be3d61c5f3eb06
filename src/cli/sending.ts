import { join } from 'node:path';
import type { LetterSettings, Transport } from '../jobs/deliver-outbox.ts';
import { type SendingLock, takeSendingLock } from '../register/sending-lock.ts';
import type { Settings } from '../settings.ts';
import { type Door, Explained } from './door.ts';

/** The lock of the one who sends from a data folder; whoever comes second is told who was first. */
export function lockForSending(folder: string, door: Door, whatToDo: string): SendingLock {
  const taken = takeSendingLock(folder, door.processId);
  if ('lock' in taken) return taken.lock;
  const who = taken.heldBy === '' ? '' : ` (prosess ${taken.heldBy})`;
  throw new Explained(`Purrebot er allerede i gang med registeret i ${folder}${who}. ${whatToDo}`);
}

/** Through the mail server when sending is live, else as files. */
export function transportFor(settings: Settings, folder: string, door: Door): Transport {
  return settings.sending === 'live' && settings.smtp !== null
    ? door.smtpTransport(settings.smtp)
    : door.fileTransport(join(folder, 'outbox'));
}

/** What the letters need of the settings. */
export function letterSettings(settings: Settings): LetterSettings {
  const { sending, redirectAllTo, allowDomains, replyAddress, returnPath, fromAddress, witness } = settings;
  return { sending, redirectAllTo, allowDomains, replyAddress, returnPath, fromAddress, witness, loopId: replyAddress };
}
