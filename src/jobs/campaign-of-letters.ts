import type { IsoDate } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import { MONTHS } from '../rules/calendar/written-date.ts';
import type { Campaign, CampaignType, Sender, Terms } from '../rules/campaign/campaign.ts';
import type { CampaignFault, Findings } from '../rules/campaign/campaign-fault.ts';
import { amountsIn } from '../rules/text/amounts.ts';
import { datesIn } from '../rules/text/dates.ts';
import { fold } from '../rules/text/fold.ts';
import type { SentLetter } from './sent-letters.ts';

/** What the adviser says herself, beside the letters. */
export interface KnownOfCampaign {
  id: string | null;
  reference: string | null;
}

/** A campaign as its own letters tell it: the first is the request. What they do not tell is a fault, with what to do. */
export function campaignOfLetters(
  letters: readonly SentLetter[],
  known: KnownOfCampaign,
  findings: Findings,
): Campaign {
  const [request] = letters as [SentLetter, ...SentLetter[]];
  const date = osloDate(request.sentAt);
  const title = stemOf(request.message.subject);
  const reference = known.reference ?? referenceIn(letters);
  const fault = (place: string, expected: string, whatToDo: string) =>
    findings.faults.push({ line: null, place: `${request.file}: ${place}`, expected, found: 'ingen', whatToDo });
  if (title === '') fault('emnet', 'henvendelsens tittel', FILE);
  if (reference === null) fault('vår referanse', 'et saksnummer som 13/01746', `Oppgi --reference. ${FILE}`);
  if (request.deadline === null) fault('fristen', 'en dag etter «innen» eller «frist»', FILE);
  const ask = askIn(request.ownText);
  if (ask === null)
    findings.warnings.push(
      softly(request.file, 'oppfordringen', '«om å slutte seg til …»', 'Brevene sier «svare på henvendelsen».'),
    );
  if (request.message.attachments.length > 0) {
    const names = request.message.attachments.map(one => one.name).join(', ');
    const whatToDo = `${names} følger ikke med nye brev. Skal de det, ta dem med i en henvendelsesfil (--campaign).`;
    findings.warnings.push(softly(request.file, 'vedleggene', 'filer ved siden av en henvendelsesfil', whatToDo));
  }
  return {
    id: known.id ?? idFrom(date, title),
    title,
    reference: reference ?? '',
    type: typeOf(request.ownText),
    terms: termsIn(request, date, findings),
    deadlines: request.deadline === null ? [] : [request.deadline],
    // She has sent the reminders herself; the robot plans none until she asks for it.
    ladder: [],
    rounds: [],
    recipients: [],
    sender: senderOf(letters, findings),
    attachments: [],
    ask: { bokmål: ask ?? 'svare på henvendelsen', nynorsk: null },
    text: { bokmål: coreOf(request.ownText), nynorsk: null },
  };
}

const FILE = 'Eller skriv det i en henvendelsesfil («purrebot campaign new») og gi den med --campaign.';

/** The subject without «SV:», «VS:», «Påminnelse:». */
export function stemOf(subject: string): string {
  return subject.replace(/^(?:(?:sv|vs|re|fwd?|påminnelse|purring|vedr)\s*:\s*)+/iu, '').trim();
}

/** «Vår ref.: 26/01412» first, else a number of that form in the text or subject. */
function referenceIn(letters: readonly SentLetter[]): string | null {
  const text = letters.map(one => `${one.message.subject}\n${one.text}`).join('\n');
  const labelled = /\b(?:vår|KS)[\s-]*(?:ref|referanse|sak)[\w.]*\s*:?\s*(\d{2,4}\/\d{3,6}(?:-\d{1,4})?)/iu.exec(text);
  return labelled?.[1] ?? /(?<![\d/])(\d{2}\/\d{5}(?:-\d{1,4})?)(?![\d/])/u.exec(text)?.[1] ?? null;
}

function typeOf(text: string): CampaignType {
  return /sign[ei]r\p{L}*\s+avtale|avtal\p{L}+[^.]{0,60}(?:sign[ei]r|underskr)/iu.test(text)
    ? 'signature'
    : 'accession';
}

