import type { Terms } from './campaign.ts';
import type { Findings } from './campaign-fault.ts';
import { readKeys, type Spellings } from './read-keys.ts';
import { readDate, readKroner } from './read-values.ts';
import { shown, type Written } from './written-value.ts';

const TERM_KEYS: Spellings<'base' | 'perInhabitant' | 'populationDate' | 'year'> = {
  base: ['grunnbeløp', 'base amount', 'base'],
  perInhabitant: ['per innbygger', 'amount per inhabitant', 'per inhabitant'],
  populationDate: ['folketall', 'folketallsdato', 'population date', 'population'],
  year: ['år', 'year'],
};

/** What joining costs; all nothing when the file has no terms. */
export function readTerms(value: Written | undefined, findings: Findings): Terms {
  const none: Terms = { baseNok: 0, perInhabitantNok: 0, populationDate: null, year: null };
  const keys = value === undefined || value.kind === 'nothing' ? {} : readKeys(value, TERM_KEYS, 'vilkår', findings);
  if (keys === null) return none;
  const terms = {
    baseNok: readKroner(keys.base, 'vilkår: grunnbeløp', findings),
    perInhabitantNok: readKroner(keys.perInhabitant, 'vilkår: per innbygger', findings),
    populationDate: keys.populationDate ? readDate(keys.populationDate, 'vilkår: folketall', findings) : null,
    year: readYear(keys.year, findings),
  };
  if (terms.perInhabitantNok > 0 && keys.populationDate === undefined) {
    findings.warnings.push({
      line: keys.perInhabitant?.line ?? value?.line ?? 1,
      place: 'vilkår: folketall',
      expected: 'datoen som folketallet gjelder for',
      found: 'ingen slik nøkkel',
      whatToDo: 'Legg til for eksempel «folketall: 1.1.2013». Uten den brukes det siste folketallet som er kjent.',
    });
  }
  return terms;
}

function readYear(value: Written | undefined, findings: Findings): number | null {
  if (value === undefined || value.kind === 'nothing') return null;
  if (value.kind === 'text' && /^(19|20)\d\d$/.test(value.text.trim())) return Number(value.text);
  findings.faults.push({
    line: value.line,
    place: 'vilkår: år',
    expected: 'et årstall med fire siffer',
    found: shown(value),
    whatToDo: 'Skriv det første året det betales for.',
  });
  return null;
}
