import type { IsoDate } from '../calendar/iso-date.ts';
import { writtenDate } from '../calendar/written-date.ts';
import { foldName } from '../municipality/fold-name.ts';
import type { MunicipalityAnswer, MunicipalityOnDate } from '../municipality/municipality.ts';
import type { Recipient } from './campaign.ts';
import type { CampaignFault, Findings } from './campaign-fault.ts';

/** What a name or number means on a day; the register's `findMunicipality`. */
export type Resolve = (nameOrNumber: string, date: IsoDate) => MunicipalityAnswer;

/** A recipient as written, before anyone knows which municipality it is. */
export interface WrittenRecipient {
  name: string | null;
  number: string | null;
  contacts: Recipient['contacts'];
  line: number;
  /** «mottakere» or «mottakere.csv». */
  place: string;
}

/**
 * Each recipient as a name or number that means one municipality on the campaign's day. A name wins over a number that
 * says something else, since lists carry today's numbers; a number tells two of one name apart. Each municipality stands once.
 */
export function resolveRecipients(
  rows: WrittenRecipient[],
  resolve: Resolve | null,
  date: IsoDate,
  findings: Findings,
): Recipient[] {
  const firstLine = new Map<string, number>();
  return rows.flatMap(row => {
    const written = row.name ?? row.number ?? '';
    const municipality = resolve === null ? null : resolved(row, resolve, date, findings);
    if (resolve !== null && municipality === null) return [];
    const key = municipality === null ? foldName(written) : String(municipality.id);
    const earlier = firstLine.get(key);
    if (earlier !== undefined) {
      findings.faults.push({
        line: row.line,
        place: row.place,
        expected: 'hver kommune én gang',
        found: `${municipality?.name ?? written} på nytt (først på linje ${earlier})`,
        whatToDo: 'Behold den ene linjen.',
      });
      return [];
    }
    firstLine.set(key, row.line);
    const unique = municipality === null ? written : nameOrNumberOf(municipality, resolve, date);
    return [{ municipality: unique, contacts: row.contacts, line: row.line }];
  });
}

/** The name where it means this one alone, else the number. */
function nameOrNumberOf(municipality: MunicipalityOnDate, resolve: Resolve | null, date: IsoDate): string {
  const byName = resolve?.(municipality.name, date);
  return byName !== undefined && 'found' in byName ? municipality.name : municipality.number;
}

function resolved(
  row: WrittenRecipient,
  resolve: Resolve,
  date: IsoDate,
  findings: Findings,
): MunicipalityOnDate | null {
  const byNumber = row.number === null ? null : resolve(row.number, date);
  if (row.name === null) {
    return row.number === null || byNumber === null ? null : settled(byNumber, row.number, row, date, findings);
  }
  const byName = resolve(row.name, date);
  if ('several' in byName && byNumber !== null && 'found' in byNumber) {
    const { found } = byNumber;
    if (byName.several.some(one => one.id === found.id)) return found;
  }
  const municipality = settled(byName, row.name, row, date, findings);
  const agrees = byNumber === null || ('found' in byNumber && byNumber.found.id === municipality?.id);
  if (municipality !== null && !agrees) {
    findings.warnings.push({
      line: row.line,
      place: row.place,
      expected: `${municipality.number}, som er ${municipality.name} sitt nummer ${writtenDate(date)}`,
      found: `«${row.number}»${byNumber !== null && 'found' in byNumber ? `, som er ${byNumber.found.name}` : ''}`,
      whatToDo: `Navnet gjelder: ${municipality.name}. Rett nummeret hvis navnet er feil.`,
    });
  }
  return municipality;
}

function settled(
  answer: MunicipalityAnswer,
  written: string,
  row: WrittenRecipient,
  date: IsoDate,
  findings: Findings,
): MunicipalityOnDate | null {
  const here = { line: row.line, place: row.place };
  if (!('found' in answer)) {
    findings.faults.push({ ...here, ...unresolved(answer, written, date) });
    return null;
  }
  const { found, paddedFrom, ofAnotherTime } = answer;
  if (paddedFrom !== null) {
    findings.warnings.push({
      ...here,
      expected: 'et kommunenummer med fire siffer',
      found: `«${paddedFrom}»`,
      whatToDo: `Lest som ${found.number} ${found.name}: et regneark har trolig tatt bort nullen. Sjekk at det stemmer.`,
    });
  } else if (ofAnotherTime !== null && /^\d+$/.test(written)) {
    findings.warnings.push({
      ...here,
      expected: `${found.number}, som er nummeret ${writtenDate(date)}`,
      found: `«${ofAnotherTime}», som er ${found.name} sitt nummer på en annen tid`,
      whatToDo: `Lest som ${found.name}. Sjekk at det stemmer.`,
    });
  }
  return found;
}

function unresolved(
  answer: Exclude<MunicipalityAnswer, { found: unknown }>,
  written: string,
  date: IsoDate,
): Pick<CampaignFault, 'expected' | 'found' | 'whatToDo'> {
  if ('several' in answer) {
    const [first] = answer.several;
    return {
      expected: 'én kommune',
      found: `«${written}», som er ${answer.several.map(numbered).join(' og ')}`,
      whatToDo: `Skriv nummeret, eller fylket i parentes: «${first?.name} (${first?.county})».`,
    };
  }
  if ('ended' in answer) {
    const names = answer.successors.map(successor => successor.name);
    return {
      expected: `en kommune som fins ${writtenDate(date)}`,
      found: `«${written}», som tok slutt ${writtenDate(answer.endedOn)}`,
      whatToDo:
        names.length === 1
          ? `Den gikk inn i ${names[0]}: skriv ${names[0]}.`
          : `Den ble delt mellom ${names.join(', ')}: velg hvem som skal ha brevet.`,
    };
  }
  const [nearest] = answer.suggestions;
  return {
    expected: `en kommune eller fylkeskommune som fins ${writtenDate(date)}`,
    found: written === '' ? 'ingenting' : `«${written}»`,
    whatToDo:
      nearest === undefined
        ? 'Sjekk skrivemåten, eller bruk kommunenummeret.'
        : `Mente du ${answer.suggestions.join(' eller ')}?`,
  };
}

function numbered(municipality: MunicipalityOnDate): string {
  return `${municipality.number} ${municipality.name} (${municipality.county})`;
}
