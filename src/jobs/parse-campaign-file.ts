import type { IsoDate } from '../rules/calendar/iso-date.ts';
import type { Campaign, Recipient } from '../rules/campaign/campaign.ts';
import type { CampaignFault, Findings } from '../rules/campaign/campaign-fault.ts';
import { type CampaignDraft, checkCampaign } from '../rules/campaign/check-campaign.ts';
import type { WrittenText } from '../rules/campaign/read-letter-text.ts';
import type { Resolve } from '../rules/campaign/resolve-recipients.ts';
import { readRecipientRows } from './read-recipients.ts';
import { writtenFromYaml } from './written-from-yaml.ts';

export interface CampaignFile {
  text: string;
  fileName: string;
  /** A file beside the campaign file (its folder and below); null when there is none. */
  readBeside: (name: string) => Uint8Array | null;
  /** The register's `findMunicipality`; null: municipalities are not looked up. */
  resolve: Resolve | null;
  /** The campaign's day when the file does not say one (`dato`). */
  today: IsoDate;
}

export type ParsedCampaign =
  | {
      campaign: Campaign;
      /** The campaign's day: `dato` in the file, else today. Recipients are understood on it. */
      date: IsoDate;
      warnings: CampaignFault[];
    }
  | {
      faults: CampaignFault[];
      warnings: CampaignFault[];
      /** Those that could be understood in spite of the faults: to be shown, not used. */
      found: Recipient[];
    };

/** Reads and checks a campaign file: a head between two lines of `---`, the letter's text below. All faults at once. */
export function parseCampaignFile(file: CampaignFile): ParsedCampaign {
  const findings: Findings = { faults: [], warnings: [] };
  const parts = takeApart(file.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), file.fileName, findings);
  const head = parts && writtenFromYaml(parts.yaml, 2, findings);
  const checked = parts && head && checkCampaign({ head, text: parts.text, ...surroundings(file) }, findings);
  const { faults, warnings } = findings;
  faults.sort(byLine);
  warnings.sort(byLine);
  if (checked && faults.length === 0) return { ...checked, warnings };
  return { faults, warnings, found: checked?.campaign.recipients ?? [] };
}

function surroundings(file: CampaignFile): Omit<CampaignDraft, 'head' | 'text'> {
  const { readBeside, resolve, today } = file;
  return {
    today,
    resolve,
    sizeBeside: name => readBeside(name)?.byteLength ?? null,
    recipientsBeside(name, line, findings) {
      const bytes = /\.(csv|txt|tsv)$/i.test(name) ? readBeside(name) : null;
      if (bytes !== null) return readRecipientRows(bytes, name, findings);
      findings.faults.push({
        line,
        place: 'mottakere',
        expected: 'en CSV-fil ved siden av henvendelsen, eller en liste med kommuner',
        found: `ingen CSV-fil med navnet «${name}»`,
        whatToDo: 'Sjekk filnavnet, eller skriv én kommune på hver linje («- Hitra»).',
      });
      return [];
    },
  };
}

function takeApart(
  text: string,
  fileName: string,
  findings: Findings,
): { yaml: string; text: CampaignDraft['text'] } | null {
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (lines[0]?.trimEnd() === '---' && end > 0) {
    return { yaml: `${lines.slice(1, end).join('\n')}\n`, text: splitForms(lines.slice(end + 1), end + 2) };
  }
  const begins = lines[0]?.trimEnd() === '---';
  findings.faults.push({
    line: 1,
    place: fileName,
    expected: 'et hode mellom to linjer med ---',
    found: begins ? 'bare den første linjen med ---' : `«${(lines[0] ?? '').slice(0, 60)}» på første linje`,
    whatToDo: begins
      ? 'Sett en linje med --- etter hodet, før brevets tekst.'
      : 'Begynn filen med en linje med ---, så nøklene, så en ny linje med ---. «purrebot campaign new» lager en mal.',
  });
  return null;
}

/** The text of each written form: bokmål first, nynorsk under its own heading. Comments (<!-- … -->) are the author's own. */
function splitForms(lines: string[], firstLine: number): CampaignDraft['text'] {
  const clean = lines
    .join('\n')
    .replace(/<!--[\s\S]*?-->/g, comment => comment.replace(/[^\n]/g, ''))
    .split('\n');
  const heading = (form: string) => clean.findIndex(line => new RegExp(`^#{1,3}\\s+${form}\\s*$`, 'iu').test(line));
  const nynorsk = heading('nynorsk');
  const bokmål = heading('bokmål');
  const until = (from: number) => [nynorsk, bokmål].filter(at => at > from).sort((a, b) => a - b)[0] ?? clean.length;
  const part = (from: number): WrittenText => trimmed(clean.slice(from, until(from - 1)), firstLine + from);
  return { bokmål: part(bokmål + 1), nynorsk: nynorsk < 0 ? null : part(nynorsk + 1) };
}

/** Without empty lines at both ends, its line that of the first word. */
function trimmed(lines: string[], line: number): WrittenText {
  const first = lines.findIndex(text => text.trim() !== '');
  return first < 0 ? { text: '', line } : { text: lines.slice(first).join('\n').trimEnd(), line: line + first };
}

function byLine(a: CampaignFault, b: CampaignFault): number {
  return (a.line ?? 0) - (b.line ?? 0);
}
