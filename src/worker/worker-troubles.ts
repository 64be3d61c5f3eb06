import { NO_TROUBLES, type Troubles } from '../rules/alerts/known-state.ts';

/** What does not work, as each part of the worker notes it; read by the one who tells people. */
export type WorkerTroubles = { -readonly [Part in keyof Troubles]: Troubles[Part] };

export function noWorkerTroubles(): WorkerTroubles {
  return { ...NO_TROUBLES };
}
