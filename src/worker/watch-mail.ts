import { compareWithServer, comparisonIsDue, noteCompared } from '../jobs/compare-with-server.ts';
import { keepCopies } from '../jobs/keep-copies.ts';
import {
  answerFolders,
  type MailSession,
  type OpenedMail,
  type Register,
  type TakenIn,
  takeInMail,
} from '../jobs/take-in-mail.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { addSeconds } from '../rules/calendar/oslo-time.ts';
import { backOff, isStillWaiting } from '../rules/sending/back-off.ts';
import { NO_TRUSTED_SERVER, type TrustRules } from '../rules/trust/sender-proof.ts';
import { lane } from './lane.ts';
import { type Log, outage } from './log.ts';
import type { WorkerTroubles } from './worker-troubles.ts';

/** A connection that lived this long, in seconds, was a good one: the next failure is the first again. */
const HEALTHY = 300;

export interface WatchWorld {
  register: Register;
  /** Opens the mailbox anew: a connection that was lost is never used again. */
  openMail: () => Promise<OpenedMail>;
  now: () => Instant;
  /** From 0 up to 1. */
  chance: () => number;
  log: Log;
  /** Whose word on senders counts; no server's by default. */
  trust?: TrustRules;
  /** Seconds before the next attempt; tests shorten it. */
  backOff?: typeof backOff;
  /** Where it is noted that the mailbox cannot be read. */
  troubles?: WorkerTroubles;
  /** Told of what is no fault of the mailbox's: a bug, or the register's. */
  onFault?: (error: unknown) => void;
}

/** Keeps the mailbox open and read. */
export interface MailWatch {
  /** Looks now, and files copies of what left: true when everything that was there at the call is stored and read. */
  look(): Promise<boolean>;
  /** Names of the folders that must have been read before anything is sent; empty before the first connection. */
  folders(): readonly string[];
  stop(): Promise<void>;
}

/**
 * IDLE is a hint and the stored position the truth: whatever comes, the next look finds it. A lost connection is opened
 * again after a wait that grows; looks in between say at once that there is none.
 */
