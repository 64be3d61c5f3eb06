import { type HeaderField, headerLineOf } from './header-labels.ts';

export interface HeaderBlock {
  /** How many lines it has. */
  lines: number;
  /** Who wrote what stands below; '' when it does not say. */
  from: string;
}

/** Hundreds of recipients may stand in a To line that is wrapped at 72 characters. */
const MAX_LINES = 400;

/** An ordinary field is wrapped over so many lines at most. */
const MAX_WRAPPED = 4;

/** What names people; the others hold no list, and the first line of the text may stand right below them. */
const LISTS: ReadonlySet<HeaderField> = new Set(['from', 'to', 'cc']);

const CLOCK = /\b\d{1,2}[.:]\d{2}\b/;

/**
 * «Fra: … Sendt: … Til: … Emne: …» in any order and language, from that line on; null when there is none. Behind a
 * title or a rule (`isAnnounced`) two fields make one; else something must show that it comes from a mail program.
 * Danger: «Til: KS, Fra: Bjugn kommune, Dato: 3.3.2014» is the head of a letter that somebody writes now.
 */
export function headerBlockAt(lines: readonly string[], at: number, isAnnounced: boolean): HeaderBlock | null {
  const first = headerLineOf(lines[at] ?? '');
  if (first === null || first.field === 'cc' || first.field === 'other') return null;
  if (first.field === null && !isAnnounced) return null;
  const found = new Map<HeaderField, string>();
  let unknown = 0;
  let hasAddress = false;
  let end = at;
  for (let next = at; next < lines.length && next < at + MAX_LINES; ) {
    const header = headerLineOf(lines[next]!);
    if (header === null || (header.field === null && !isAnnounced)) break;
    if (header.field === null) unknown++;
    else if (found.has(header.field) && header.field !== 'other') break;
    else found.set(header.field, header.value);
    end = endOfField(lines, next, isAnnounced);
    for (let line = next; line < end && !hasAddress; line++) hasAddress = lines[line]!.includes('@');
    next = nextField(lines, end);
  }
  const known = [...found.keys()].filter(field => field !== 'other').length;
  const isOne = isAnnounced
    ? known >= 2 || (known + unknown >= 3 && hasAddress)
    : known >= 2 && isFromMailProgram(found, known, hasAddress);
  return isOne ? { lines: end - at, from: found.get('from') ?? '' } : null;
}

function isFromMailProgram(found: ReadonlyMap<HeaderField, string>, known: number, hasAddress: boolean): boolean {
  if (!found.has('from') && !found.has('sent') && !found.has('date')) return false;
  const when = found.get('sent') ?? found.get('date') ?? '';
  return hasAddress || found.has('sent') || CLOCK.test(when) || known >= 4;
}

/** Behind the field's line and those that it is wrapped over. */
function endOfField(lines: readonly string[], at: number, isAnnounced: boolean): number {
  const isList = LISTS.has(headerLineOf(lines[at]!)?.field ?? 'other');
  let end = at + 1;
  let wrapped = 0;
  while (end < lines.length && end < at + MAX_LINES) {
    const line = lines[end]!;
    const header = headerLineOf(line);
    if (line.trim() === '' || (header !== null && (isAnnounced || header.field !== null))) break;
    if (isList && (/[;,<]\s*$/.test(lines[end - 1]!.slice(-20)) || /@.*[;,>]\s*$/.test(line.slice(0, 500))))
      wrapped = 0;
    else if (++wrapped > MAX_WRAPPED || !isFollowedByField(lines, end)) break;
    end++;
  }
  return end;
}

/** A line without a label belongs to the block when a labelled one follows before the next blank line. */
function isFollowedByField(lines: readonly string[], at: number): boolean {
  for (let next = at + 1; next <= at + MAX_WRAPPED; next++) {
    const line = lines[next] ?? '';
    if (line.trim() === '') return false;
    if (headerLineOf(line)?.field) return true;
  }
  return false;
}

/** HTML paragraphs leave a blank line between the fields. */
function nextField(lines: readonly string[], end: number): number {
  const isBlank = /^[\s>]*$/.test((lines[end] ?? '').slice(0, 200));
  return isBlank && headerLineOf(lines[end + 1] ?? '')?.field ? end + 1 : end;
}
