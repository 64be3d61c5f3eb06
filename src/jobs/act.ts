import type { Register } from '../register/open-register.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';

/** Who acts and when: both stand in the journal. */
export interface Act {
  by: string;
  at: Instant;
}

/** An act that cannot be done: why, in Norwegian, and what to do instead. */
export interface Refused {
  refused: string;
}

/** The journal's words for a person's act. */
export function byPerson({ by, at }: Act): { at: Instant; actor: { kind: 'person'; name: string } } {
  return { at, actor: { kind: 'person', name: by } };
}

/** Runs an act in one transaction that other processes wait for. */
export function inOneAct<T>(register: Register, act: () => T): T {
  return register.transaction(act).immediate();
}
