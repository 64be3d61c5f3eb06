/**
 * A table as a CSV file that Norwegian Excel opens as it stands: BOM, semicolons, CRLF. A cell that a spreadsheet would take
 * for a formula gets an apostrophe in front (OWASP «CSV injection», full-width signs too): a municipality's words are data.
 */
export function csvTable(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map(row => row.map(csvCell).join(';')).join('\r\n')}\r\n`;
}

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  // A number of ours is no formula, whatever its sign.
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[";\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
