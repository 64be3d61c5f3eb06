import { closestWords } from '../municipality/closest-words.ts';
import type { Findings } from './campaign-fault.ts';
import { shown, type Written } from './written-value.ts';

/** A name in code, and the ways in which a person may write it; the first is the one that we propose. */
export type Spellings<Key extends string> = Record<Key, [string, ...string[]]>;

/**
 * The values of a map by our own names. Unknown and repeated keys are faults; a value that is no map gives null.
 * @param place what the keys stand under, '' for the file's head
 */
export function readKeys<Key extends string>(
  value: Written,
  spellings: Spellings<Key>,
  place: string,
  findings: Findings,
): Partial<Record<Key, Written>> | null {
  const names = Object.keys(spellings) as Key[];
  const proposals = names.map(name => spellings[name][0]);
  if (value.kind !== 'map') {
    findings.faults.push({
      line: value.line,
      place: place || 'hodet',
      expected: `nøkler med verdi (${proposals.join(', ')})`,
      found: shown(value),
      whatToDo: `Skriv én nøkkel på hver linje, for eksempel «${proposals[0]}: …».`,
    });
    return null;
  }
  const values: Partial<Record<Key, Written>> = {};
  for (const entry of value.entries) {
    const name = names.find(candidate => spellings[candidate].some(way => foldKey(way) === foldKey(entry.key)));
    if (name === undefined) {
      const [nearest] = closestWords(
        foldKey(entry.key),
        names.flatMap(candidate => spellings[candidate]),
      );
      findings.faults.push({
        line: entry.line,
        place: within(place, entry.key),
        expected: `en av nøklene ${proposals.join(', ')}`,
        found: `«${entry.key}»`,
        whatToDo: nearest ? `Mente du «${nearest}»?` : 'Fjern linjen, eller bruk en av nøklene.',
      });
    } else if (values[name] !== undefined) {
      findings.faults.push({
        line: entry.line,
        place: within(place, entry.key),
        expected: 'hver nøkkel én gang',
        found: `«${entry.key}» på nytt (først på linje ${values[name].line})`,
        whatToDo: 'Behold den ene linjen.',
      });
    } else {
      values[name] = entry.value;
    }
  }
  return values;
}

/** «avsender: e-post». */
export function within(place: string, key: string): string {
  return place === '' ? key : `${place}: ${key}`;
}

/** «Vår-ref.», «vår_ref» and «vår ref» are the same key. */
export function foldKey(key: string): string {
  return key
    .normalize('NFC')
    .toLowerCase()
    .replace(/[-_\s]+/gu, ' ')
    .replace(/\.$/, '')
    .trim();
}
