import { getDocumentProxy } from 'unpdf';

/** Minutes and budgets may have hundreds of pages; the case at hand stands in the first ones. */
const MAX_PAGES = 60;

/** A gap larger than this many line heights begins a new paragraph … */
const PARAGRAPH_GAP = 1.5;

/** … unless the line above ends in the middle of a sentence: then up to this many. */
const MAX_LINE_GAP = 2.2;

interface Line {
  text: string;
  y: number;
  height: number;
  font: string;
}

interface TextItem {
  str: string;
  hasEOL: boolean;
  height: number;
  fontName: string;
  transform: number[];
}

/**
 * The text of a PDF with its paragraphs: lines of one paragraph are joined, since a sentence cut by the page's edge
 * could lose its «ikke». Headings (another font) stand alone. Throws on files that are no PDF or are locked.
 */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  if (!hasObjects(bytes)) throw new Error('no objects in the file');
  // pdfjs writes its warnings to the screen and takes over the buffer that it is given; the mail's own bytes must stay as they are.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  try {
    const pages: string[] = [];
    for (let number = 1; number <= Math.min(pdf.numPages, MAX_PAGES); number++) {
      const page = await pdf.getPage(number);
      const content = await page.getTextContent();
      pages.push(joinLines(linesOf(content.items.filter(item => 'str' in item) as TextItem[])));
      page.cleanup();
    }
    return pages.filter(page => page !== '').join('\n\n');
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/**
 * A PDF is made of «1 0 obj … endobj», and its catalogue is found by a trailer. A file with neither is rubbish or cut,
 * which pdfjs finds out only after a long search.
 */
function hasObjects(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.includes('trailer')) return true;
  for (let at = file.indexOf('obj'); at !== -1; at = file.indexOf('obj', at + 1)) {
    if (at > 0 && file[at - 1]! <= 0x20) return true;
  }
  return false;
}

function linesOf(items: TextItem[]): Line[] {
  const lines: Line[] = [];
  let open: Line | null = null;
  for (const item of items) {
    const y = item.transform[5] ?? 0;
    const height = item.height || Math.abs(item.transform[3] ?? 0) || 10;
    if (item.str.trim() !== '') {
      if (open === null || Math.abs(open.y - y) > height / 2) {
        if (open !== null) lines.push(open);
        open = { text: item.str, y, height, font: item.fontName };
      } else open.text += item.str;
    } else if (open !== null && item.str !== '' && !item.hasEOL) open.text += '  ';
  }
  if (open !== null) lines.push(open);
  return lines.map(line => ({ ...line, text: line.text.replace(/\s+$/, '') }));
}

function joinLines(lines: Line[]): string {
  let text = '';
  let before: Line | null = null;
  for (const line of lines) {
    if (before === null) text = line.text;
    else if (before.font === line.font && sameParagraph(before, line)) text += ` ${line.text.trim()}`;
    else text += (sameBlock(before, line) ? '\n' : '\n\n') + line.text;
    before = line;
  }
  return text;
}

/** A wrapped line: close below, and neither is a row of columns. */
function sameParagraph(above: Line, below: Line): boolean {
  const row = / {2,}\S/;
  if (above.text.length <= 60 || row.test(above.text.trim()) || row.test(below.text.trim())) return false;
  const unfinished = !/[.:!?»"”]$/.test(above.text);
  return gapBetween(above, below) <= (unfinished ? MAX_LINE_GAP : PARAGRAPH_GAP);
}

function sameBlock(above: Line, below: Line): boolean {
  return gapBetween(above, below) <= PARAGRAPH_GAP;
}

/** In line heights; a line further up is another column or page. */
function gapBetween(above: Line, below: Line): number {
  const gap = (above.y - below.y) / above.height;
  return gap > 0 ? gap : Number.POSITIVE_INFINITY;
}
