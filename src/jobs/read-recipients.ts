import { CsvError, type Info, parse } from 'csv-parse/sync';
import type { IsoDate } from '../rules/calendar/iso-date.ts';
import type { Recipient, Role } from '../rules/campaign/campaign.ts';
import type { CampaignFault, Findings } from '../rules/campaign/campaign-fault.ts';
import { addressFault, isEmailAddress } from '../rules/campaign/email-address.ts';
import { type Resolve, resolveRecipients, type WrittenRecipient } from '../rules/campaign/resolve-recipients.ts';
import { decodeText } from './decode-text.ts';
import { columnOf, type RecipientColumn } from './recipient-columns.ts';

/** A list longer than all municipalities and counties many times over is the wrong file. */
const MAX_ROWS = 5_000;

type Cells = Partial<Record<RecipientColumn, string>>;

/**
 * Reads a CSV of recipients as people and Excel write it: comma, semicolon or tab; UTF-8 or Windows-1252; Norwegian or
 * English headings. Any fault and nothing is taken in; all faults are told at once.
 * @returns with faults: `found` are those that could be read, to be shown and not used
 * @param resolve null: municipalities are not looked up
 * @param date the campaign's day, on which names and numbers are understood
 */
export function readRecipients(file: {
  bytes: Uint8Array;
  fileName: string;
  resolve: Resolve | null;
  date: IsoDate;
}):
  | { recipients: Recipient[]; warnings: CampaignFault[] }
  | { faults: CampaignFault[]; warnings: CampaignFault[]; found: Recipient[] } {
  const findings: Findings = { faults: [], warnings: [] };
  const rows = readRecipientRows(file.bytes, file.fileName, findings);
  const recipients = resolveRecipients(rows, file.resolve, file.date, findings);
  const { faults, warnings } = findings;
  return faults.length > 0 ? { faults, warnings, found: recipients } : { recipients, warnings };
}

/** The rows as written, municipalities not looked up; faults and warnings go to the findings. */
export function readRecipientRows(bytes: Uint8Array, fileName: string, findings: Findings): WrittenRecipient[] {
  const decoded = decodeText(bytes);
  if ('unreadable' in decoded) {
    const { unreadable: found, whatToDo } = decoded;
    findings.faults.push({ line: null, place: fileName, expected: 'en CSV-fil', found, whatToDo });
    return [];
  }
  if (decoded.encoding === 'Windows-1252') {
    findings.warnings.push({
      line: null,
      place: fileName,
      expected: 'UTF-8',
      found: 'Windows-1252 (slik Excel ofte lagrer)',
      whatToDo: 'Filen er lest slik. Sjekk at æ, ø og å er riktige.',
    });
  }
  const table = readCells(decoded.text, fileName, findings);
  const [heading, ...rows] = table;
  if (heading === undefined) {
    if (findings.faults.length === 0) findings.faults.push(emptyFile(fileName));
    return [];
  }
  const columns = readHeading(heading, fileName, findings);
  if (columns === null) return [];
  if (rows.length === 0) findings.faults.push(emptyFile(fileName));
  return rows.flatMap(row => readRow(row, columns, fileName, findings) ?? []);
}

interface Row {
  cells: string[];
  line: number;
}

function readCells(text: string, fileName: string, findings: Findings): Row[] {
  try {
    const records = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      to: MAX_ROWS,
      trim: true,
    }) as unknown as { record: string[]; info: Info }[];
    return records.map(({ record, info }) => {
      // info.lines is the last line of a row; a cell with line breaks begins earlier.
      const breaks = record.join('').match(/\n/g)?.length ?? 0;
      return { cells: record.map(cell => cell.normalize('NFC')), line: info.lines - breaks };
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    findings.faults.push(brokenQuotes(error, text, fileName));
    return [];
  }
}

/** The separator that stands most often in the heading, outside quotes. */
function separatorOf(text: string): string {
  const heading = (/^\s*([^\r\n]*)/.exec(text)?.[1] ?? '').replace(/"[^"]*"/g, '');
  const count = (separator: string) => heading.split(separator).length;
  return [';', ',', '\t'].reduce((best, candidate) => (count(candidate) > count(best) ? candidate : best));
}

function brokenQuotes(error: CsvError, text: string, fileName: string): CampaignFault {
  const open = error.code === 'CSV_QUOTE_NOT_CLOSED';
  const line = open ? lineOfOpenQuote(text) : Number((error as CsvError & { lines?: number }).lines ?? 0) || null;
  return {
    line,
    place: fileName,
    expected: 'anførselstegn i par rundt en celle',
    found: open ? 'et anførselstegn som ikke blir lukket' : 'et anførselstegn midt i en celle',
    whatToDo: 'Fjern anførselstegnet, eller lukk det i slutten av cellen.',
  };
}

