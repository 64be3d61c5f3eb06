import { isIsoDate } from '../../rules/calendar/add-days.ts';
import type { IsoDate } from '../../rules/calendar/iso-date.ts';
import { foldName } from '../../rules/municipality/fold-name.ts';
import { caseFilter } from './case-filters.ts';
import { type CaseRow, SORTS, type Sort } from './case-row.ts';

/** What the reader asked to see, all of it in the address: it can be kept, sent and printed. */
export interface CaseLook {
  show: string;
  text: string;
  ball: string;
  county: string;
  group: string;
  sort: Sort;
  descending: boolean;
  /** As of the end of a day; null = now. */
  day: IsoDate | null;
}

export function lookFrom(asked: Record<string, string | undefined>): CaseLook {
  const sort = asked.sorter ?? '';
  const name = sort.replace(/-ned$/, '');
  return {
    show: caseFilter(asked.vis).name,
    text: (asked.q ?? '').slice(0, 100),
    ball: ['theirs', 'ours', 'review'].find(one => one === asked.hos) ?? '',
    county: asked.fylke ?? '',
    group: ['svar', 'fylke', 'ingen'].find(one => one === asked.grupper) ?? 'svar',
    sort: SORTS.find(one => one === name) ?? 'kommune',
    descending: sort.endsWith('-ned'),
    day: asked.per !== undefined && isIsoDate(asked.per) ? asked.per : null,
  };
}

/** The same look as an address, without what is as usual. */
export function query(look: CaseLook): string {
  const parts = new URLSearchParams();
  const add = (name: string, value: string, usual: string) => {
    if (value !== usual) parts.set(name, value);
  };
  add('vis', look.show, 'alle');
  add('q', look.text, '');
  add('hos', look.ball, '');
  add('fylke', look.county, '');
  add('grupper', look.group, 'svar');
  add('sorter', `${look.sort}${look.descending ? '-ned' : ''}`, 'kommune');
  add('per', look.day ?? '', '');
  return parts.size === 0 ? '?' : `?${parts}`;
}

export function lookedFor(rows: readonly CaseRow[], look: CaseLook): CaseRow[] {
  const filter = caseFilter(look.show);
  const text = foldName(look.text);
  return rows.filter(
    ({ standing, municipality }) =>
      filter.takes(standing) &&
      (look.ball === '' || (standing.ball === look.ball && (standing.outstanding || standing.ball === 'review'))) &&
      (look.county === '' || municipality.county === look.county) &&
      (text === '' || foldName(municipality.name).includes(text) || municipality.number.startsWith(look.text.trim())),
  );
}
