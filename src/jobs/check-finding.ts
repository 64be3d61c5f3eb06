/** One thing that `purrebot doctor` looked at. */
export interface Check {
  /** A short word that stays the same: scripts look for it. */
  name: string;
  status: 'ok' | 'warn' | 'fail';
  /** What was found, in Norwegian; several lines when there is a list. */
  found: string;
  /** What to do about it; empty when it is in order. */
  cure: string;
}

/** In order. */
export function ok(name: string, found: string): Check {
  return { name, status: 'ok', found, cure: '' };
}

/** The program works, but somebody should look at this. */
export function warn(name: string, found: string, cure: string): Check {
  return { name, status: 'warn', found, cure };
}

/** Something does not work, or must not be trusted, until this is put right. */
export function fail(name: string, found: string, cure: string): Check {
  return { name, status: 'fail', found, cure };
}
