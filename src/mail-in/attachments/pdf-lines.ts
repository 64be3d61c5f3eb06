import type { TextLine } from './text-line.ts';

/** A piece of text as pdf.js gives it: `transform` is where it stands, blanks between pieces are pieces of their own. */
export interface TextPiece {
  str: string;
  width: number;
  height: number;
  fontName: string;
  transform: number[];
}

/** A gap wider than this many line heights is one between columns; what a justified line is stretched by is less. */
const COLUMN_GAP = 1.3;

/** A gap wider than this is one between words, even when the file has no blank there. */
const WORD_GAP = 0.25;

/** «1.» or «–» with the text a tab further: no column. */
const LIST_MARK = /^(?:\d{1,2}[.)]|[a-zæøå][.)]|[-–—•▪▫◦o*·]|\[[ x]\])$/iu;

interface Part {
  text: string;
  /** The file has a blank between it and the piece before. */
  isParted: boolean;
  left: number;
  right: number;
  font: string;
}

interface OpenLine {
  y: number;
  height: number;
  parts: Part[];
}

/**
 * Puts pieces together to lines in the order of the file; what is written to the left of what came before in the same line
 * is put in its place. Columns are two blanks apart. Text that runs across (a stamp in the margin) comes last.
 * @param view the page's own matrix: a page that lies on its side is read as it is shown
 */
export function linesOf(pieces: readonly TextPiece[], view: readonly number[]): TextLine[] {
  const lines: TextLine[] = [];
  const across: TextLine[] = [];
  let open: OpenLine | null = null;
  let isParted = false;
  for (const piece of pieces) {
    if (piece.str.trim() === '') {
      isParted ||= piece.str !== '';
      continue;
    }
    const { x, y, isAcross } = placeOf(piece.transform, view);
    const height = piece.height || Math.hypot(piece.transform[2] ?? 0, piece.transform[3] ?? 0) || 10;
    const part = { text: piece.str, isParted, left: x, right: x + piece.width, font: piece.fontName };
    isParted = false;
    if (isAcross) across.push(lineOf({ y, height, parts: [part] }));
    else if (open !== null && Math.abs(open.y - y) <= Math.min(open.height, height) / 2) {
      open.parts.push(part);
      open.height = Math.max(open.height, height);
    } else {
      if (open !== null) lines.push(lineOf(open));
      open = { y, height, parts: [part] };
    }
  }
  if (open !== null) lines.push(lineOf(open));
  return [...lines, ...across];
}

function placeOf([a = 1, b = 0, , , e = 0, f = 0]: readonly number[], view: readonly number[]) {
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view;
  const along = a * va + b * vc;
  const down = a * vb + b * vd;
  return { x: e * va + f * vc + ve, y: -(e * vb + f * vd + vf), isAcross: Math.abs(down) > Math.abs(along) };
}

function lineOf({ y, height, parts }: OpenLine): TextLine {
  const inOrder = parts.every((part, i) => i === 0 || part.left >= parts[i - 1]!.left);
  const sorted = inOrder ? parts : [...parts].sort((a, b) => a.left - b.left);
  const letterGap = gapBetweenLetters(sorted);
  const spaced = sorted.some(({ text }) => text.length > 4 && SPACED.test(text));
  const words: string[] = [];
  let right = sorted[0]!.left;
  for (const part of sorted) {
    const next = spaced && SPACED.test(part.text) ? part.text.replaceAll(' ', '') : part.text;
    const gap = part.left - right;
    if (letterGap !== null) words.push(gap > letterGap * 1.5 ? ` ${next}` : next);
    else if (gap > COLUMN_GAP * height && !isMark(words)) words.push(`  ${next.trimStart()}`);
    else words.push(isWordGap(words.at(-1), part, gap / height) ? ` ${next}` : next);
    right = Math.max(right, part.right);
  }
  return { text: words.join('').trim(), left: sorted[0]!.left, right, y, height, font: mainFont(sorted) };
}

/** The mark of a list at the beginning of the line, or a box to tick. */
function isMark(words: readonly string[]): boolean {
  const last = words.at(-1)?.trim() ?? '';
  return words.length === 1 ? LIST_MARK.test(last) : /^\[[ x]\]$/.test(last);
}

function isWordGap(before: string | undefined, { text, isParted }: Part, gap: number): boolean {
  if (before === undefined || before.endsWith(' ') || text.startsWith(' ')) return false;
  return isParted || gap > WORD_GAP;
}

/** A word in spaced letters comes as one piece with a blank between any two: «V e d t a k». */
const SPACED = /^(?:\S )+\S$/u;

/** Or, spaced wider, as a piece a letter: then the usual gap of the line, in points, else null. */
function gapBetweenLetters(parts: readonly Part[]): number | null {
  const letters = parts.filter(({ text }) => /^\p{L}$/u.test(text)).length;
  if (letters < 4 || letters * 3 < parts.length * 2) return null;
  const gaps = parts.slice(1).map((part, i) => part.left - parts[i]!.right);
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? null;
}

function mainFont(parts: readonly Part[]): string {
  const letters = new Map<string, number>();
  for (const { font, text } of parts) letters.set(font, (letters.get(font) ?? 0) + text.length);
  return [...letters].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}
