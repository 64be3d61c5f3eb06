import { stringify } from 'yaml';
import type { IsoDate } from '../rules/calendar/iso-date.ts';

/** A campaign as a person fills it in: everything as written, nothing checked. */
export interface CampaignForm {
  id: string;
  title: string;
  reference: string;
  type: string;
  /** The day on which names and numbers are understood. */
  date: IsoDate;
  base: string;
  perInhabitant: string;
  populationDate: string;
  year: string;
  deadlines: string[];
  ladder: string;
  /** Names or numbers as in the file, or the name of a CSV beside it. */
  recipients: string[] | string;
  sender: { name: string; address: string; title: string; unit: string; phone: string };
  /** Names of files beside the campaign file. */
  attachments: string[];
  ask: string;
  askNynorsk: string;
  text: string;
  textNynorsk: string;
}

/**
 * The campaign file of a filled-in form, as `parseCampaignFile` and the command line read it.
 * @returns the text, and the line on which the first recipient of a list stands
 */
export function writeCampaignFile(form: CampaignForm): { text: string; firstRecipient: number } {
  const { sender } = form;
  const value = (words: string) => (words.trim() === '' ? null : words.trim());
  const optional = (key: string, words: string) => (words.trim() === '' ? {} : { [key]: words.trim() });
  const terms = {
    ...optional('grunnbeløp', form.base),
    ...optional('per innbygger', form.perInhabitant),
    ...optional('folketall', form.populationDate),
    ...optional('år', form.year),
  };
  const head = {
    id: value(form.id),
    tittel: value(form.title),
    'vår ref': value(form.reference),
    dato: form.date,
    type: value(form.type),
    ...(Object.keys(terms).length === 0 ? {} : { vilkår: terms }),
    frister: form.deadlines.length === 0 ? null : form.deadlines,
    purreplan: value(form.ladder),
    avsender: {
      navn: value(sender.name),
      'e-post': value(sender.address),
      ...optional('tittel', sender.title),
      enhet: value(sender.unit),
      ...optional('telefon', sender.phone),
    },
    ...(form.attachments.length === 0 ? {} : { vedlegg: form.attachments }),
    oppfordring: value(form.ask),
    ...optional('oppfordring nynorsk', form.askNynorsk),
    // Last, so that a list's lines can be counted from its first.
    mottakere: typeof form.recipients === 'string' || form.recipients.length > 0 ? form.recipients : null,
  };
  const yaml = stringify(head, { lineWidth: 0, nullStr: '' });
  const nynorsk = form.textNynorsk.trim() === '' ? '' : `\n## Nynorsk\n\n${form.textNynorsk.trim()}\n`;
  const text = `---\n${yaml}---\n\n${form.text.trim()}\n${nynorsk}`.replace(/\r\n?/g, '\n');
  const before = text.slice(0, text.indexOf('\nmottakere:') + 1).split('\n').length;
  return { text, firstRecipient: before + 1 };
}
