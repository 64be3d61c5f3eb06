import { type CellValue, csvLine } from './table-cell.ts';

/** A table as a CSV file that Norwegian Excel opens as it stands: a byte order mark first, or it takes æøå for something else. */
export function csvTable(rows: readonly (readonly CellValue[])[]): string {
  return `\uFEFF${rows.map(csvLine).join('')}`;
}
