import { attachedFiles, checkCampaignText } from '../../jobs/check-campaign-text.ts';
import type { ParsedCampaign } from '../../jobs/parse-campaign-file.ts';
import { writeCampaignFile } from '../../jobs/write-campaign-file.ts';
import type { CampaignFile } from '../../register/campaigns.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import type { CampaignFault } from '../../rules/campaign/campaign-fault.ts';
import type { UploadedFile } from '../frame/kept-uploads.ts';
import type { WebWorld } from '../web-world.ts';
import { type FilledIn, type FormValues, filledIn } from './form-values.ts';

/** Of attachments and the recipients file together. */
export const MOST_BYTES = 5 * 1024 * 1024;

export interface CheckedForm {
  /** The campaign file, as the command line reads it, and its name. */
  text: string;
  fileName: string;
  parsed: ParsedCampaign;
  attached: CampaignFile[];
}

/** @param files those that came with the form and those that were kept from before */
export function checkForm(world: WebWorld, values: FormValues, files: readonly UploadedFile[]): CheckedForm {
  const today = osloDate(world.now());
  const csv = files.find(one => one.field === 'mottakerfil')?.name ?? null;
  const attachments = files.filter(one => one.field === 'vedlegg').map(one => one.name);
  const filled = filledIn(world.register, values, today, { csv, attachments });
  const { text, firstRecipient } = writeCampaignFile(filled.form);
  const fileName = `${filled.form.id.replace(/[^a-z0-9-]+/gi, '-').slice(0, 40) || 'henvendelse'}.md`;
  const readBeside = (name: string) => files.find(one => one.name === name)?.bytes ?? null;
  const parsed = checkCampaignText(world.register, { text, fileName, readBeside, today });
  const own = [...lostFiles(values, files), ...tooMuch(files)];
  const inWords = (all: readonly CampaignFault[]) => all.map(one => inFormWords(one, filled, firstRecipient, csv));
  if (!('faults' in parsed) && own.length === 0)
    return {
      text,
      fileName,
      parsed: { ...parsed, warnings: inWords(parsed.warnings) },
      attached: attachedFiles(parsed.campaign, readBeside),
    };
  const [faults, found] = 'faults' in parsed ? [parsed.faults, parsed.found] : [[], parsed.campaign.recipients];
  const told = { faults: [...own, ...inWords(faults)], warnings: inWords(parsed.warnings), found };
  return { text, fileName, parsed: told, attached: [] };
}

function lostFiles({ keep }: FormValues, files: readonly UploadedFile[]): CampaignFault[] {
  return keep
    .filter(name => !files.some(one => one.name === name))
    .map(name => ({
      line: null,
      place: 'vedlegg',
      expected: 'filen du valgte',
      found: `«${name}», som ikke er her lenger`,
      whatToDo: 'Velg den på nytt, eller fjern den.',
    }));
}

function tooMuch(files: readonly UploadedFile[]): CampaignFault[] {
  const bytes = files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
  if (bytes <= MOST_BYTES) return [];
  const found = `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
  return [
    {
      line: null,
      place: 'vedlegg',
      expected: 'høyst 5 MB til sammen',
      found,
      whatToDo: 'Gjør filene mindre, eller legg dem på en nettside og skriv lenken i teksten.',
    },
  ];
}

/** A fault of the file, said of the form: lines are those of the pasted list or the CSV, never of a file nobody wrote. */
function inFormWords(
  fault: CampaignFault,
  { listLines }: FilledIn,
  firstRecipient: number,
  csv: string | null,
): CampaignFault {
  if (csv !== null && fault.place.startsWith(csv)) return fault;
  const isRecipient = fault.place.startsWith('mottakere');
  const lineOf = (line: number) => listLines?.[line - firstRecipient] ?? null;
  const advice: Record<string, string> = {
    mottakere: 'Velg fylker, lim inn en liste eller velg en CSV-fil.',
    tekst: 'Skriv oppfordringen og teksten på nynorsk.',
    'vilkår: folketall': fault.found === 'ingen slik nøkkel' ? 'Velg datoen folketallet gjelder for.' : fault.whatToDo,
    frister: fault.found === 'ingen' ? 'Velg minst én frist.' : fault.whatToDo.replace(/, eller skriv dagen.*$/, '.'),
  };
  const isEmptyList = fault.place === 'mottakere' && fault.expected.includes('CSV-fil');
  const whatToDo =
    (fault.place === 'mottakere' && !isEmptyList ? undefined : advice[fault.place]) ??
    fault.whatToDo.replace('Skriv teksten på linjen.', 'Fyll ut feltet.').replace(', under hodet av filen', '');
  return {
    ...fault,
    whatToDo,
    line: isRecipient && fault.line !== null && !isEmptyList ? lineOf(fault.line) : null,
    found: fault.found.replace(/på linje (\d+)/, (_, line) => `på linje ${lineOf(Number(line)) ?? line}`),
  };
}

const IDS: Record<string, string> = {
  id: 'id',
  tittel: 'tittel',
  'vår ref': 'ref',
  type: 'type',
  'vilkår: grunnbeløp': 'grunnbelop',
  'vilkår: per innbygger': 'perinnbygger',
  'vilkår: folketall': 'folketall',
  'vilkår: år': 'aar',
  frister: 'frist',
  purreplan: 'purreplan',
  oppfordring: 'oppfordring',
  'oppfordring nynorsk': 'oppfordring-nn',
  nynorsk: 'oppfordring-nn',
  tekst: 'tekst-nn',
  brevteksten: 'tekst',
  'brevteksten på nynorsk': 'tekst-nn',
  'avsender: navn': 'navn',
  'avsender: e-post': 'epost',
  'avsender: tittel': 'stilling',
  'avsender: enhet': 'enhet',
  'avsender: telefon': 'telefon',
  vedlegg: 'vedlegg',
};

/** The field that a fault is about. */
export function fieldOf({ place }: CampaignFault): string | null {
  if (place.startsWith('mottakere')) return 'mottakere';
  return Object.hasOwn(IDS, place) ? IDS[place]! : null;
}