/** Where the last quote that is never closed opens: the line of the odd one out. */
function lineOfOpenQuote(text: string): number {
  const quotes = [...text.matchAll(/"/g)];
  // A quote left open swallows the rest, so that the first line with an odd number of them is the one to look at.
  const lines = text.split('\n');
  const odd = lines.findIndex(line => (line.match(/"/g)?.length ?? 0) % 2 === 1);
  return odd >= 0 ? odd + 1 : text.slice(0, quotes[quotes.length - 1]?.index ?? 0).split('\n').length;
}

function readHeading(row: Row, fileName: string, findings: Findings): (RecipientColumn | null)[] | null {
  const columns = row.cells.map(columnOf);
  if (!columns.includes('name') && !columns.includes('number')) {
    findings.faults.push({
      line: row.line,
      place: fileName,
      expected: 'overskrifter i første linje, minst «kommune» eller «kommunenr»',
      found: `«${row.cells.join('; ').slice(0, 60)}»`,
      whatToDo: 'Sett inn en første linje, for eksempel «kommunenr;kommune;e-post».',
    });
    return null;
  }
  for (const [index, column] of columns.entries()) {
    const heading = row.cells[index] ?? '';
    if (column === null && heading !== '') {
      findings.warnings.push({
        line: row.line,
        place: fileName,
        expected: 'kommunenr, kommune, e-post, kontakt, kontakt e-post, rådmann, rådmann e-post',
        found: `kolonnen «${heading}»`,
        whatToDo: 'Kolonnen brukes ikke.',
      });
    } else if (column !== null && column !== 'ignored' && columns.indexOf(column) !== index) {
      findings.faults.push({
        line: row.line,
        place: fileName,
        expected: 'hver kolonne én gang',
        found: `«${heading}» på nytt`,
        whatToDo: 'Fjern den ene kolonnen.',
      });
    }
  }
  return columns;
}

function readRow(
  row: Row,
  columns: (RecipientColumn | null)[],
  fileName: string,
  findings: Findings,
): WrittenRecipient | null {
  const { cells, line } = row;
  if (cells.length > columns.length) {
    findings.faults.push({
      line,
      place: fileName,
      expected: `${columns.length} celler`,
      found: `${cells.length}`,
      whatToDo: 'Sett anførselstegn rundt en celle som selv har skilletegnet i seg.',
    });
    return null;
  }
  const named: Cells = {};
  for (const [index, column] of columns.entries()) if (column !== null) named[column] = cells[index] ?? '';
  if (!named.name && !named.number) {
    findings.faults.push({
      line,
      place: fileName,
      expected: 'navnet eller nummeret på en kommune',
      found: 'ingen av delene',
      whatToDo: 'Fyll ut linjen, eller fjern den.',
    });
    return null;
  }
  const contacts = [
    ...contact('postmottak', '', named.address, 'e-post', line, fileName, findings),
    ...contact('director', named.director, named.directorAddress, 'rådmann e-post', line, fileName, findings),
    ...contact('officer', named.officer, named.officerAddress, 'kontakt e-post', line, fileName, findings),
  ];
  return { name: named.name || null, number: named.number || null, contacts, line, place: fileName };
}

function contact(
  role: Role,
  name: string | undefined,
  address: string | undefined,
  column: string,
  line: number,
  fileName: string,
  findings: Findings,
): Recipient['contacts'] {
  const place = `${fileName}: ${column}`;
  if (!address) {
    const lost = role === 'postmottak' ? address === '' : Boolean(name);
    if (lost) {
      const whatToDo =
        role === 'postmottak'
          ? 'Uten adresse går det ikke brev til kommunen før den er satt i registeret.'
          : `${name} får ikke brev uten adresse.`;
      findings.warnings.push({ line, place, expected: 'en e-postadresse', found: 'ingenting', whatToDo });
    }
    return [];
  }
  if (isEmailAddress(address)) return [{ role, name: name ?? '', address: address.toLowerCase() }];
  findings.faults.push({ line, place, ...addressFault(address) });
  return [];
}

function emptyFile(fileName: string): CampaignFault {
  return {
    line: null,
    place: fileName,
    expected: 'overskrifter og minst én kommune',
    found: 'ingen kommuner',
    whatToDo: 'Skriv én kommune på hver linje under overskriftene.',
  };
}
