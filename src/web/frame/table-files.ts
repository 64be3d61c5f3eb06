import type { Context } from 'hono';
import writeExcelFile from 'write-excel-file/node';
import { csvTable } from '../../rules/export/csv-table.ts';
import { plainCell } from '../../rules/export/table-cell.ts';

export type Cell = string | number | null;

/** A table to take along as CSV. @param name the file's, without its ending */
export function csvFile(c: Context, name: string, head: readonly string[], rows: readonly Cell[][]) {
  return c.body(csvTable([head, ...rows]), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
  });
}

/** The same as a spreadsheet. Words are written as words: none is ever a formula. */
export async function xlsxFile(c: Context, name: string, head: readonly string[], rows: readonly Cell[][]) {
  const bold = head.map(value => ({ value, fontWeight: 'bold' as const }));
  const body = rows.map(row =>
    row.map(value => (typeof value === 'string' ? { value: plainCell(value), type: String } : value)),
  );
  const file = await writeExcelFile([bold, ...body]).toBuffer();
  return c.body(new Uint8Array(file), 200, {
    'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'Content-Disposition': `attachment; filename="${name}.xlsx"`,
  });
}
