import { DAILY_CAP, type LetterSettings, type Transport } from '../jobs/deliver-outbox.ts';
import { noteTick } from '../jobs/note-tick.ts';
import { registerFault } from '../jobs/register-fault.ts';
import type { OpenedMail, Register } from '../jobs/take-in-mail.ts';
import { watchClock } from '../jobs/watch-clock.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import type { backOff } from '../rules/sending/back-off.ts';
import type { TrustRules } from '../rules/trust/sender-proof.ts';
import { lane } from './lane.ts';
import { type Log, outage } from './log.ts';
import { letterSender } from './send-letters.ts';
import { alertTeller } from './tell-people.ts';
import { watchMail } from './watch-mail.ts';
import { noWorkerTroubles } from './worker-troubles.ts';

export interface WorkerWorld {
  /** Open, and with the sending lock held: this process alone sends from it. */
  register: Register;
  settings: LetterSettings;
  openMail: () => Promise<OpenedMail>;
  transport: Transport;
  now: () => Instant;
  /** Seconds that the machine has counted since its start, sleep included: what a clock that is put forward is held against. */
  uptime?: () => number;
  chance: () => number;
  everyMinute: (tick: () => Promise<void>) => { stop(): Promise<void> };
  log: Log;
  /** Whose word on senders counts; no server's by default. */
  trust?: TrustRules;
  /** The epoch under which this process sends; null when nobody else can be beside it. */
  lease?: number | null;
  /** Seconds from one letter to the next. */
  pause?: number;
  dailyCap?: number;
  /** Tells beside the register that a letter has left. */
  noteSent?: () => void;
  backOff?: typeof backOff;
  /** `ALERT_TO`: who is told of faults, beside the advisers whose campaigns they concern. */
  alertTo?: readonly string[];
  /** Bytes that are free where the register lies; null = nobody knows. */
  free?: () => number | null;
}

export interface Worker {
  /** What a minute does; settles when it has done it. */
  tick(): Promise<void>;
  /** Ends in reverse order: no new minute, the letter in hand, the mailbox. */
  stop(): Promise<void>;
}

/**
 * The schedule, on one page. Every minute:
 *
 *   look     what is new in the mailbox is stored and read (so does every hint of the server in between)
 *   plan     once a sending day from 08: what the ladders ask for goes into the outbox
 *   deliver  letters that are due and approved leave, when the look found the end of the mailbox
 *   look     once more when something left: its copy goes into the Sent folder
 *   tell     whoever runs this of what needs a person, and of what is over
 *
 * Two lanes: a slow mail server holds no answer back, and an answer that is read meanwhile stops its letter.
 */
export function startWorker(world: WorkerWorld): Worker {
  const { register, now, log } = world;
  let stopping = false;
  const troubles = noWorkerTroubles();
  const mail = watchMail({ ...world, troubles, onFault });
  let retry: NodeJS.Timeout | undefined;
  const again = (seconds: number) => {
    clearTimeout(retry);
    if (stopping) return;
    retry = setTimeout(() => void tick(), seconds * 1000);
  };
  const { lease = null, pause = 0, dailyCap = DAILY_CAP, free = () => null } = world;
  const clock = watchClock(register, world.uptime ?? (() => null));
  const clockTrouble = outage(log);
  const isClockBelieved = () => {
    const believed = clock.look(now());
    if (believed) clockTrouble.isOver('Klokken er i orden igjen.');
    else clockTrouble.began({}, 'Klokken på maskinen kan være feil: ingen brev går. Se «purrebot status».');
    return believed;
  };
  const sender = {
    ...world,
    lease,
    pause,
    dailyCap,
    mail,
    isStopping: () => stopping,
    isClockBelieved,
    again,
    troubles,
    free,
  };
  const sending = lane(letterSender(sender));
  const telling = lane(alertTeller({ ...world, alertTo: world.alertTo ?? [], free, dailyCap, troubles }));
  let working = 0;

  async function tick(): Promise<void> {
    if (stopping) return;
    // A look or a letter that hangs must not hold back the word that it does.
    if (working > 0) await telling.run();
    working += 1;
    try {
      await lookAndSend();
    } finally {
      working -= 1;
    }
    if (!stopping) await telling.run();
  }

  async function lookAndSend(): Promise<void> {
    try {
      noteTick(register, now());
      isClockBelieved();
      // Without a look that found the end, the ladder would be decided on what was known yesterday.
      if ((await mail.look()) && (await sending.run())) await mail.look();
    } catch (error) {
      log.error({ err: error }, 'Feil i et minutts arbeid; neste minutt prøver igjen.');
      onFault(error);
    }
  }

  function onFault(error: unknown): void {
    const fault = registerFault(error);
    if (fault !== null) troubles.register ??= { since: now(), ...fault };
  }

  const minutes = world.everyMinute(tick);
  void tick();
  return {
    tick,
    async stop() {
      stopping = true;
      await minutes.stop();
      clearTimeout(retry);
      await sending.idle();
      await telling.idle();
      await mail.stop();
    },
  };
}
