import { setTimeout as sleep } from 'node:timers/promises';
import { releaseAfterComparing } from '../jobs/after-restore.ts';
import { settleClaims } from '../jobs/claim-letter.ts';
import { type Delivery, deliverOutbox, type LetterSettings, type Transport } from '../jobs/deliver-outbox.ts';
import { ladderIsDue, planDay } from '../jobs/plan-day.ts';
import type { Register } from '../jobs/take-in-mail.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { addSeconds } from '../rules/calendar/oslo-time.ts';
import { backOff, isStillWaiting } from '../rules/sending/back-off.ts';
import { sendingMode } from '../rules/sending/sending-mode.ts';
import { type Log, outage } from './log.ts';
import type { MailWatch } from './watch-mail.ts';
import type { WorkerTroubles } from './worker-troubles.ts';

export interface SendWorld {
  register: Register;
  transport: Transport;
  settings: LetterSettings;
  mail: MailWatch;
  now: () => Instant;
  chance: () => number;
  log: Log;
  backOff?: typeof backOff;
  isStopping: () => boolean;
  /** Asked before anything is planned and before each letter. */
  isClockBelieved: () => boolean;
  /** The epoch under which this process sends. */
  lease: number | null;
  /** Seconds from one letter to the next. */
  pause: number;
  dailyCap: number;
  /** Bytes that are free where the register lies; null = nobody knows. */
  free: () => number | null;
  /** Tells beside the register that a letter has left. */
  noteSent?: () => void;
  /** Where it is noted what does not work. */
  troubles: WorkerTroubles;
  /** Asks for another minute's work in that many seconds: a server that is back should not wait for the next one. */
  again: (seconds: number) => void;
}

/** What goes out: the day's ladder, and letters that are due. @returns whether anything left */
export function letterSender(world: SendWorld): () => Promise<boolean> {
  const { register, settings, mail, now, log, troubles } = world;
  const mode = sendingMode(settings);
  const server = outage(log);
  const copies = outage(log);
  let failures = 0;
  let notBefore: Instant | null = null;

  return async () => {
    // We are the only sender and nothing of ours is under way here: what stands claimed was left by a fault of ours.
    const doubtful = settleClaims(register, now());
    if (doubtful.length > 0) log.warn({ letters: doubtful }, 'Brev der ingen vet om de gikk; de sendes ikke på nytt.');
    try {
      // What a rung spares is final, and so is one whose day went by: neither is decided by a clock that may be wrong.
      if (world.isClockBelieved() && ladderIsDue(register, now())) {
        const letters = planDay(register, mode, now());
        log.info({ letters: letters.length }, 'Dagens påminnelser er planlagt.');
      }
    } catch (error) {
      // A fault in one plan must not hold back letters that are approved.
      log.error({ err: error }, 'Dagens påminnelser kunne ikke planlegges.');
    }
    return isStillWaiting(notBefore, now()) ? false : deliver();
  };

  async function deliver(): Promise<boolean> {
    const { transport, lease, dailyCap, free } = world;
    const mailboxes = mail.folders();
    if (releaseAfterComparing(register, mailboxes))
      log.info({}, 'Postkassen er sammenlignet med sikkerhetskopien; brev går igjen.');
    const isStopping = () => world.isStopping() || !world.isClockBelieved();
    const pause = () => sleep(world.pause * 1000);
    const delivery = { register, transport, settings, mailboxes, isStopping, pause, lease, dailyCap, free };
    const result = await deliverOutbox(delivery, now);
    if ('held' in result) {
      log.debug({ why: result.held }, 'Brev venter.');
      return false;
    }
    for (const { letterId, outcome, unwitnessed } of result.deliveries) {
      if (unwitnessed === true) {
        const why = 'Kopien til vår egen postkasse (WITNESS_ADDRESS) blir ikke tatt imot.';
        copies.began({}, why);
        troubles.witness ??= { since: now(), why: 'Tjeneren avviste kopien av det siste brevet.' };
      } else if (outcome === 'sent') {
        copies.isOver('Kopien til vår egen postkasse blir tatt imot igjen.');
        troubles.witness = null;
      }
      const line = { letter: letterId, outcome };
      if (outcome === 'rejected' || outcome === 'uncertain') log.warn(line, 'Et brev trenger en person.');
      else if (outcome !== 'waiting') log.info(line, 'Brev.');
    }
    noteUnwritten(result.deliveries, result.serverDown === null);
    const sent = result.deliveries.some(one => one.outcome === 'sent');
    if (sent) world.noteSent?.();
    if (result.serverDown === null) {
      failures = 0;
      notBefore = null;
      troubles.server = null;
      if (sent) server.isOver('E-posttjeneren tar imot brev igjen.');
      return sent;
    }
    // A refused login is a hold, which is told by itself.
    const { why, refused } = result.serverDown;
    troubles.server = refused ? null : { since: troubles.server?.since ?? now(), why };
    failures += 1;
    const seconds = (world.backOff ?? backOff)(failures, refused, world.chance());
    notBefore = addSeconds(now(), seconds);
    world.again(seconds);
    server.began({}, `${why} Brevene venter.`);
    return sent;
  }
  /** Letters that a person must mend. @param isWhole all that were due have been looked at */
  function noteUnwritten(deliveries: readonly Delivery[], isWhole: boolean): void {
    const before = troubles.unwritten;
    const found = new Map(isWhole ? [] : before);
    for (const { letterId, detail, unwritten } of deliveries) {
      if (unwritten === undefined) {
        found.delete(letterId);
        continue;
      }
      const { campaignId, fault } = unwritten;
      const known = before.get(letterId);
      if (fault !== undefined && known?.why !== detail)
        log.error({ letter: letterId, err: fault }, 'Et brev kunne ikke skrives.');
      found.set(letterId, { campaignId, since: known?.since ?? now(), why: detail });
    }
    troubles.unwritten = found;
  }
}
