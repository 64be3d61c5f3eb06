/** What one program cost: medians over the rounds. */
export interface Cost {
  /** Seconds. */
  wall: number;
  /** Seconds of processor time, of the program and not of the server. */
  cpu: number;
  peakMiB: number;
}

/** The document of `--json`. */
export interface IngestFigures {
  bench: 'ingest';
  messages: number;
  rounds: number;
  ours: Cost;
  mbsync: Cost;
  notmuch: Cost;
  /** Wall time of ours by that of mbsync and notmuch, one after the other. */
  ratio: number;
  ratioToMbsync: number;
  limits: { ratio: number; peakMiB: number };
  holds: boolean;
}

export const LIMITS = { ratio: 0.35, peakMiB: 400 };

/** A measured line of run.sh: what, wall s, CPU s, peak MiB. The medians below them have units and are passed over. */
const MEASURED = /^(ours|mbsync|notmuch) (\d+(?:\.\d+)?) (\d+(?:\.\d+)?) (\d+)$/;

/** @param isShort start-up is most of the time then, so only the memory decides */
export function ingestFigures(
  output: string,
  { messages, rounds, isShort }: { messages: number; rounds: number; isShort: boolean },
): IngestFigures {
  const ours = costOf('ours', output, rounds);
  const mbsync = costOf('mbsync', output, rounds);
  const notmuch = costOf('notmuch', output, rounds);
  // Decided on what is printed: nobody should read 0.350 and «does not hold».
  const ratio = rounded(ours.wall / (mbsync.wall + notmuch.wall));
  const ratioToMbsync = rounded(ours.wall / mbsync.wall);
  const holds = ours.peakMiB <= LIMITS.peakMiB && (isShort || ratio <= LIMITS.ratio);
  return { bench: 'ingest', messages, rounds, ours, mbsync, notmuch, ratio, ratioToMbsync, limits: LIMITS, holds };
}

function costOf(what: string, output: string, rounds: number): Cost {
  const runs = output
    .split('\n')
    .map(line => MEASURED.exec(line.trim()))
    .filter(match => match?.[1] === what)
    .map(match => match!.slice(2).map(Number));
  // A median of fewer rounds would look just as good.
  if (runs.length !== rounds) throw new Error(`${what}: ${runs.length} of ${rounds} rounds were measured`);
  const [wall, cpu, peakMiB] = [0, 1, 2].map(column => median(runs.map(run => run[column]!)));
  return { wall: wall!, cpu: cpu!, peakMiB: peakMiB! };
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : rounded((sorted[middle - 1]! + sorted[middle]!) / 2);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** For people. */
export function ingestTable(figures: IngestFigures, isShort: boolean): string {
  const { messages, rounds, ours, mbsync, notmuch, ratio, ratioToMbsync, limits } = figures;
  const both = {
    wall: mbsync.wall + notmuch.wall,
    cpu: mbsync.cpu + notmuch.cpu,
    peakMiB: Math.max(mbsync.peakMiB, notmuch.peakMiB),
  };
  const row = (what: string, { wall, cpu, peakMiB }: Cost) =>
    columns(what, wall.toFixed(2), cpu.toFixed(2), peakMiB.toFixed(0), (messages / wall).toFixed(0));
  const verdict = (holds: boolean) => (holds ? 'holds' : 'DOES NOT HOLD');
  return [
    `Ingest of ${messages} messages, ${rounds === 1 ? '1 round' : `medians of ${rounds} rounds`}, mbsync with FSync yes`,
    '',
    columns('what', 'wall s', 'CPU s', 'peak MiB', 'messages/s'),
    row('Purrebot', ours),
    row('mbsync', mbsync),
    row('notmuch', notmuch),
    row('mbsync + notmuch', both),
    '',
    `Purrebot / (mbsync + notmuch)  ${ratio.toFixed(3)}  limit ${limits.ratio}: ${
      isShort ? 'not judged, start-up dominates so short a run' : verdict(ratio <= limits.ratio)
    }`,
    `Purrebot / mbsync              ${ratioToMbsync.toFixed(3)}`,
    `Purrebot, peak MiB             ${ours.peakMiB.toFixed(0).padEnd(5)}  limit ${limits.peakMiB}: ${verdict(ours.peakMiB <= limits.peakMiB)}`,
  ].join('\n');
}

function columns(what: string, ...values: string[]): string {
  return what.padEnd(16) + values.map(value => value.padStart(12)).join('');
}
