import type { Beside } from '../jobs/find-alerts.ts';
import { registerFault } from '../jobs/register-fault.ts';
import { noteFaults, type Telling, type TellingWorld, tellAlerts } from '../jobs/tell-alerts.ts';
import { tellOfRegister, toldOfRegister } from '../jobs/tell-of-register.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { addSeconds } from '../rules/calendar/oslo-time.ts';
import { backOff } from '../rules/sending/back-off.ts';
import { sendingMode } from '../rules/sending/sending-mode.ts';
import { type Log, outage } from './log.ts';
import type { WorkerTroubles } from './worker-troubles.ts';

/** Seconds before a refused alert is tried again: its login is the one that the letters no longer try. */
const WAIT_AFTER_REFUSAL = 3600;

export interface AlertWorld extends TellingWorld {
  troubles: WorkerTroubles;
  /** Bytes that are free where the register lies; null = nobody knows. */
  free: () => number | null;
  dailyCap: number;
  now: () => Instant;
  chance: () => number;
  log: Log;
}

/**
 * Tells people of faults, each minute what is new. Whatever goes wrong here is the log's, once: the program goes on, and
 * what could not be told stays in the register and is tried again.
 */
export function alertTeller(world: AlertWorld): () => Promise<void> {
  const { register, troubles, now, log } = world;
  const channel = outage(log);
  const nobody = outage(log);
  let failures = 0;
  let notBefore: Instant | null = null;

  return async () => {
    try {
      toldOfRegister(register, troubles);
      noteFaults(register, beside(), now());
      if (notBefore !== null && now() < notBefore) return;
      afterwards(await tellAlerts(world, now()));
    } catch (error) {
      const fault = registerFault(error);
      if (fault === null) {
        log.error({ err: error }, 'Varsler kunne ikke sendes på grunn av en feil i Purrebot.');
        return;
      }
      // The register cannot note that it cannot be written.
      troubles.register ??= { since: now(), ...fault };
      await tellOfRegister(world, troubles.register, now()).catch(err =>
        log.error({ err }, 'Et varsel kunne ikke sendes.'),
      );
    }
  };

  function beside(): Beside {
    const { dailyCap: letters, settings } = world;
    return { troubles, free: world.free(), cap: { letters, mode: sendingMode(settings) } };
  }

  function afterwards(telling: Telling): void {
    if (telling.outcome === 'nobody') nobody.began({}, 'Det er varsler, men ingen å sende dem til: sett ALERT_TO.');
    if (telling.outcome !== 'failed') {
      failures = 0;
      notBefore = null;
      if (telling.outcome !== 'sent') return;
      nobody.isOver('Varsler har en mottaker igjen.');
      channel.isOver('Varsler kan sendes igjen.');
      log.info({ alerts: telling.alerts }, 'Varsel er sendt.');
      return;
    }
    failures += 1;
    const seconds = telling.refused ? WAIT_AFTER_REFUSAL : backOff(failures, false, world.chance());
    notBefore = addSeconds(now(), seconds);
    channel.began({}, `Et varsel kunne ikke sendes: ${telling.why} Det prøves igjen; «purrebot status» viser det.`);
  }
}
