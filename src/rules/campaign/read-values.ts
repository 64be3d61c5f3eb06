import type { IsoDate } from '../calendar/iso-date.ts';
import { readWrittenDate } from '../calendar/read-written-date.ts';
import { weekdayName, writtenDate } from '../calendar/written-date.ts';
import type { Role } from './campaign.ts';
import type { Findings } from './campaign-fault.ts';
import { addressFault, isEmailAddress } from './email-address.ts';
import { foldKey, type Spellings } from './read-keys.ts';
import { shown, type Written } from './written-value.ts';

const ROLES: Spellings<Role> = {
  postmottak: ['postmottak'],
  director: ['kommunedirektør', 'rådmann', 'kommunedirektøren', 'rådmannen', 'director'],
  officer: ['saksbehandler', 'kontakt', 'officer'],
};

/** The text, or null (told) when it is missing, empty, or no single text. */
export function readText(value: Written | undefined, place: string, line: number, findings: Findings): string | null {
  if (value?.kind === 'text' && value.text.trim() !== '') return value.text.normalize('NFC').trim();
  findings.faults.push({
    line: value?.line ?? line,
    place,
    expected: 'en tekst',
    found: value === undefined ? 'ingen slik nøkkel' : shown(value),
    whatToDo: value === undefined ? `Legg til linjen «${place.replace(/^.*: /, '')}: …».` : 'Skriv teksten på linjen.',
  });
  return null;
}

/** A day, or null (told). */
export function readDate(value: Written, place: string, findings: Findings): IsoDate | null {
  const answer = value.kind === 'text' ? readWrittenDate(value.text) : { fault: 'no-form' as const };
  if ('date' in answer && !('fault' in answer)) return answer.date;
  const [expected, whatToDo] =
    answer.fault === 'weekday'
      ? [
          `${weekdayName(answer.date)} eller ingen ukedag`,
          `${writtenDate(answer.date)} er riktig ukedag for den datoen: rett datoen eller ukedagen.`,
        ]
      : answer.fault === 'no-day'
        ? ['en dag som finnes', 'Rett datoen. Den skrives dag.måned.år eller år-måned-dag.']
        : ['en dato med årstall', 'Skriv den som 7.3.2014, 2014-03-07 eller «fredag 7. mars 2014».'];
  findings.faults.push({ line: value.line, place, expected, found: shown(value), whatToDo });
  return null;
}

/** Whole kroner: `3`, `10 000`, «kr 10.000,-». */
export function readKroner(value: Written | undefined, place: string, findings: Findings): number {
  if (value === undefined || value.kind === 'nothing') return 0;
  const text = value.kind === 'text' ? value.text.trim() : '';
  const amount = /^(?:kr\.?\s*)?(\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d+)(?:,-|\s*kr|\s*kroner)?$/iu.exec(text)?.[1];
  if (amount !== undefined) return Number(amount.replace(/\D/gu, ''));
  findings.faults.push({
    line: value.line,
    place,
    expected: 'hele kroner',
    found: shown(value),
    whatToDo: 'Skriv beløpet som 3 eller 10 000, uten øre og fortegn.',
  });
  return 0;
}

/** One address in lower case, or null (told). */
export function readAddress(
  value: Written | undefined,
  place: string,
  line: number,
  findings: Findings,
): string | null {
  const text = readText(value, place, line, findings);
  if (text === null || isEmailAddress(text)) return text?.toLowerCase() ?? null;
  findings.faults.push({ line: value?.line ?? line, place, ...addressFault(text) });
  return null;
}

/** One of the words allowed, by our own name; null (told) for any other. */
export function readWord<Key extends string>(
  value: Written,
  spellings: Spellings<Key>,
  place: string,
  findings: Findings,
): Key | null {
  const names = Object.keys(spellings) as Key[];
  const written = value.kind === 'text' ? foldKey(value.text) : null;
  const name = names.find(candidate => spellings[candidate].some(way => foldKey(way) === written));
  if (name !== undefined) return name;
  findings.faults.push({
    line: value.line,
    place,
    expected: names
      .map(candidate => spellings[candidate][0])
      .join(', ')
      .replace(/, ([^,]*)$/, ' eller $1'),
    found: shown(value),
    whatToDo: 'Velg ett av ordene.',
  });
  return null;
}

/** Who is written to, `postmottak, rådmann` or a list; the fallback when nothing is said. */
export function readRoles(value: Written | undefined, fallback: Role[], place: string, findings: Findings): Role[] {
  if (value === undefined) return fallback;
  const items: Written[] =
    value.kind === 'list'
      ? value.items
      : value.kind === 'text'
        ? value.text.split(/,| og /u).map(text => ({ kind: 'text', text: text.trim(), line: value.line }))
        : [value];
  const roles = items.flatMap(item => readWord(item, ROLES, place, findings) ?? []);
  return [...new Set(roles)];
}
