import { words } from './words.ts';

/** «Med vennlig hilsen», «Mvh Kåre», «Venleg helsing», «Kind regards»: everything from here on is signature. */
const CLOSING = words(
  /^\s*(?:(?:med |beste |mange )?(?:vennlig|venleg|vennleg|beste|gode|god|hjertelig|hjarteleg)? ?(?:hilsen|hilsning|hilsner|helsing|helsingar)\b|m\.?v\.?h\.?\b|v\.?h\.?(?=\s|$|,)|(?:kind |best |warm )?regards\b|yours sincerely\b|sincerely\b)[,.]?\s*(?:(?:fra |frå )?[^.?!]{0,60})$/iu,
);

/** «-- »: the mail program's own mark (RFC 3676). */
const DASHES = /^\s*--\s*$/;

/** «Sendt fra min iPhone», «Få Outlook for iOS» */
const FROM_MY_PHONE =
  /^\s*(?:Sendt fr[aå] (?:min|mitt|Outlook|Mail)|Få Outlook for|Hent Outlook|Sent from (?:my|Outlook)|Get Outlook)\b/iu;

/** «For Selbu kommune» above a name; «Etter fullmakt» */
const FOR_OFFICE = /^\s*(?:For|På vegne av) [\p{L}\s]{2,40}kommune\s*$/u;

/** Legal and environmental footers, each with words of its own kind. */
const FOOTER: readonly RegExp[] = [
  /^\s*(?:Denne|Denna|This) (?:e-?posten?|e-?mail|meldingen|meldinga|message)\b[^\n]{0,80}(?:kan|kun|er|vert|og|may|is|and|inneheld|inneholder)\b[^\n]{0,120}(?:ment|konfidensiel|fortrulig|fortroleg|informasjon|taushets|adressaten|mottak|intended|confidential)/iu,
  /^\s*(?:E-?post|Epost)(?:er)? til og fr[aå] [^\n]{0,60}(?:offentl|journalf|innsyn|arkiv)/iu,
  /^\s*(?:P )?(?:Ta vare på miljøet|Tenk (?:på )?miljø|Tenk deg om før|Må du skrive ut|Skriv (?:bare|ikke) ut)/iu,
  /^\s*(?:Dokumentet|Dette dokumentet|Brevet|Vedtaket) er (?:elektronisk |digitalt )?(?:godkjen[dt]t?|signert|sendt)[^\n]{0,40}(?:elektronisk|digitalt|uten|signatur|underskri)/iu,
  /^\s*(?:Dokumentet|Brevet) er elektronisk godkjen/iu,
  /^\s*(?:All|Alle) e-?post[^\n]{0,60}(?:offentl|journalf|virus|kontroll)/iu,
];

const TITLE = words(
  /\b(?:rådmann|kommunedirektør|ordfører|ordførar|varaordfører|kommunalsjef|kommunaldirektør|helse-? ?og|helsesjef|sektorsjef|enhetsleder|einingsleiar|avdelingsleder|leder|leiar|rådgiver|rådgjevar|spesialrådgiver|konsulent|saksbehandler|sakshandsamar|sekretær|arkivleder|arkivleiar|arkiv|arkivet|postmottak|servicetorget|servicekontoret|dokumentsenteret|sekretariat|direktør|controller|økonomisjef|økonomikontoret|assistent|kommune|fylkeskommune|tlf|telefon|mobil|mob|www|e-?post|avdeling|etat|journalist|koordinator|overlege|kommuneoverlege)\b/iu,
);

const NAME_LINE = /^\s*\p{Lu}[\p{L}.'-]*(?:[ -]\p{Lu}[\p{L}.'-]*){0,4}(?:\s*[,|/–-]\s.{1,60})?\s*$/u;
const OFFICE_LINE = /^\s*\p{Lu}[\p{L} .-]{1,40}(?:kommune|KOMMUNE|tjïelte|suohkan)(?:\s*[,|/–-]\s?.{1,60})?\s*$/u;

/** The text without signature and footers. `senderName` is the From header's display name. */
export function withoutSignature(text: string, senderName: string): string {
  const lines = text.split('\n');
  const cut = lines.findIndex(
    line => DASHES.test(line) || CLOSING.test(line) || FROM_MY_PHONE.test(line) || FOR_OFFICE.test(line),
  );
  const kept = cut === -1 ? lines : lines.slice(0, cut);
  const paragraphs = kept
    .join('\n')
    .split(/\n[ \t]*\n/)
    .filter(part => part.trim() !== '' && !FOOTER.some(footer => footer.test(part)));
  while (paragraphs.length > 0 && isNameBlock(paragraphs.at(-1) ?? '', senderName, paragraphs.length)) paragraphs.pop();
  const last = paragraphs.at(-1);
  if (last !== undefined) paragraphs[paragraphs.length - 1] = withoutTrailingName(last, senderName);
  return paragraphs.join('\n\n').trim();
}

/** A last paragraph of short lines: a name and a title, or the office's name, and nothing that is said. */
function isNameBlock(paragraph: string, senderName: string, count: number): boolean {
  const lines = paragraph
    .trim()
    .split('\n')
    .map(line => line.trim());
  const [first = ''] = lines;
  if (lines.length > 9 || lines.some(line => line.length > 80 || /[^.]\.$|\?$|:$/.test(line))) return false;
  if (OFFICE_LINE.test(first)) return true;
  if (count < 2 || !NAME_LINE.test(first) || /^\s*(?:ja|nei|ok|hei|vedtak)\b/i.test(first)) return false;
  const titled = TITLE.test(lines.slice(1).join(' ')) || TITLE.test(first.replace(/^[^,|–-]*/, ''));
  return titled || isNameOf(first, senderName);
}

/** The name under the last line without a blank line between. */
function withoutTrailingName(paragraph: string, senderName: string): string {
  const lines = paragraph.split('\n');
  const at = lines.findIndex((line, index) => index > 0 && NAME_LINE.test(line) && isNameOf(line.trim(), senderName));
  return at === -1 ? paragraph : lines.slice(0, at).join('\n').trimEnd();
}

function isNameOf(line: string, senderName: string): boolean {
  const parts = senderName.toLowerCase().split(/[\s,]+/);
  const name = line
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(part => part !== '');
  return name.length > 0 && name.length <= 4 && parts.includes(name[0] ?? '');
}