/** «kr. 3,- pr innbygger», «grunnbeløp på kr 10.000,-», «basert på folketallet 1. januar 2026». */
function termsIn(request: SentLetter, date: IsoDate, findings: Findings): Terms {
  const folded = fold(request.ownText);
  const amounts = amountsIn(folded);
  const of = (kind: 'base' | 'rate') => amounts.find(one => one.kind === kind)?.kroner ?? 0;
  const terms = { baseNok: of('base'), perInhabitantNok: of('rate'), year: null };
  if (terms.perInhabitantNok === 0) return { ...terms, populationDate: null };
  const counted = datesIn(folded, null, 'past').find(({ at }) =>
    /folketall\p{L}*[^.]{0,20}$/u.test(folded.slice(Math.max(0, at - 40), at)),
  );
  if (counted !== undefined) return { ...terms, populationDate: counted.date };
  const populationDate = `${date.slice(0, 4)}-01-01`;
  findings.warnings.push(
    softly(request.file, 'folketallet', 'datoen det gjelder for', `Regner med 1. januar ${date.slice(0, 4)}.`),
  );
  return { ...terms, populationDate };
}

/** Name and address from the mail's head, the rest from below the closing words. */
function senderOf(letters: readonly SentLetter[], findings: Findings): Sender {
  const [request] = letters as [SentLetter, ...SentLetter[]];
  const from = request.message.from!;
  const signatures = letters.map(one => signatureOf(one.signed));
  const unit =
    first(signatures, /^(KS(?: [\p{Lu}][\p{L}-]+){1,3})$/mu) ?? first(signatures, /\b(KS [\p{Lu}][\p{L}-]+)/u);
  if (unit === null)
    findings.warnings.push(softly(request.file, 'enheten', '«KS …» under hilsenen', 'Brevene sier «KS».'));
  return {
    name: from.name === '' ? from.address : from.name,
    address: from.address,
    title: (
      first(signatures, /^((?:spesial|senior)?rådgi?[vj]e[vr]\p{L}*|daglig leder|\p{L}*direktør|\p{L}*sjef)/imu) ?? ''
    ).toLowerCase(),
    unit: unit ?? 'KS',
    phone:
      first(signatures, /(?:telefon|tlf|mobil)[^\d(+]{0,20}((?:\(\+47\)|\+47)?[\d ]{8,})/iu)
        ?.replace(/^\(?\+47\)?\s*/, '')
        .trim() ?? '',
  };
}

function signatureOf(text: string): string {
  const at = text.search(/^\s*(?:med vennlig hilsen|vennlig hilsen|mvh|hilsen|med venleg helsing|venleg helsing)\b/imu);
  return at < 0 ? '' : text.slice(at);
}

function first(texts: readonly string[], pattern: RegExp): string | null {
  for (const text of texts) {
    const match = pattern.exec(text)?.[1];
    if (match !== undefined) return match.trim();
  }
  return null;
}

/** Up to the end of the sentence; the point of «1. januar» ends none. */
const PHRASE = `(?:[^.,;:]|(?<=\\d)\\.(?=\\s(?:${MONTHS.join('|')}))){5,160}`;

/** «Vi anmoder kommunene om å slutte seg til ordningen, og ber om …» → «slutte seg til ordningen». */
function askIn(text: string): string | null {
  const flat = text.replace(/\s+/gu, ' ');
  // «Kommunene oppfordres av rådmannsutvalget om å …» tells of others; what she asks herself is in the active.
  for (const verb of ['anmoder|oppfordrer|inviterer|ber', 'anmodes|oppfordres|inviteres|bes']) {
    const ask = new RegExp(`(?<!\\p{L})(?:${verb})\\s[^.]{0,80}?(?:om|til)\\s+å\\s+(${PHRASE})`, 'iu').exec(flat)?.[1];
    if (ask !== undefined) return ask.replace(/\s+og ber\b.*$/iu, '').trim();
  }
  return /sign[ei]r\p{L}*\s+avtale/iu.test(flat) ? 'returnere signert avtale' : null;
}

/** The letter's case: without address lines, and without the paragraph that asks for an answer by a day. */
function coreOf(text: string): string {
  return text
    .split(/\n[ \t]*\n/u)
    .filter(part => !/^\s*(?:Til kommun|v\/|Hei\b)/iu.test(part) && !/(?:innen|svarfrist|frist)\s[^.]*\d/iu.test(part))
    .map(part =>
      part
        .replace(/\s*\n\s*/gu, ' ')
        .replace(/[{}]/gu, '')
        .trim(),
    )
    .filter(part => part !== '')
    .join('\n\n');
}

function idFrom(date: IsoDate, title: string): string {
  const words = title
    .toLowerCase()
    .normalize('NFC')
    .replace(/æ/g, 'e')
    .replace(/ø/g, 'o')
    .replace(/å/g, 'a')
    .split(/[^a-z0-9]+/u)
    .filter(word => word.length > 3);
  return [date.slice(0, 4), ...words.slice(0, 3)].join('-').slice(0, 40).replace(/-$/, '');
}

function softly(file: string, place: string, expected: string, whatToDo: string): CampaignFault {
  return { line: null, place: `${file}: ${place}`, expected, found: 'ikke noe', whatToDo };
}
