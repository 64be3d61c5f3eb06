import type { IsoDate } from '../calendar/iso-date.ts';
import type { Campaign, CampaignType, WrittenForms } from './campaign.ts';
import type { Findings } from './campaign-fault.ts';
import { readAttachments } from './read-attachments.ts';
import { readDeadlines } from './read-deadlines.ts';
import { readKeys, type Spellings } from './read-keys.ts';
import { readLadder } from './read-ladder.ts';
import { readLetterText, type WrittenText } from './read-letter-text.ts';
import { readRecipientList } from './read-recipient-list.ts';
import { readRounds } from './read-rounds.ts';
import { readSender } from './read-sender.ts';
import { readTerms } from './read-terms.ts';
import { readDate, readText, readWord } from './read-values.ts';
import { type Resolve, resolveRecipients, type WrittenRecipient } from './resolve-recipients.ts';
import { shown, type Written } from './written-value.ts';

type HeadKey =
  | 'id'
  | 'title'
  | 'reference'
  | 'date'
  | 'type'
  | 'terms'
  | 'deadlines'
  | 'ladder'
  | 'rounds'
  | 'recipients'
  | 'sender'
  | 'attachments'
  | 'ask'
  | 'askNynorsk';

const HEAD_KEYS: Spellings<HeadKey> = {
  id: ['id'],
  title: ['tittel', 'title'],
  reference: ['vår ref', 'vår referanse', 'referanse', 'our reference', 'reference'],
  date: ['dato', 'date'],
  type: ['type'],
  terms: ['vilkår', 'terms'],
  deadlines: ['frister', 'frist', 'deadlines', 'deadline'],
  ladder: ['purreplan', 'ladder'],
  rounds: ['runder', 'rounds'],
  recipients: ['mottakere', 'recipients'],
  sender: ['avsender', 'sender'],
  attachments: ['vedlegg', 'attachments'],
  ask: ['oppfordring', 'ask'],
  askNynorsk: ['oppfordring nynorsk', 'ask nynorsk'],
};

const TYPES: Spellings<CampaignType> = {
  accession: ['tilslutning', 'accession'],
  signature: ['signatur', 'signature'],
};

/** A campaign file taken apart, and what its checks may ask. */
export interface CampaignDraft {
  head: Written;
  text: { bokmål: WrittenText; nynorsk: WrittenText | null };
  /** The day that counts when the file has no `dato`. */
  today: IsoDate;
  /** null: municipalities are not looked up. */
  resolve: Resolve | null;
  /** Rows of a recipients file beside; its faults go to the findings. */
  recipientsBeside: (name: string, line: number, findings: Findings) => WrittenRecipient[];
  /** Bytes of a file beside; null when there is none. */
  sizeBeside: (name: string) => number | null;
}

/** Reads every part of the draft and tells all faults at once; the campaign counts only when the findings have none. */
export function checkCampaign(draft: CampaignDraft, findings: Findings): { campaign: Campaign; date: IsoDate } | null {
  const keys = readKeys(draft.head, HEAD_KEYS, '', findings);
  if (keys === null) return null;
  const date = (keys.date && readDate(keys.date, 'dato', findings)) ?? draft.today;
  const missing: Written = { kind: 'nothing', line: 1 };
  const terms = readTerms(keys.terms, findings);
  const deadlines = readDeadlines(keys.deadlines, 1, date, 'frister', findings);
  const hasAmount = terms.baseNok > 0 || terms.perInhabitantNok > 0;
  const campaign: Campaign = {
    id: readId(keys.id, findings),
    title: readText(keys.title, 'tittel', 1, findings)?.replace(/\s+/gu, ' ') ?? '',
    reference: readText(keys.reference, 'vår ref', 1, findings) ?? '',
    type: readWord(keys.type ?? missing, TYPES, 'type', findings) ?? 'accession',
    terms,
    deadlines,
    ladder: readLadder(keys.ladder, 'purreplan', findings),
    rounds: readRounds(keys.rounds, date, deadlines[deadlines.length - 1] ?? null, 'runder', findings),
    recipients: resolveRecipients(readRecipients(keys.recipients, draft, findings), draft.resolve, date, findings),
    sender: readSender(keys.sender, findings),
    attachments: readAttachments(keys.attachments, draft.sizeBeside, 'vedlegg', findings),
    ask: readAsk(keys.ask, keys.askNynorsk, findings),
    text: readTexts(draft.text, hasAmount, findings),
  };
  warnOfOneForm(campaign, findings);
  return { campaign, date };
}

