import type { Instant } from '../calendar/iso-date.ts';

/** stopped: nothing is read, or nothing leaves · attention: the rest goes on, and a person has something to settle. */
export type Severity = 'stopped' | 'attention';

/** A fault that needs a person, as it is now. All words are Norwegian. */
export interface Alert {
  /** The same for as long as the fault lasts. */
  key: string;
  severity: Severity;
  title: string;
  happened: string;
  /** What the person does next. */
  todo: string;
  began: Instant;
  /** Seconds that it may last before anybody is told: most faults of a network end by themselves. */
  patience: number;
  /** Campaigns that it concerns; none = whoever runs the program. */
  campaigns: string[];
}

/** An alert as the register keeps it, from when it was first seen until it is over. */
export interface KeptAlert extends Alert {
  id: number;
  /** Not seen since then; null = it lasts. */
  gone: Instant | null;
  told: Instant | null;
  /** The last reminder, or the first telling. */
  lastTold: Instant | null;
}

/** An alert from its words; without `patience` it is told at once. */
export function alert(
  key: string,
  severity: Severity,
  { title, happened, todo }: Pick<Alert, 'title' | 'happened' | 'todo'>,
  began: Instant,
  { patience = 0, campaigns = [] }: { patience?: number; campaigns?: string[] } = {},
): Alert {
  return { key, severity, title, happened, todo, began, patience, campaigns };
}
