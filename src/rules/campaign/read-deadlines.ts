import { deadlineWarnings } from '../calendar/deadline-warnings.ts';
import type { IsoDate } from '../calendar/iso-date.ts';
import { writtenDate } from '../calendar/written-date.ts';
import type { Findings } from './campaign-fault.ts';
import { readDate } from './read-values.ts';
import type { Written } from './written-value.ts';

/** One day or a list of days in time order, all after the campaign's day; badly placed ones are warned of. */
export function readDeadlines(
  value: Written | undefined,
  line: number,
  date: IsoDate,
  place: string,
  findings: Findings,
): IsoDate[] {
  const items = value?.kind === 'list' ? value.items : value === undefined || value.kind === 'nothing' ? [] : [value];
  if (items.length === 0) {
    findings.faults.push({
      line: value?.line ?? line,
      place,
      expected: 'minst én frist',
      found: 'ingen',
      whatToDo: 'Legg til for eksempel «frister: 12.12.2013».',
    });
  }
  const deadlines: IsoDate[] = [];
  for (const item of items) {
    const deadline = readDate(item, place, findings);
    if (deadline === null) continue;
    const before = deadlines[deadlines.length - 1];
    if (before !== undefined && deadline <= before) {
      findings.faults.push({
        line: item.line,
        place,
        expected: `en dag etter fristen før, ${writtenDate(before)}`,
        found: writtenDate(deadline),
        whatToDo: 'Sett fristene i tidsrekkefølge, hver én gang.',
      });
    } else if (deadline <= date) {
      findings.faults.push({
        line: item.line,
        place,
        expected: `en dag etter henvendelsen ${writtenDate(date)}`,
        found: writtenDate(deadline),
        whatToDo: 'Rett fristen, eller skriv dagen henvendelsen gikk som «dato».',
      });
    }
    warnOfDeadline(deadline, item.line, place, findings);
    deadlines.push(deadline);
  }
  return deadlines;
}

/** Holy Week, romjul, July and days when nobody is at work. */
export function warnOfDeadline(deadline: IsoDate, line: number, place: string, findings: Findings): void {
  for (const found of deadlineWarnings(deadline)) {
    findings.warnings.push({
      line,
      place,
      expected: 'en frist på en vanlig arbeidsdag',
      found,
      whatToDo: 'Flytt den hvis du kan.',
    });
  }
}
