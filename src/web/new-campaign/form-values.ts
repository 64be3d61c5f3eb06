import type { CampaignForm } from '../../jobs/write-campaign-file.ts';
import { findMunicipality } from '../../register/municipalities.ts';
import { municipalitiesOn } from '../../register/municipality-list.ts';
import type { Register } from '../../register/open-register.ts';
import type { IsoDate } from '../../rules/calendar/iso-date.ts';
import { campaignIdFrom } from '../../rules/campaign/campaign-id.ts';
import { textOf } from '../case/answer-fields.ts';

/** The form's fields of one line or text each, in the order of the page. */
export const FIELDS = [
  'tittel',
  'id',
  'ref',
  'type',
  'grunnbelop',
  'perinnbygger',
  'folketall',
  'aar',
  'frist',
  'frist2',
  'frist3',
  'purreplan',
  'oppfordring',
  'oppfordring-nn',
  'tekst',
  'tekst-nn',
  'navn',
  'epost',
  'stilling',
  'enhet',
  'telefon',
  'hvem',
  'liste',
] as const;

export type FieldName = (typeof FIELDS)[number];

/** What somebody filled in, as written: it is shown again whatever is wrong with it. */
export interface FormValues {
  fields: Record<FieldName, string>;
  /** Chosen counties. */
  counties: string[];
  withCounty: boolean;
  /** Names of files that were sent before and shall stay. */
  keep: string[];
}

export function valuesFrom(form: Record<string, unknown>): FormValues {
  const texts = (name: string) =>
    [form[name] ?? []].flat().flatMap(one => (typeof one === 'string' ? one.normalize('NFC').slice(0, 200) : []));
  const fields = Object.fromEntries(FIELDS.map(name => [name, textOf(form, name).replace(/\r\n?/g, '\n')]));
  return {
    fields: fields as FormValues['fields'],
    counties: texts('fylke'),
    withCounty: textOf(form, 'fylkeskommuner') === 'ja',
    keep: texts('behold'),
  };
}

/** A form's file, with where each recipient of its list was written. */
export interface FilledIn {
  form: CampaignForm;
  /** Lines of the pasted list, one a recipient; null when the recipients come from elsewhere. */
  listLines: number[] | null;
}

/** @param csv the name of the recipients file, when there is one */
export function filledIn(
  register: Register,
  { fields, counties, withCounty }: FormValues,
  today: IsoDate,
  { csv, attachments }: { csv: string | null; attachments: string[] },
): FilledIn {
  const line = (name: FieldName) => fields[name].replace(/\s+/g, ' ').slice(0, 500);
  const pasted = fields.liste
    .split('\n')
    .map((written, index) => ({ written: written.replace(/\s+/g, ' ').trim(), line: index + 1 }))
    .filter(one => one.written !== '');
  const isList = fields.hvem === 'liste';
  const chosen = fields.hvem === 'fil' ? (csv ?? []) : inCounties(register, counties, withCounty, today);
  const form: CampaignForm = {
    id: line('id') || (line('tittel') === '' ? '' : campaignIdFrom(line('tittel'))),
    title: line('tittel'),
    reference: line('ref'),
    type: line('type'),
    date: today,
    base: line('grunnbelop'),
    perInhabitant: line('perinnbygger'),
    populationDate: line('folketall'),
    year: line('aar'),
    deadlines: [line('frist'), line('frist2'), line('frist3')].filter(one => one !== ''),
    ladder: line('purreplan'),
    recipients: isList ? pasted.map(one => one.written) : chosen,
    sender: {
      name: line('navn'),
      address: line('epost'),
      title: line('stilling'),
      unit: line('enhet'),
      phone: line('telefon'),
    },
    attachments,
    ask: line('oppfordring'),
    askNynorsk: line('oppfordring-nn'),
    text: fields.tekst.slice(0, 20_000),
    textNynorsk: fields['tekst-nn'].slice(0, 20_000),
  };
  return { form, listLines: isList ? pasted.map(one => one.line) : null };
}

/** Names where they mean one municipality alone, else numbers. */
function inCounties(register: Register, counties: readonly string[], withCounty: boolean, today: IsoDate): string[] {
  return municipalitiesOn(register, today)
    .filter(one => counties.includes(one.county))
    .filter(one => one.kind === 'municipality' || (one.kind === 'county' && withCounty))
    .map(one => ('found' in findMunicipality(register, one.name, today) ? one.name : one.number));
}
