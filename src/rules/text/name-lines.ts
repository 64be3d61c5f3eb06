import { isSpoken } from './spoken.ts';
import { words } from './words.ts';

const TITLE = words(
  /\b(?:rådmann|rådmannen|kommunedirektør|ordfører|ordførar|varaordfører|kommunalsjef|kommunaldirektør|helse-? ?og|helsesjef|sektorsjef|sektorleder|virksomhetsleder|verksemdsleiar|enhetsleder|einingsleiar|avdelingsleder|avdelingsleiar|fagleder|fagleiar|leder|leiar|rådgiver|rådgjevar|spesialrådgiver|seniorrådgiver|konsulent|førstekonsulent|fagkonsulent|saksbehandler|sakshandsamar|sekretær|arkivleder|arkivleiar|arkiv|arkivet|arkivar|postmottak|servicetorget|servicetorg|servicekontoret|innbyggertorget|dokumentsenteret|sekretariat|direktør|assisterende|konstituert|kst|controller|økonomisjef|økonomikontoret|assistent|medarbeider|kommune|fylkeskommune|herad|avdeling|seksjon|etat|journalist|koordinator|overlege|kommuneoverlege|jurist|advokat|daglig|manager|director|president|ceo|officer|advisor|engineer|developer)\b/iu,
);

/** A telephone, an address, a page on the web, an organisation number. */
const CONTACT = words(
  /\b(?:tlf|telefon|phone|mobil|mob|tel|faks|fax|sentralbord|org\.? ?nr|orgnr|organisasjonsnummer|e-?post|epost|e-?mail|postboks|postadresse|besøksadresse|pb|www)\b|[^\s<>]@[^\s<>]|https?:|www\.|^\s*[(+]?\d[\d ()+-]{6,}\s*$|^\s*\d{4} \p{Lu}|^[\p{L} .-]{3,40}\d{1,4}[a-f]?,? ?\d{4} \p{Lu}/iu,
);

const NAME_LINE = /^\s*\p{Lu}[\p{L}.'’-]*(?:[ -]\p{Lu}[\p{L}.'’-]*){0,4}(?:\s*[,|/–-]\s.{1,60})?\s*$/u;
const FULL_NAME = /^\s*\p{Lu}[\p{L}'’.-]*\p{Ll}(?: (?:\p{Lu}\.|\p{Lu}[\p{L}'’-]+|van|von|de|der|da|af|av)){1,4}\s*$/u;
const OFFICE_LINE =
  /^\s*\p{Lu}[\p{L} .-]{1,40}(?:kommune|KOMMUNE|herad|HERAD|tjïelte|suohkan)(?:\s*[,|/–-]\s?.{1,60})?\s*$/u;

/** Capitalised words of a short answer or a heading; no name has them. */
const NO_NAME =
  /(?<!\p{L})(?:ja|nei|ok|hei|hallo|vedtak|vedtaket|vedtatt|enstemmig|samrøystes|ikke|ikkje|vi|takk|deltar|deltek|slutter|oss|til|positiv|positivt|avslag|tilslutning|godkjent|tiltredes|avslås|utsatt|ingen|innstilling|behandling|saksprotokoll|særutskrift|melding|svar|sak|formannskapet|kommunestyret|fylkestinget|vedlegg|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|mandag|tirsdag|onsdag|torsdag|fredag|yes|no)(?!\p{L})/iu;

/**
 * A last paragraph of short lines: a name and a title, an address, or the office's name, and nothing that is said.
 * `isOnly` = nothing else is left of the mail.
 */
export function isNameBlock(lines: readonly string[], senderName: string, isOnly: boolean): boolean {
  if (lines.length > 9 || lines.some(line => line.length > 120 || saysSomething(line))) return false;
  const [first = '', ...rest] = lines;
  if (OFFICE_LINE.test(first)) return true;
  if (isOnly) return false;
  if (lines.every(isContact)) return true;
  if (NO_NAME.test(first) || !NAME_LINE.test(first)) return false;
  if (isNameOf(first, senderName)) return true;
  const titled = rest.some(isTitledOrContact) || isTitledOrContact(first.replace(/^[^,|–-]*/, ''));
  return (
    titled ||
    (FULL_NAME.test(first) && rest.every(line => line.length < 60 && !NO_NAME.test(line)) && lines.length <= 3)
  );
}

/** A name with what belongs to it that stands on the last lines of a paragraph; the line's index, or -1. */
export function nameWithin(lines: readonly string[], senderName: string): number {
  return lines.findIndex(
    (line, at) =>
      at > 0 &&
      NAME_LINE.test(line) &&
      !NO_NAME.test(line) &&
      (isNameOf(line, senderName) ||
        (FULL_NAME.test(line) && /[.!?]\s*$/.test(lines[at - 1]!) && lines.slice(at + 1).every(isTitledOrContact))),
  );
}

/** May all that stand below a closing phrase: names, titles, addresses, slogans; no sentence. */
export function mayFollowClosing(line: string): boolean {
  return line.trim() === '' || (line.length <= 100 && !saysSomething(line));
}

function isTitledOrContact(line: string): boolean {
  return TITLE.test(line) || isContact(line);
}

/** A telephone, an address or the like, and nothing that is said. */
export function isContact(line: string): boolean {
  return line.length <= 120 && CONTACT.test(line) && !isSpoken(line);
}

/** Ends as a sentence or a question does, or opens a list. */
function saysSomething(line: string): boolean {
  return /[^.]\.\s*$|[?:]\s*$/.test(line) && !/(?:kommune|tlf|mob|ph\.d|nr)\.?\s*:?\s*$/i.test(line);
}

function isNameOf(line: string, senderName: string): boolean {
  if (senderName === '') return false;
  const parts = senderName.toLowerCase().split(/[\s,]+/);
  const name = line
    .trim()
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(part => part !== '');
  return name.length > 0 && name.length <= 4 && parts.includes(name[0] ?? '');
}
