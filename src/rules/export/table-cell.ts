/** A cell of an exported table as the register has it. */
export type CellValue = string | number | null;

/**
 * A spreadsheet takes a cell that begins so for a formula, and runs it (OWASP, «CSV injection»): the ASCII signs, their
 * full-width forms, which some programs read alike, and the blanks that are passed over before one of them.
 */
const FORMULA = /^[\s\p{Cc}\ufeff]*[=+\-@＝＋－＠﹢﹣﹦﹫−]|^[\t\r\n]/u;

/** Signs that no cell can show: they would end the file for some programs, and no XML may hold them. */
const CONTROLS = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;

/** No cell of Excel holds more. */
const LONGEST = 32_767;

/** The text of a cell that nobody's spreadsheet takes for a formula: such a text gets an apostrophe in front. */
export function plainCell(value: string): string {
  const text = value.replace(CONTROLS, '').replace(/\r\n?/g, '\n');
  return (FORMULA.test(value) || FORMULA.test(text) ? `'${text}` : text).slice(0, LONGEST);
}

/** One line of a CSV file for Norwegian Excel: semicolons, every text in quotation marks, CRLF at its end. */
export function csvLine(cells: readonly CellValue[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`;
}

function csvCell(value: CellValue): string {
  if (value === null) return '';
  // Numbers of ours, which no sender writes: a negative one stays a number.
  if (typeof value === 'number') return String(value).replace('.', ',');
  return `"${plainCell(value).replaceAll('"', '""')}"`;
}

/**
 * A cell of an XLSX sheet. A text is written as a string (`inlineStr`), never as a formula, and gets the apostrophe too:
 * who saves the sheet as CSV would make a formula of it.
 * @param place «B7»
 */
export function xlsxCell(place: string, value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${place}"><v>${value}</v></c>` : '';
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${xmlText(plainCell(value))}</t></is></c>`;
}

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
