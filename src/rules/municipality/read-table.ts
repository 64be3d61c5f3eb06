/**
 * Rows of one of our own CSV files (comma, UTF-8, quotes doubled inside quotes) by their headings. What strangers write
 * is read by jobs/read-recipients.ts; a fault here is a fault of ours and throws.
 */
export function readTable(text: string): Record<string, string>[] {
  const [heading, ...rows] = readCells(text);
  if (heading === undefined) throw new Error('expected a heading row, found an empty file');
  return rows.map((cells, index) => {
    if (cells.length !== heading.length) {
      throw new Error(`row ${index + 2}: expected ${heading.length} cells, found ${cells.length}`);
    }
    return Object.fromEntries(heading.map((name, column) => [name, cells[column] ?? '']));
  });
}

function readCells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  // A cell: quoted or bare; then what ends it.
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const match = cell.exec(text);
    if (match === null) throw new Error(`expected a cell at character ${at}`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
