import { describe, expect, test } from 'vitest';
import { ingestFigures, ingestTable } from '../scripts/bench/ingest-figures.ts';

/** What run.sh prints; each line of ours is its wall s, CPU s and peak MiB. */
function printed(...ours: string[]): string {
  return [
    `100 messages, ${ours.length} rounds, mbsync FSync yes; columns: what, wall s, cpu s, peak MiB`,
    ...ours.flatMap(line => ['mbsync 10.00 4.00 17', 'notmuch 40.00 39.00 119', `ours ${line}`]),
    '--- medians',
    'mbsync 10 s wall, 4 s cpu, 17 MiB, 10 messages/s',
    'ours / (mbsync + notmuch) = 0.340; ours / mbsync = 1.700',
  ].join('\n');
}

const figuresOf = (ours: string[], isShort = false) =>
  ingestFigures(printed(...ours), { messages: 100, rounds: ours.length, isShort });

describe('the figures of the ingest benchmark', () => {
  test('are medians of the rounds and the ratios to the same rounds of the others', () => {
    expect(figuresOf(['99.00 20.00 170', '17.00 18.00 180', '16.00 19.00 190'])).toEqual({
      bench: 'ingest',
      messages: 100,
      rounds: 3,
      ours: { wall: 17, cpu: 19, peakMiB: 180 },
      mbsync: { wall: 10, cpu: 4, peakMiB: 17 },
      notmuch: { wall: 40, cpu: 39, peakMiB: 119 },
      ratio: 0.34,
      ratioToMbsync: 1.7,
      limits: { ratio: 0.35, peakMiB: 400 },
      holds: true,
    });
    expect(figuresOf(['10.00 1.00 100', '11.00 2.00 101']).ours).toEqual({ wall: 10.5, cpu: 1.5, peakMiB: 100.5 });
  });

  test.each([
    ['17.50 18.00 400', true],
    ['17.60 18.00 400', false],
    ['17.50 18.00 401', false],
  ])('hold up to both limits: %s → %s', (ours, holds) => {
    expect(figuresOf([ours]).holds).toBe(holds);
  });

  test('of a short run are judged by the memory alone', () => {
    expect(figuresOf(['50.00 18.00 400'], true).holds).toBe(true);
    expect(figuresOf(['1.00 1.00 401'], true).holds).toBe(false);
  });

  test('are refused when a round is missing', () => {
    const whole = printed('17.00 18.00 180', '17.00 18.00 180');
    expect(() => ingestFigures(whole, { messages: 100, rounds: 3, isShort: false })).toThrow('2 of 3');
    const broken = whole.replace('notmuch', 'nothing');
    expect(() => ingestFigures(broken, { messages: 100, rounds: 2, isShort: false })).toThrow('notmuch: 1 of 2');
  });

  test('are shown with their limits', () => {
    const figures = figuresOf(['17.60 18.00 180']);
    expect(ingestTable(figures, false)).toBe(`Ingest of 100 messages, 1 round, mbsync with FSync yes

what                  wall s       CPU s    peak MiB  messages/s
Purrebot               17.60       18.00         180           6
mbsync                 10.00        4.00          17          10
notmuch                40.00       39.00         119           3
mbsync + notmuch       50.00       43.00         119           2

Purrebot / (mbsync + notmuch)  0.352  limit 0.35: DOES NOT HOLD
Purrebot / mbsync              1.760
Purrebot, peak MiB             180    limit 400: holds`);
    expect(ingestTable(figures, true)).toContain('not judged, start-up dominates');
  });
});
