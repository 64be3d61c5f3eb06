import type { IsoDate } from '../calendar/iso-date.ts';

export type MunicipalityKind = 'municipality' | 'county' | 'regional-council';

/** The form that a municipality has asked the state to write to it in (målvedtak). */
export type MunicipalWrittenForm = 'bokmål' | 'nynorsk' | 'nøytral';

/** A municipality as it was on one day. */
export interface MunicipalityOnDate {
  id: number;
  kind: MunicipalityKind;
  number: string;
  /** «Bjugn», «Trøndelag fylkeskommune»: without «kommune», with «fylkeskommune». */
  name: string;
  /** null when it is not known: write bokmål. */
  writtenForm: MunicipalWrittenForm | null;
  /** «Sør-Trøndelag». */
  county: string;
  /** Lower case. */
  domains: string[];
  organisationNumber: string | null;
}

/** An inhabitants figure and the day it counts for. */
export interface Population {
  inhabitants: number;
  date: IsoDate;
  source: string;
}

/** What a name, a number or a domain means on a day. */
export type MunicipalityAnswer =
  | {
      found: MunicipalityOnDate;
      /** The number as written, when it was found only with a leading zero put before it (`301` for 0301): warn. */
      paddedFrom: string | null;
      /** The number or name as written, when it is this municipality's own but of another time (5001 in 2013): warn. */
      ofAnotherTime: string | null;
    }
  | { none: true /** Names to propose, best first, perhaps none. */; suggestions: string[] }
  | { several: MunicipalityOnDate[] }
  | {
      /** As it was on its last day. */
      ended: MunicipalityOnDate;
      endedOn: IsoDate;
      /** Those that exist on the day asked for; several after a split: a person must choose. */
      successors: MunicipalityOnDate[];
    };
