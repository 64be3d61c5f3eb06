import type { IsoDate } from './iso-date.ts';

/**
 * Days that the law's calendar does not know, with their names: a new red day, a day on which offices are closed. An
 * adviser adds them; everywhere in the rules they are an argument.
 */
export type ExtraDays = ReadonlyMap<IsoDate, string>;

export const NO_EXTRA_DAYS: ExtraDays = new Map();
