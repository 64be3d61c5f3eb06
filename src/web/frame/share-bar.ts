import { html, raw } from 'hono/html';
import type { Standing } from '../../rules/standing/standing.ts';

type Part = 'ja' | 'nei' | 'dato' | 'oss' | 'tom';

const WORDS: [Part, string][] = [
  ['ja', 'slutter seg til'],
  ['nei', 'slutter seg ikke til'],
  ['dato', 'behandles'],
  ['oss', 'må avklares eller besvares av oss'],
  ['tom', 'har ikke svart'],
];

/** Where the cases of a campaign stand, as one bar; those that were taken out are no part of it. */
export function shareBar(standings: readonly Standing[]) {
  const taking = standings.filter(one => one.withdrawn === null);
  if (taking.length === 0) return '';
  const counts = new Map<Part, number>();
  for (const standing of taking) counts.set(partOf(standing), (counts.get(partOf(standing)) ?? 0) + 1);
  let x = 0;
  const parts = WORDS.filter(([part]) => counts.has(part)).map(([part, words]) => {
    const width = counts.get(part)!;
    const rect = `<rect class="f-${part}" x="${x}" width="${width}" height="1"/>`;
    x += width;
    return { rect, words: `${width} ${words}` };
  });
  return html`<svg class="share" viewBox="0 0 ${taking.length} 1" preserveAspectRatio="none" role="img" aria-label="${parts.map(one => one.words).join(', ')}">${raw(parts.map(one => one.rect).join(''))}</svg>`;
}

function partOf(standing: Standing): Part {
  if (standing.ball === 'review') return 'oss';
  switch (standing.answer) {
    case 'joined':
      return 'ja';
    case 'declined':
      return 'nei';
    case 'deferred':
    case 'recommended':
      return 'dato';
    case 'conditional':
    case 'question':
    case 'unclear':
      return standing.ball === 'theirs' ? 'dato' : 'oss';
    case 'none':
      return 'tom';
  }
}
