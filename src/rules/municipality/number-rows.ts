import type { MunicipalWrittenForm } from './municipality.ts';
import type { NumberRow } from './municipality-entities.ts';
import { readTable } from './read-table.ts';

/** Rows of db/municipalities.csv, and of db/municipalities-earlier.csv, which has fewer columns. */
export function municipalityRows(csv: string): NumberRow[] {
  return readTable(csv).map(row => {
    const full = row.name ?? '';
    // The list of 2020–2023 writes «Harstad - Hárstták» and tells Våler from Våler as «Våler (Viken)».
    const plain = withoutCounty(row.name_norwegian || full);
    const parts = withoutCounty(full).split(' - ');
    const others = [full, withoutCounty(full), ...parts, ...(row.name_other_official ?? '').split(/ [-|] /)];
    return {
      kind: 'municipality',
      number: cell(row, 'number') ?? '',
      name: plain,
      otherNames: distinct(others).filter(name => name !== plain),
      county: row.county ?? '',
      writtenForm: cell(row, 'malform') as MunicipalWrittenForm | null,
      population: population(row),
      domain: cell(row, 'web_domain')?.toLowerCase() ?? null,
      organisationNumber: cell(row, 'org_number'),
      ...period(row),
    };
  });
}

/** Rows of db/counties.csv. «Trøndelag» alone means the county too. */
export function countyRows(csv: string): NumberRow[] {
  return readTable(csv).map(row => {
    const name = row.name ?? '';
    const county = name.replace(/ fylkeskommune$/, '');
    return {
      kind: 'county',
      number: cell(row, 'number') ?? '',
      name,
      otherNames: distinct([county, ...(row.name_other_official ?? '').split(' - ')]),
      county,
      writtenForm: null,
      population: null,
      domain: cell(row, 'web_domain')?.toLowerCase() ?? null,
      organisationNumber: cell(row, 'org_number'),
      ...period(row),
    };
  });
}

function period(row: Record<string, string>): Pick<NumberRow, 'validFrom' | 'validTo' | 'successorNumbers'> {
  return {
    validFrom: cell(row, 'valid_from'),
    validTo: cell(row, 'valid_to'),
    successorNumbers: (cell(row, 'successor_numbers') ?? '').split('|').filter(number => number !== ''),
  };
}

function population(row: Record<string, string>): NumberRow['population'] {
  const inhabitants = cell(row, 'inhabitants');
  const date = cell(row, 'inhabitants_date');
  if (inhabitants === null || date === null) return null;
  return { inhabitants: Number(inhabitants), date, source: `SSB (${row.inhabitants_source ?? ''})` };
}

function cell(row: Record<string, string>, column: string): string | null {
  const text = row[column]?.trim();
  return text === undefined || text === '' ? null : text;
}

function withoutCounty(name: string): string {
  return name.replace(/ \(.*\)$/, '');
}

/** Without doubles, empty ones, and those whose letters were lost in the source («Porsá?gu»). */
function distinct(names: string[]): string[] {
  return [...new Set(names.map(name => name.trim()))].filter(name => name !== '' && !name.includes('?'));
}
