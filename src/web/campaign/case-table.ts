import { html } from 'hono/html';
import { grouped } from '../../rules/letters/norwegian-number.ts';
import type { Track } from '../../rules/reminders/case-facts.ts';
import type { Html } from '../frame/page.ts';
import { shownBall, shownDelivery, shownSource, shownTag } from '../frame/standing-tag.ts';
import type { CaseRow, Sort } from './case-row.ts';

const COLUMNS: { sort: Sort; words: string; right?: true }[] = [
  { sort: 'kommune', words: 'Kommune' },
  { sort: 'svar', words: 'Svar' },
  { sort: 'hos', words: 'Hos hvem' },
  { sort: 'levering', words: 'Levering' },
  { sort: 'kilde', words: 'Kilde' },
  { sort: 'belop', words: 'Beløp', right: true },
  { sort: 'neste', words: 'Neste steg' },
];

export interface TableLook {
  caption: string;
  groups: { words: string; id: string; rows: CaseRow[] }[];
  sort: Sort;
  descending: boolean;
  track: Track;
}

/** The table of municipalities. The heads are buttons of the form `filter` above it, so that sorting keeps the filter. */
export function caseTable({ caption, groups, sort, descending, track }: TableLook): Html {
  const head = COLUMNS.map(({ sort: name, words, right }) => {
    const state = name !== sort ? 'none' : descending ? 'descending' : 'ascending';
    const value = name === sort && !descending ? `${name}-ned` : name;
    return html`<th scope="col" aria-sort="${state}"${right ? html` class="r"` : ''}><button type="submit" form="filter" name="sorter" value="${value}">${words}</button></th>`;
  });
  return html`<table class="ds-table cards"><caption class="ds-sr-only">${caption}</caption>
<thead><tr>${head}</tr></thead>
${groups.map(
  group =>
    html`<tbody>${
      group.words === ''
        ? ''
        : html`<tr><th scope="rowgroup" colspan="${COLUMNS.length}" id="${group.id}">${group.words} (${group.rows.length})</th></tr>`
    }${group.rows.map(row => tableRow(row, track))}</tbody>`,
)}</table>`;
}

function tableRow(row: CaseRow, track: Track): Html {
  const { standing } = row;
  const isDone = standing.withdrawn !== null || (standing.closed && standing.ball !== 'review');
  const none = (isNone: boolean) => (isNone ? html` class="none"` : '');
  return html`<tr><th scope="row"><a class="ds-link" href="${row.href}">${row.municipality.name}</a></th>
<td data-l="Svar">${shownTag(row.tag)}</td>
<td data-l="Hos hvem"${none(isDone)}>${shownBall(standing)}</td>
<td data-l="Levering">${shownDelivery(standing, track)}</td>
<td data-l="Kilde"${none(standing.source === null)}>${shownSource(standing)}</td>
<td data-l="Beløp" class="${row.amountNok === null ? 'r num none' : 'r num'}">${row.amountNok === null ? '–' : grouped(row.amountNok)}</td>
<td data-l="Neste"${none(row.next.words === '' || isDone)}>${
    row.next.href === null
      ? html`<span class="${isDone ? 'soft' : ''}">${row.next.words}</span>`
      : html`<a class="ds-link" href="${row.next.href}">${row.next.words}</a>`
  }</td></tr>`;
}
