import type { Random } from '../random.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What happens to the machine's clock, or to the machine. */
interface Turn {
  name: string;
  /** What the clock shows at a true moment; null = the program does not run. */
  shows: (trueMs: number) => number | null;
  /** How long, in milliseconds, at most. */
  lasts: number;
}

const off = (ms: number) => (trueMs: number) => trueMs + ms;

/** A clock that is put forward a little is believed after an hour: nothing in the machine knows better then. */
const TURNS: readonly Turn[] = [
  { name: '+1 h', shows: off(HOUR), lasts: 55 * MINUTE },
  { name: '+1 d', shows: off(DAY), lasts: 55 * MINUTE },
  { name: '+400 d', shows: off(400 * DAY), lasts: 30 * HOUR },
  { name: '−1 h', shows: off(-HOUR), lasts: 3 * HOUR },
  { name: '−1 d', shows: off(-DAY), lasts: 30 * HOUR },
  { name: '1970', shows: trueMs => trueMs % (30 * DAY), lasts: 30 * HOUR },
  { name: 'asleep 3 d', shows: () => null, lasts: 3 * DAY },
  { name: 'asleep 7 d', shows: () => null, lasts: 7 * DAY },
  { name: 'asleep 20 d', shows: () => null, lasts: 20 * DAY },
];

/** The clock of a machine on which something happens every month or so. */
export function turnedClock(random: Random, startMs: number) {
  const counts: Record<string, number> = {};
  let turn: Turn | null = null;
  let until = 0;
  let next = startMs + 20 * DAY;
  return {
    counts,
    /** @returns what the clock shows; null while the machine is asleep */
    shows(trueMs: number): number | null {
      if (turn !== null && trueMs >= until) turn = null;
      if (turn === null && trueMs >= next) {
        turn = TURNS[Math.floor(random() * TURNS.length)]!;
        counts[turn.name] = (counts[turn.name] ?? 0) + 1;
        until = trueMs + (turn.name.startsWith('asleep') ? 1 : 0.3 + 0.7 * random()) * turn.lasts;
        next = until + (10 + 40 * random()) * DAY;
      }
      return turn === null ? trueMs : turn.shows(trueMs);
    },
  };
}
