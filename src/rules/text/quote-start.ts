import { words } from './words.ts';

/** «Fra: Eva» (also *Fra:*, Frå:, From:), the first line of the header block above quoted or forwarded text. */
const FROM_LINE = /^[\s>*_|]*(?:Fra|Frå|From|Von|Från|Avsender)\*?\s*:/i;

/** The lines that follow it; two of them make it a header block and not «Fra: 1. mai gjelder …». */
const HEADER_FIELD = /^[\s>*_|]*(?:Sendt|Sent|Dato|Date|Til|To|Emne|Subject|Kopi|Cc|Gjelder|Vedlegg)\*?\s*:/i;

/** «-----Opprinnelig melding-----», «---------- Videresendt melding ---------», «Begin forwarded message:» */
const DASHED_TITLE =
  /^[\s>]*(?:[-_]{2,}\s*(?:Opprinnelig melding|Opphavleg melding|Original Message|Videresendt melding|Vidaresendt? melding|Forwarded message|Opprinnelig e-post)|(?:Begin forwarded message|Start på videresendt melding|Videresendt melding|Opprinnelig melding)\s*:?\s*$)/iu;

/** «Den 28. nov. 2013 kl. 09.37 skrev Eva <…>:», «tir. 27. feb. 2018 kl. 10:02 skrev …:», «On … wrote:» */
const WROTE = words(/^[\s>]*(?=.{0,60}\d).{4,300}\b(?:skrev|skreiv|wrote|har skrevet)\b.{0,200}:\s*$/iu);

/** A line of underscores stands above the header block in Outlook on the web. */
const RULE_LINE = /^[\s>]*_{10,}\s*$/;

/** What begins at a line: a block that runs to the end of the mail, or a line above quoted («>») lines. */
export type QuoteStart = { kind: 'block' | 'attribution'; lines: number; from: string } | null;

/** Does quoted history begin at this line? `lines` = how many lines introduce it. */
export function quoteStartAt(lines: readonly string[], at: number): QuoteStart {
  const line = lines[at] ?? '';
  if (RULE_LINE.test(line)) {
    const next = nextFilled(lines, at + 1);
    const header = next - at <= 3 ? headerBlock(lines, next) : null;
    return header === null ? null : { ...header, lines: header.lines + next - at };
  }
  if (DASHED_TITLE.test(line)) {
    const next = nextFilled(lines, at + 1);
    const header = headerBlock(lines, next);
    return { kind: 'block', lines: header === null ? 1 : header.lines + next - at, from: header?.from ?? '' };
  }
  return headerBlock(lines, at) ?? attribution(lines, at);
}

function headerBlock(lines: readonly string[], at: number): (QuoteStart & object) | null {
  if (!FROM_LINE.test(lines[at] ?? '')) return null;
  let end = at + 1;
  let fields = 0;
  while (end < lines.length && end < at + 14) {
    const line = lines[end] ?? '';
    if (HEADER_FIELD.test(line)) fields++;
    else if (line.trim() === '' && fields >= 2) break;
    else if (line.trim() !== '' && !/^[\s>]*\S.{0,200}[;,>\]]\s*$/.test(line) && fields >= 2) break;
    end++;
  }
  return fields >= 2 ? { kind: 'block', lines: end - at, from: (lines[at] ?? '').replace(FROM_LINE, '').trim() } : null;
}

/** The line may be broken in two or three, since mail programs wrap it. */
function attribution(lines: readonly string[], at: number): QuoteStart {
  let joined = '';
  for (let count = 1; count <= 3; count++) {
    const line = lines[at + count - 1];
    if (line === undefined || line.trim() === '') return null;
    joined = `${joined} ${line.trim()}`.trim();
    if (joined.length > 500) return null;
    if (!WROTE.test(joined)) continue;
    const next = nextFilled(lines, at + count);
    const isQuoted = /^\s*>/.test(lines[next] ?? '');
    const looksLikeDate = /\d{1,2}[.:]\d{2}|\b20\d{2}\b/.test(joined);
    return isQuoted || looksLikeDate ? { kind: 'attribution', lines: count, from: joined } : null;
  }
  return null;
}

function nextFilled(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && (lines[at] ?? '').trim() === '') at++;
  return at;
}
