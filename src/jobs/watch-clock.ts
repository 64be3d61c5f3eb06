import { clockRow, latestWork, noteBelieved } from '../register/clock.ts';
import { writeCampaignJournal } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import { holdSending, releaseSending, type SendingHold, sendingHolds } from '../register/sending-holds.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { addSeconds, osloClock, osloDate } from '../rules/calendar/oslo-time.ts';
import { shortDate } from '../rules/calendar/written-date.ts';
import { type ClockState, judgeClock } from '../rules/sending/judge-clock.ts';
import { ROBOT } from './take-effects.ts';

/** Seconds that a clock which was put forward must stand before it is believed: a machine puts itself right sooner. */
export const STEP_STANDS = 3600;

export interface ClockWatch {
  /** Looks at the clock, and holds or releases the sending by what it sees. @returns true when the clock is believed */
  look(now: Instant): boolean;
}

/**
 * The worker's eye on the machine's clock. Reminders obey the calendar, so a wrong clock would write to hundreds too early,
 * and what a rung spares is final: while the clock is not believed nothing is planned and nothing leaves.
 * @param uptime seconds that the machine has counted, sleep included; null when nobody counts them
 */
export function watchClock(register: Register, uptime: () => number | null): ClockWatch {
  let anchor: { at: Instant; uptime: number; accepted: number } | null = null;
  let stepSeen: number | null = null;

  function judge(now: Instant): ClockState {
    const { believedAt, accepted } = clockRow(register);
    if (anchor !== null && anchor.accepted !== accepted) anchor = null;
    const seconds = uptime();
    const expected =
      anchor === null || seconds === null ? null : addSeconds(anchor.at, Math.round(seconds - anchor.uptime));
    const state = judgeClock({ now, latest: latestWork(register), lastBelieved: believedAt, expected });
    if (state !== 'stepped') stepSeen = null;
    else stepSeen ??= seconds;
    if (state === 'stepped' && seconds! - stepSeen! >= STEP_STANDS) return 'believed';
    return state;
  }

  return {
    look(now) {
      const look = register.transaction(() => {
        const state = judge(now);
        if (state === 'believed') {
          noteBelieved(register, now);
          if (releaseSending(register, 'clock')) noted(register, now, 'sending-released', 'Klokken er i orden igjen.');
        } else {
          const hold = clockHold(register, state, now);
          const stands = sendingHolds(register).find(one => one.reason === 'clock');
          if (stands?.because !== hold.because) {
            releaseSending(register, 'clock');
            holdSending(register, hold);
            noted(register, now, 'sending-held', hold.because);
          }
        }
        return state;
      });
      const state = look.immediate();
      const seconds = uptime();
      if (state === 'believed' && seconds !== null)
        anchor = { at: now, uptime: seconds, accepted: clockRow(register).accepted };
      return state === 'believed';
    },
  };
}

/** All holds as of a moment: a clock that is behind holds also where no worker has noted it. Oldest first. */
export function holdsNow(register: Register, now: Instant): SendingHold[] {
  const holds = sendingHolds(register);
  if (holds.some(one => one.reason === 'clock')) return holds;
  const state = judgeClock({ now, latest: latestWork(register), lastBelieved: null, expected: null });
  return state === 'behind' ? [...holds, clockHold(register, state, now)] : holds;
}

/** Only moments that stand still, so that the same trouble is the same words each minute. */
function clockHold(register: Register, state: Exclude<ClockState, 'believed'>, now: Instant): SendingHold {
  const because = {
    behind: `Klokken på maskinen er stilt tilbake: Purrebot har allerede arbeidet ${said(latestWork(register))}. Brev går igjen når klokken er der. Viser den rett tid nå, var det den gangen den viste feil.`,
    leapt: `Purrebot har stått stille i mer enn to uker (siden ${said(clockRow(register).believedAt)}), eller klokken på maskinen viser feil. Se at klokken er rett, og hva som venter («purrebot status»).`,
    stepped: `Klokken på maskinen ble stilt frem (Purrebot arbeidet sist ${said(clockRow(register).believedAt)}). Brev går igjen når den har stått slik i en time.`,
  }[state];
  return { reason: 'clock', since: now, by: null, because };
}

function said(moment: Instant | null): string {
  return moment === null ? 'tidligere' : `${shortDate(osloDate(moment))} kl. ${osloClock(moment)}`;
}

function noted(register: Register, at: Instant, event: string, because: string): void {
  writeCampaignJournal(register, null, { event, reason: 'clock', because }, { at, actor: ROBOT });
}
