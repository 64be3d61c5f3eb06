import type { IsoDate } from '../../rules/calendar/iso-date.ts';
import { dayMonth, dayMonthYear, longDate } from '../../rules/letters/norwegian-date.ts';
import { listOf } from '../../rules/letters/norwegian-list.ts';
import { plainSpaces } from '../../rules/letters/norwegian-number.ts';
import type { CaseRow } from './case-row.ts';

/** «Hvem mangler?», ready to paste into a mail: counts, then the names by why they are missing. Plain text. */
export function missingText(rows: readonly CaseRow[], today: IsoDate): string {
  const taking = rows.filter(row => row.standing.withdrawn === null);
  const missing = taking.filter(row => row.standing.outstanding);
  const count = (answer: string) => taking.filter(row => row.standing.closed && row.standing.answer === answer).length;
  const head = `Per ${dayMonthYear(today)} har ${taking.length - missing.length} av ${taking.length} kommuner svart. ${count('joined')} slutter seg til og ${count('declined')} slutter seg ikke til.`;
  if (missing.length === 0) return plainSpaces(head);
  const groups = new Map<string, string[]>();
  for (const row of missing) {
    const { group, name } = whyMissing(row, today);
    groups.set(group, [...(groups.get(group) ?? []), name]);
  }
  const lines = [...groups].map(([group, names]) => `${group}: ${listOf(names)}.`);
  return plainSpaces([head, '', `Vi mangler svar fra ${missing.length}:`, ...lines].join('\n'));
}

function whyMissing({ standing, municipality: { name } }: CaseRow, today: IsoDate): { group: string; name: string } {
  if (standing.ball === 'review') return { group: 'Må avklares', name };
  if (standing.isOurTurn) return { group: 'Venter på oss', name };
  const day = standing.details?.expectedBy ?? null;
  if (standing.answer === 'deferred' || standing.answer === 'recommended') {
    if (day === null) return { group: 'Behandles', name: `${name} (uten dato)` };
    return { group: 'Behandles', name: `${name} (${day < today ? `møtet var ${dayMonth(day)}` : dayMonth(day)})` };
  }
  const own = standing.extension?.until ?? null;
  if (own !== null && own >= today) return { group: 'Har fått ny frist', name: `${name} (${longDate(own, 'bokmål')})` };
  return { group: 'Ikke svart', name };
}
