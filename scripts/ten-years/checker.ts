import { osloClockOf, whyForbidden, workingDaysApart } from './almanac.ts';

/** What the checker counts; all but `letters` must be 0. */
export interface Verdict {
  letters: number;
  outsideHours: number;
  redDays: number;
  /** The same kind of letter to the same case. */
  rungTwice: number;
  /** Two letters to a case with fewer than four working days between. */
  tooSoon: number;
  toClosed: number;
}

export interface Checker {
  /** @param trueMs the time it really was, whatever the machine's clock showed */
  left(token: string, kind: string, trueMs: number): void;
  closed(token: string): void;
  verdict: Verdict;
  /** The first few faults, in words. */
  faults: string[];
}

/** Judges every letter by what can be seen from outside: when it really left, to whom, and of what kind. */
export function checker(extra: ReadonlySet<string>): Checker {
  const verdict: Verdict = { letters: 0, outsideHours: 0, redDays: 0, rungTwice: 0, tooSoon: 0, toClosed: 0 };
  const faults: string[] = [];
  const seen = new Set<string>();
  const closed = new Set<string>();
  const last = new Map<string, string>();
  return {
    verdict,
    faults,
    closed: token => void closed.add(token),
    left(token, kind, trueMs) {
      verdict.letters += 1;
      const fault = (which: Exclude<keyof Verdict, 'letters'>) => {
        verdict[which] += 1;
        if (faults.length < 20) faults.push(`${which}: ${kind} to ${token} at ${new Date(trueMs).toISOString()}`);
      };
      const why = whyForbidden(trueMs, extra);
      if (why !== null) fault(why === 'red' ? 'redDays' : 'outsideHours');
      if (seen.has(`${token} ${kind}`)) fault('rungTwice');
      seen.add(`${token} ${kind}`);
      if (closed.has(token)) fault('toClosed');
      const { day } = osloClockOf(trueMs);
      const before = last.get(token);
      if (before !== undefined && workingDaysApart(before, day, extra) < 4) fault('tooSoon');
      last.set(token, day);
    },
  };
}
