import type { IsoDate } from '../rules/calendar/iso-date.ts';
import { readWrittenDate } from '../rules/calendar/read-written-date.ts';
import { writtenDate } from '../rules/calendar/written-date.ts';
import { Explained } from './door.ts';

/** A day on the command line: 2014-03-07, 7.3.2014 or «7. mars 2014». */
export function dayFrom(written: string, place: string): IsoDate {
  const answer = readWrittenDate(written);
  if ('date' in answer && !('fault' in answer)) return answer.date;
  if (answer.fault === 'weekday') {
    throw new Explained(`${place}: «${written}» er ${writtenDate(answer.date)}. Rett dagen eller ukedagen.`, 2);
  }
  throw new Explained(`${place}: ventet en dag, f.eks. 2014-03-07 eller 7.3.2014, fant «${written}».`, 2);
}

/** Whole kroner: 14133, «14 133», «kr 14.133,-». */
export function kronerFrom(written: string): number {
  const digits = /^(?:kr\.?\s*)?(\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d+)(?:,-|\s*kr|\s*kroner)?$/iu.exec(
    written.trim(),
  )?.[1];
  if (digits !== undefined) return Number(digits.replace(/\D/gu, ''));
  throw new Explained(`--amount: ventet hele kroner, f.eks. 14133, fant «${written}».`, 2);
}

/** What a refused act says becomes what the command says. */
export function unlessRefused<T extends object>(result: T | { refused: string }): T {
  if ('refused' in result) throw new Explained(result.refused);
  return result;
}