export function watchMail(world: WatchWorld): MailWatch {
  const { register, now, log, trust = NO_TRUSTED_SERVER } = world;
  const trouble = outage(log);
  const copies = outage(log);
  let session: MailSession | null = null;
  let folders: readonly string[] = [];
  let openedAt: Instant | null = null;
  let failures = 0;
  let notBefore: Instant | null = null;
  let retry: NodeJS.Timeout | undefined;
  let stopped = false;
  const looks = lane(look);

  async function look(): Promise<boolean> {
    const open = session ?? (await connect());
    if (open === null) return false;
    try {
      const taken = await takeInMail({ register, session: open, trust }, now);
      tell(taken);
      await copy(open);
      await compare(open);
      await open.rest();
      trouble.isOver('Postkassen leses igjen.');
      if (world.troubles !== undefined) world.troubles.mailbox = null;
      return true;
    } catch (error) {
      if (session === open) lost(open, isOfTheMailbox(error) ? wordsOf(error) : null, saidNo(error));
      // What the connection was lost by is told when it closes; anything else is a fault of ours or of the register.
      if (!isOfTheMailbox(error)) {
        log.error({ err: error }, 'Postkassen kunne ikke leses.');
        world.onFault?.(error);
      }
      return false;
    }
  }

  /** The letters have left: a folder that takes no copy is told of, and holds nothing up. */
  async function copy(open: MailSession): Promise<void> {
    try {
      const kept = await keepCopies({ register, session: open }, now);
      if (kept > 0) log.debug({ kept }, 'Kopier i Sendt.');
      copies.isOver('Kopier av brev legges i Sendt igjen.');
    } catch (error) {
      if (!isOfTheMailbox(error)) throw error;
      copies.began({}, 'Kopier av brev kan ikke legges i Sendt nå.');
    }
  }

  /** Once a night: what the server has, against what we have. A server that will not be searched holds nothing up. */
  async function compare(open: MailSession): Promise<void> {
    if (!comparisonIsDue(register, now())) return;
    try {
      const { comparisons, fetched } = await compareWithServer({ register, session: open, trust }, now);
      for (const one of fetched) tell({ ...one, byHand: 0, moved: 0 });
      for (const { there, missed, gone } of comparisons) {
        if (missed > 0)
          log.warn({ there, missed, gone }, 'E-post lå i postkassen uten å være hentet. Den er hentet nå.');
        else log.info({ there, missed, gone }, 'Postkassen er sammenlignet med tjeneren: alt er her.');
      }
    } catch (error) {
      if ((error as { responseStatus?: string }).responseStatus !== 'NO') throw error;
      log.warn({}, 'Tjeneren lar ikke postkassen sammenlignes nå.');
      noteCompared(register, now());
    }
  }

  async function connect(): Promise<MailSession | null> {
    if (stopped || isStillWaiting(notBefore, now())) return null;
    const opened = await world.openMail();
    if ('failed' in opened) {
      fail(opened.failed, opened.refused, opened.wait);
      return null;
    }
    const { session: fresh } = opened;
    if (stopped) {
      await fresh.close();
      return null;
    }
    session = fresh;
    folders = answerFolders(fresh);
    openedAt = now();
    fresh.onNews(() => void looks.run());
    void fresh.closed.then(why => lost(fresh, why));
    log.info({ folders: folders.length }, 'Postkassen er åpnet.');
    return fresh;
  }

  /** @param hasSaidNo the server is there and refuses: it is asked again as slowly as after a refused login */
  function lost(which: MailSession, why: string | null, hasSaidNo = false): void {
    if (session !== which) return;
    session = null;
    void which.close();
    if (stopped) return;
    if (openedAt !== null && addSeconds(openedAt, HEALTHY) <= now()) failures = 0;
    fail(why ?? 'Forbindelsen til postkassen ble brutt.', false, hasSaidNo ? 0 : undefined);
  }

  /** @param wait seconds that the server, being there, wants at least */
  function fail(why: string, refused: boolean, wait?: number): void {
    failures += 1;
    const isSlow = refused || wait !== undefined;
    const seconds = Math.max((world.backOff ?? backOff)(failures, isSlow, world.chance()), wait ?? 0);
    const since = world.troubles?.mailbox?.since ?? now();
    if (world.troubles !== undefined) world.troubles.mailbox = { since, why, refused };
    notBefore = addSeconds(now(), Math.ceil(seconds));
    trouble.began({ failures, seconds }, why);
    clearTimeout(retry);
    // A timer that is set after the stop would keep the process for as long as it waits.
    if (stopped) return;
    retry = setTimeout(() => {
      notBefore = null;
      void looks.run();
    }, seconds * 1000);
  }

  function tell({ fetched, known, refused, read, byHand, moved }: TakenIn): void {
    for (const { fault, messageId } of read)
      if (fault !== undefined) log.error({ message: messageId, err: fault }, 'Leseren feilet på en melding.');
    for (const { messageId, kind, conclusion, campaign, review, outcome } of read)
      log.debug({ message: messageId, kind, conclusion, campaign, review, outcome }, 'Lest.');
    const reviews = read.filter(one => one.review).length;
    if (fetched + known + refused + byHand + moved > 0)
      log.info({ fetched, known, tooLarge: refused, read: read.length, reviews, byHand, moved }, 'Ny e-post.');
  }

  return {
    look: () => looks.run(),
    folders: () => folders,
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await looks.idle();
      const open = session;
      session = null;
      await open?.close();
    },
  };
}

function saidNo(error: unknown): boolean {
  return (error as { responseStatus?: string }).responseStatus !== undefined;
}

/** Code alone: the server's own text may name folders and people. */
function wordsOf(error: unknown): string {
  const { code, responseStatus } = error as { code?: string; responseStatus?: string };
  return `Postkassen kunne ikke leses (${code ?? responseStatus}).`;
}

/** A broken connection and a server's «no» are expected; anything else is a bug, or the disk's. */
function isOfTheMailbox(error: unknown): boolean {
  const { code, responseStatus } = error as { code?: unknown; responseStatus?: unknown };
  if (responseStatus !== undefined) return true;
  return typeof code === 'string' && !code.startsWith('SQLITE') && !code.startsWith('ERR_');
}
