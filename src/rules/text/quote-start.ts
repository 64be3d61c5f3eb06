import { attributionAt } from './attribution.ts';
import { headerBlockAt } from './header-block.ts';
import { isDashedTitle, isTitleLine } from './history-title.ts';

/** A line of underscores, dashes or equals signs stands above the header block in Outlook on the web and elsewhere. */
const RULE_LINE = /^[\s>*]*(?:_{5,}|-{5,}|={5,}|—{3,})\*?\s*$/;

/** So many lines further the header block stands at most; those between are blank. */
const MAX_GAP = 3;

/** No mail program writes a longer line above quoted text; Yahoo's has the recipients in it. */
const MAX_LENGTH = 2000;

/** What begins at a line: a block that runs to the end of the mail, or the lines above text that may be marked with «>». */
export interface QuoteStart {
  kind: 'block' | 'attribution';
  /** How many lines introduce the quoted text. */
  lines: number;
  /** Who wrote it, as far as they say. */
  from: string;
  /** What the sender wrote on the first of them in front of it. */
  before: string;
}

/** Does quoted history begin at this line? */
export function quoteStartAt(lines: readonly string[], at: number): QuoteStart | null {
  const line = lines[at]!;
  if (line.length > MAX_LENGTH || !MAY_BEGIN.test(line)) return null;
  if (RULE_LINE.test(line)) return headerAfter(lines, at) ?? titleAfter(lines, at);
  if (isDashedTitle(line)) return headerAfter(lines, at) ?? block(1, '');
  if (isTitleLine(line)) return headerAfter(lines, at);
  const header = headerBlockAt(lines, at, false);
  if (header !== null) return block(header.lines, header.from);
  const attribution = attributionAt(lines, at);
  return attribution === null ? null : { kind: 'attribution', ...attribution };
}

/** A colon, a digit, an address, or a row of signs; most lines have none of them. */
const MAY_BEGIN = /[:：\d@]|[-_=—–]{2}|skr[ei]v|wrote|^[\s>*|]*\p{L}[\p{L} ]{8,50}$/u;

function headerAfter(lines: readonly string[], at: number): QuoteStart | null {
  const next = nextFilled(lines, at);
  const header = next === null ? null : headerBlockAt(lines, next, true);
  return next === null || header === null ? null : block(header.lines + next - at, header.from);
}

function titleAfter(lines: readonly string[], rule: number): QuoteStart | null {
  const next = nextFilled(lines, rule);
  if (next === null || !isDashedTitle(lines[next]!)) return null;
  const start = headerAfter(lines, next) ?? block(1, '');
  return { ...start, lines: start.lines + next - rule };
}

/** The next line with words on it, if it is near. */
function nextFilled(lines: readonly string[], at: number): number | null {
  for (let next = at + 1; next <= at + MAX_GAP && next < lines.length; next++)
    if (!/^[\s>|]*$/.test(lines[next]!.slice(0, 200))) return next;
  return null;
}

function block(lines: number, from: string): QuoteStart {
  return { kind: 'block', lines, from, before: '' };
}
