import type { Findings } from './campaign-fault.ts';
import { shown, type Written } from './written-value.ts';

/** Many municipalities' mail servers refuse more than about 10 MB, so the whole letter must stay below (domain §4.5). */
const MAX_BYTES = 10 * 1024 * 1024;

/** SvarUt and archive systems refuse these in file names. */
const UNSAFE = /["<>?*|:\\\p{Cc}]/u;

/**
 * File names beside the campaign file, each there, readable as a name everywhere, and together not too big for a mail.
 * @param sizeOf bytes of a file beside the campaign file; null when there is none
 */
export function readAttachments(
  value: Written | undefined,
  sizeOf: (name: string) => number | null,
  place: string,
  findings: Findings,
): string[] {
  const items = value?.kind === 'list' ? value.items : value === undefined || value.kind === 'nothing' ? [] : [value];
  const names: string[] = [];
  let total = 0;
  for (const item of items) {
    const name = item.kind === 'text' ? item.text.trim() : '';
    const fault = faultOf(name, item, names, sizeOf);
    if (fault !== null) {
      findings.faults.push({ line: item.line, place, ...fault });
      continue;
    }
    const size = sizeOf(name) ?? 0;
    const before = total;
    total += size;
    if (total > MAX_BYTES && before <= MAX_BYTES) {
      findings.faults.push({
        line: item.line,
        place,
        expected: 'høyst 10 MB vedlegg til sammen',
        found: `${name} på ${megabytes(size)}, til sammen ${megabytes(total)}`,
        whatToDo: 'Gjør filene mindre, eller legg dem på en nettside og skriv lenken i teksten.',
      });
    }
    names.push(name);
  }
  return names;
}

function faultOf(
  name: string,
  item: Written,
  names: string[],
  sizeOf: (name: string) => number | null,
): { expected: string; found: string; whatToDo: string } | null {
  const found = shown(item);
  if (name === '') return { expected: 'et filnavn', found, whatToDo: 'Skriv ett filnavn på hver linje.' };
  if (name.startsWith('/') || name.split('/').includes('..') || UNSAFE.test(name)) {
    return {
      expected: 'et filnavn ved siden av henvendelsen, uten " < > ? * | : \\',
      found,
      whatToDo: 'Legg filen i samme mappe som henvendelsen og gi den et enkelt navn.',
    };
  }
  if (names.includes(name)) return { expected: 'hver fil én gang', found, whatToDo: 'Behold den ene linjen.' };
  const size = sizeOf(name);
  if (size === null) {
    return {
      expected: 'en fil ved siden av henvendelsen',
      found: `ingen fil med navnet ${found}`,
      whatToDo: 'Sjekk navnet, eller legg filen der.',
    };
  }
  if (size === 0)
    return { expected: 'en fil med innhold', found: `${found}, som er tom`, whatToDo: 'Legg inn filen på nytt.' };
  return null;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
}
