import { html, raw } from 'hono/html';
import type { IsoDate } from '../../rules/calendar/iso-date.ts';
import { shortDate } from '../../rules/calendar/written-date.ts';
import { dayMonthYear, daysUntil } from '../../rules/letters/norwegian-date.ts';
import type { Html } from '../frame/page.ts';
import { tableDay } from '../frame/written-moment.ts';

/** What the curve shows: days on which answers came, deadlines and letters. All days as ISO dates. */
export interface CurveFacts {
  from: IsoDate;
  to: IsoDate;
  total: number;
  /** A day for each answer. */
  answered: IsoDate[];
  joined: IsoDate[];
  deadlines: IsoDate[];
  letters: IsoDate[];
}

interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const WIDE: Frame = { width: 860, height: 300, left: 34, right: 112, top: 22, bottom: 48 };
const PHONE: Frame = { width: 320, height: 250, left: 34, right: 14, top: 22, bottom: 48 };

/** The answers over time, drawn twice (wide and for a phone; one is shown), with its figures as a table below. */
export function responseCurve(facts: CurveFacts): Html {
  if (facts.to <= facts.from || facts.total === 0) return html``;
  return html`<section aria-labelledby="kurve"><h2 class="ds-heading" data-size="xs" id="kurve">Svar over tid</h2>
<figure class="chart">${drawn(facts, WIDE, 'wide')}${drawn(facts, PHONE, 'phone')}<figcaption class="small soft">Trekant: brev sendt. Stiplet strek: frist. Grønn kurve: slutter seg til. Grå kurve: alle svar.</figcaption></figure>
${figures(facts)}</section>`;
}

function drawn(facts: CurveFacts, frame: Frame, name: 'wide' | 'phone'): Html {
  const days = daysUntil(facts.from, facts.to);
  const x = (day: IsoDate) =>
    frame.left +
    (Math.min(Math.max(daysUntil(facts.from, day), 0), days) / days) * (frame.width - frame.left - frame.right);
  const y = (count: number) =>
    frame.height - frame.bottom - (count / facts.total) * (frame.height - frame.top - frame.bottom);
  const end = frame.width - frame.right;
  const floor = y(0);
  const round = (value: number) => Math.round(value * 10) / 10;
  const step = (all: readonly IsoDate[]) => {
    let count = 0;
    const moves = [...all].sort().map(day => `H${round(x(day))}V${round(y(++count))}`);
    return `M${round(x(facts.from))} ${round(floor)}${moves.join('')}H${round(x(facts.to))}`;
  };
  const axis = gridLines(facts.total, name === 'wide' ? 5 : 3)
    .map(
      count =>
        `<line class="axis" x1="${frame.left}" x2="${end}" y1="${round(y(count))}" y2="${round(y(count))}"/><text x="${frame.left - 6}" y="${round(y(count)) + 4}" text-anchor="end">${count}</text>`,
    )
    .join('');
  const mark = (day: IsoDate, words: string, at: number) => {
    const place = x(day);
    const isRight = place > frame.width * 0.6;
    return `<text x="${round(place + (isRight ? -5 : 5))}" y="${at}"${isRight ? ' text-anchor="end"' : ''}>${words}</text>`;
  };
  const deadlines = facts.deadlines
    .filter(day => day >= facts.from && day <= facts.to)
    .map(
      day =>
        `<line class="frist" x1="${round(x(day))}" x2="${round(x(day))}" y1="18" y2="${round(floor)}"/>${mark(day, `Frist ${tableDay(day)}`, 14)}`,
    )
    .join('');
  const letters = [...new Set(facts.letters)]
    .map(day => {
      const place = round(x(day));
      const label =
        name === 'wide' || facts.letters.length <= 2 ? mark(day, `Brev ${tableDay(day)}`, frame.height - 13) : '';
      return `<path class="letter" d="M${place - 5} ${round(floor) + 16}h10l-5 -9z"/>${label}`;
    })
    .join('');
  const [all, yes] = [facts.answered.length, facts.joined.length];
  const close = Math.abs(y(all) - y(yes)) < 14;
  const ends =
    name === 'wide'
      ? `<text class="strong" x="${end + 8}" y="${round(y(all)) + (close ? -3 : 4)}">${all} har svart</text><text class="strong" x="${end + 8}" y="${round(y(yes)) + (close ? 13 : 4)}">${yes} slutter seg til</text>`
      : '';
  return html`<svg class="${name}" viewBox="0 0 ${frame.width} ${frame.height}" role="img" aria-labelledby="k-${name}-t k-${name}-d">
<title id="k-${name}-t">Svar over tid, ${dayMonthYear(facts.from)} til ${dayMonthYear(facts.to)}</title>
<desc id="k-${name}-d">${described(facts)}</desc>
${raw(`${axis}${deadlines}${letters}<path class="alle" d="${step(facts.answered)}"/><path class="ja" d="${step(facts.joined)}"/>${ends}`)}
</svg>`;
}

function described({ answered, joined, deadlines, letters, total }: CurveFacts): string {
  const by = deadlines.map(
    day => `${answered.filter(one => one <= day).length} hadde svart ved fristen ${shortDate(day)}`,
  );
  const sent = [...new Set(letters)].map(shortDate);
  return [
    `${answered.length} av ${total} har svart, ${joined.length} slutter seg til.`,
    by.length === 0 ? '' : `${by.join('; ')}.`,
    sent.length === 0 ? '' : `Brev gikk ${sent.join(', ')}.`,
  ]
    .filter(one => one !== '')
    .join(' ');
}

function gridLines(total: number, most: number): number[] {
  const step = [1, 2, 5, 10, 20, 25, 50, 100].find(one => total / one <= most) ?? 100;
  const lines = Array.from({ length: Math.floor(total / step) + 1 }, (_, index) => index * step);
  return lines.at(-1) === total || total - lines.at(-1)! < step / 2 ? lines : [...lines, total];
}

function figures({ answered }: CurveFacts): Html {
  let sum = 0;
  const days = new Map<IsoDate, number>();
  for (const day of [...answered].sort()) days.set(day, (days.get(day) ?? 0) + 1);
  const rows = [...days].map(([day, count]) => {
    sum += count;
    return html`<tr><td class="num">${shortDate(day)}</td><td class="r num">${count}</td><td class="r num">${sum}</td></tr>`;
  });
  return html`<details class="ds-details noprint" data-color="neutral"><summary>Tallene bak kurven</summary><div><table class="ds-table"><thead><tr><th scope="col">Dato</th><th scope="col" class="r">Nye svar</th><th scope="col" class="r">I alt</th></tr></thead><tbody>${rows}</tbody></table></div></details>`;
}
