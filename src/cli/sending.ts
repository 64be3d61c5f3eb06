import { join } from 'node:path';
import { holdAfterRestore } from '../jobs/after-restore.ts';
import type { LetterSettings, Transport } from '../jobs/deliver-outbox.ts';
import { takeTheTurn } from '../jobs/take-the-turn.ts';
import type { Register } from '../register/open-register.ts';
import { type SendingLock, takeSendingLock } from '../register/sending-lock.ts';
import { isOlderThanMark } from '../register/sent-mark.ts';
import { whyDamaged } from '../register/why-damaged.ts';
import type { Settings } from '../settings.ts';
import { type Door, Explained } from './door.ts';

/** The lock of the one who sends from a data folder; whoever comes second is told who was first. */
export function lockForSending(folder: string, door: Door, whatToDo: string): SendingLock {
  const taken = takeSendingLock(folder, door.processId);
  if ('lock' in taken) return taken.lock;
  const who = taken.heldBy === '' ? '' : ` (prosess ${taken.heldBy})`;
  throw new Explained(`Purrebot er allerede i gang med registeret i ${folder}${who}. ${whatToDo}`);
}

/**
 * What whoever has got the lock does before anything leaves: a damaged register sends nothing, an older one in place of a
 * later one nothing yet.
 * @returns the epoch under which letters may be claimed
 */
export function takeTurn(folder: string, register: Register, door: Door): number {
  const damaged = whyDamaged(register);
  if (damaged !== null) throw new Explained(damaged.refused);
  if (isOlderThanMark(register, folder)) holdAfterRestore(register, door.now());
  return takeTheTurn(register, String(door.processId), door.newKey(), door.now());
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
