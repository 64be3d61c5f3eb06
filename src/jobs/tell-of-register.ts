import { addAlert } from '../register/alerts.ts';
import type { Register } from '../register/open-register.ts';
import { alertLetter } from '../rules/alerts/alert-letter.ts';
import type { Troubles } from '../rules/alerts/known-state.ts';
import { registerAlert } from '../rules/alerts/stopping-alerts.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { addSeconds } from '../rules/calendar/oslo-time.ts';
import { composeTo, type TellingWorld } from './tell-alerts.ts';

const DAY = 24 * 3600;

/** A register in trouble, and when people were last told of it: known to the running program alone. */
export type RegisterTrouble = NonNullable<Troubles['register']> & { told?: Instant };

/** Tells whoever runs the program that the register itself has failed: at most once a day, without asking the register. */
export async function tellOfRegister(
  { transport, settings, alertTo }: TellingWorld,
  trouble: RegisterTrouble,
  now: Instant,
): Promise<void> {
  if (trouble.told !== undefined && addSeconds(trouble.told, DAY) > now) return;
  const [alert] = registerAlert(trouble);
  const kept = { ...alert!, id: 0, gone: null, told: null, lastTold: null };
  const letter = alertLetter({ began: [kept], again: [], over: [], silent: [] })!;
  const mail = await composeTo(alertTo, settings, letter, now);
  if (mail === null) return;
  const result = await transport.send(mail, () => {
    trouble.told = now;
  });
  if (result.sent) trouble.told = now;
  else if (result.of !== 'unknown') delete trouble.told;
}

/** The register can be written again: what was told meanwhile is noted, so that its end is told too. */
export function toldOfRegister(register: Register, troubles: { register: RegisterTrouble | null }): void {
  if (troubles.register === null) return;
  const [alert] = registerAlert(troubles.register);
  addAlert(register, alert!, troubles.register.told ?? null);
  troubles.register = null;
}
