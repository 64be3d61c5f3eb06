import type { TextLine } from './text-line.ts';

/** A gap larger than this many line heights begins a new paragraph … */
const PARAGRAPH_GAP = 1.5;

/** … unless the line above ends in the middle of a sentence: then up to this many. */
const MAX_LINE_GAP = 2.2;

/** Shorter lines are addresses and headings: their ends are meant. */
const MIN_WRAPPED = 40;

/** Two blanks in a line stand between columns. */
const ROW = / {2,}\S/;

/** A point of a list begins a line, whatever stands above. */
const LIST_POINT = /^(?:\d{1,2}[.)]\s+\p{Lu}|[a-zæøå]\)\s|[-–—•▪▫◦*·]\s|\[[ x]\]\s)/u;

/** «Rådmannens innstilling:» */
const HEADING = /^\p{Lu}[^.!?]{0,70}:$/u;

const LINE_END = /[.:!?»"”]$/;

/** A word cut at the end of a line; not «helse- og omsorg», «e-post», «2014/231-». */
const CUT_WORD = /\p{Ll}\p{Ll}-$/u;
const GOES_ON = /^(?!(?:og|eller|samt|til)\b)\p{Ll}/u;

/**
 * The text of lines with its paragraphs: lines of one paragraph are joined, since a sentence cut by the edge of the paper
 * could lose its «ikke». A line counts as wrapped when the next word is small or had no room in it. Headings (another font, capitals,
 * a colon), points of a list and rows of columns stand alone.
 */
export function paragraphsOf(lines: readonly TextLine[]): string {
  const edges = edgesOf(lines);
  let text = lines[0]?.text ?? '';
  for (let i = 1; i < lines.length; i++) {
    const above = lines[i - 1]!;
    const below = lines[i]!;
    if (isWrapped(above, below, edges[i - 1]!)) text = joinWrapped(text, below.text);
    else text += (gapBetween(above, below) <= PARAGRAPH_GAP ? '\n' : '\n\n') + below.text;
  }
  return text;
}

/** A text and what goes on with it in the next line. A hyphen that only cut a word goes. */
export function joinWrapped(above: string, below: string): string {
  const next = below.trim();
  if (above.endsWith('-') && /^[\p{L}\d]/u.test(next)) {
    if (CUT_WORD.test(above) && GOES_ON.test(next)) return above.slice(0, -1) + next;
    if (!/^(?:og|eller|samt|til)\b/.test(next)) return above + next;
  }
  return `${above} ${next}`;
}

/** Whether the text may go on behind its last line. */
export function isUnfinished(text: string): boolean {
  const line = text.slice(text.lastIndexOf('\n') + 1);
  return line.length >= MIN_WRAPPED && !LINE_END.test(line) && !ROW.test(line.trim());
}

function isWrapped(above: TextLine, below: TextLine, edge: number): boolean {
  if (above.text.length < MIN_WRAPPED || !isSameStyle(above, below)) return false;
  if (ROW.test(above.text.trim()) || ROW.test(below.text.trim())) return false;
  if (LIST_POINT.test(below.text) || HEADING.test(below.text)) return false;
  if (gapBetween(above, below) > (LINE_END.test(above.text) ? PARAGRAPH_GAP : MAX_LINE_GAP)) return false;
  return goesOn(above.text, below.text) || above.right + widthOfFirstWord(below) > edge;
}

/** A cut word, a comma, or a sentence whose next word has a small letter. */
function goesOn(above: string, below: string): boolean {
  return /[-,]$/.test(above) || (!LINE_END.test(above) && /^\p{Ll}/u.test(below));
}

function isSameStyle(above: TextLine, below: TextLine): boolean {
  return (
    above.font === below.font &&
    Math.abs(above.height - below.height) <= above.height * 0.15 &&
    isInCapitals(above.text) === isInCapitals(below.text)
  );
}

function isInCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

/** With the blank before it and a little more: letters differ in width. */
function widthOfFirstWord({ text, left, right }: TextLine): number {
  const word = /^\S*/.exec(text.trim())![0];
  return ((right - left) / Math.max(1, text.length)) * (word.length + 2);
}

/** How far the lines of the same block reach: a block is lines of one style below each other. */
function edgesOf(lines: readonly TextLine[]): number[] {
  const edges: number[] = [];
  for (let start = 0; start < lines.length; ) {
    let end = start + 1;
    while (
      end < lines.length &&
      isSameStyle(lines[end - 1]!, lines[end]!) &&
      gapBetween(lines[end - 1]!, lines[end]!) <= MAX_LINE_GAP
    )
      end++;
    const edge = lines.slice(start, end).reduce((most, { right }) => Math.max(most, right), 0);
    for (; start < end; start++) edges.push(edge);
  }
  return edges;
}

/** In line heights; a line further up is another column or page. */
function gapBetween(above: TextLine, below: TextLine): number {
  const gap = (above.y - below.y) / above.height;
  return gap > 0 ? gap : Number.POSITIVE_INFINITY;
}