/** The id goes into file names, addresses and Message-IDs. */
function readId(value: Written | undefined, findings: Findings): string {
  const id = readText(value, 'id', 1, findings);
  if (id === null || (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 40)) return id ?? '';
  findings.faults.push({
    line: value?.line ?? 1,
    place: 'id',
    expected: 'små bokstaver a–z, tall og bindestrek, høyst 40 tegn',
    found: `«${id}»`,
    whatToDo: 'Skriv for eksempel «2013-samhandling».',
  });
  return id;
}

function readRecipients(value: Written | undefined, draft: CampaignDraft, findings: Findings): WrittenRecipient[] {
  const place = 'mottakere';
  if (value?.kind === 'text' && value.text.trim() !== '') {
    return draft.recipientsBeside(value.text.trim(), value.line, findings);
  }
  if (value?.kind === 'list' && value.items.length > 0) return readRecipientList(value.items, place, findings);
  findings.faults.push({
    line: value?.line ?? 1,
    place,
    expected: 'kommuner, eller navnet på en CSV-fil',
    found: value === undefined ? 'ingen slik nøkkel' : shown(value),
    whatToDo: 'Skriv én kommune på hver linje («- Hitra»), eller «mottakere: mottakere.csv».',
  });
  return [];
}

function readAsk(value: Written | undefined, nynorsk: Written | undefined, findings: Findings): WrittenForms {
  const both =
    value?.kind === 'map'
      ? readKeys(value, { bokmål: ['bokmål'], nynorsk: ['nynorsk'] }, 'oppfordring', findings)
      : { bokmål: value, nynorsk };
  const place = value?.kind === 'map' ? 'oppfordring: bokmål' : 'oppfordring';
  const part = (words: string | null) =>
    words
      ?.replace(/\s+/gu, ' ')
      .replace(/^(om )?å /iu, '')
      .replace(/\.$/, '') ?? null;
  return {
    bokmål: part(readText(both?.bokmål, place, value?.line ?? 1, findings)) ?? '',
    nynorsk: both?.nynorsk ? part(readText(both.nynorsk, 'oppfordring nynorsk', 1, findings)) : null,
  };
}

function readTexts(text: CampaignDraft['text'], hasAmount: boolean, findings: Findings): WrittenForms {
  const forms = {
    bokmål: readLetterText(text.bokmål, hasAmount, 'brevteksten', findings),
    nynorsk: text.nynorsk && readLetterText(text.nynorsk, hasAmount, 'brevteksten på nynorsk', findings),
  };
  for (const [place, words, line] of [
    ['brevteksten', forms.bokmål, text.bokmål.line],
    ['brevteksten på nynorsk', forms.nynorsk, text.nynorsk?.line ?? null],
  ] as const) {
    if (words !== '') continue;
    findings.faults.push({
      line,
      place,
      expected: 'brevets egen tekst',
      found: 'ingenting',
      whatToDo: 'Skriv hva saken gjelder, under hodet av filen.',
    });
  }
  return forms;
}

function warnOfOneForm({ ask, text }: Campaign, findings: Findings): void {
  if ((ask.nynorsk === null) === (text.nynorsk === null)) return;
  findings.warnings.push({
    line: null,
    place: 'nynorsk',
    expected: 'både «oppfordring nynorsk» og teksten under «## Nynorsk»',
    found: ask.nynorsk === null ? 'bare teksten' : 'bare oppfordringen',
    whatToDo: 'Skriv begge. Det som mangler, blir på bokmål i brevene på nynorsk.',
  });
}
