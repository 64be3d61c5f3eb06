import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { MAX_PAGES } from '../mail-limits.ts';
import { DAMAGED, FileFault, LOCKED } from './file-fault.ts';
import { isLegible, isSpacedWrongly, lettersIn } from './legible.ts';
import type { PageLines } from './page-edges.ts';
import { linesOf, type TextPiece } from './pdf-lines.ts';
import { hidesTextOn } from './pdf-unseen-text.ts';
import { blanksAsDrawn } from './right-blanks.ts';
import { tidyText } from './tidy-text.ts';

/** A page with the text that the file says it has. */
export interface PdfPage extends PageLines {
  letters: number;
  /** False when the letters cannot be those that a reader sees. */
  isLegible: boolean;
}

export interface PdfPages {
  pages: PdfPage[];
  /** Of the whole file; more than `pages` when it is beyond the limit. */
  count: number;
  /** The text lies unseen behind a picture: a scanner's own reading of it. */
  isScannersReading: boolean;
  /** Some of the text is shown to nobody, and no picture lies before it. */
  hidesText: boolean;
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;

/** In a file with a picture of a page there are at least so many bytes a page. */
const MIN_SCANNED_PAGE = 8 * 1024;

/** An answer stands on the first pages; to look at how each is drawn takes as long as to read it. */
const PAGES_LOOKED_AT = 5;

/** What PDF calls text that is not drawn. */
const INVISIBLE = 3;

/** The lines of each page of a PDF. Throws FileFault. */
export async function pdfPages(bytes: Uint8Array): Promise<PdfPages> {
  const size = bytes.byteLength;
  const pdf = await opened(bytes);
  try {
    const pages: PdfPage[] = [];
    let isScannersReading = false;
    let hidesText = false;
    for (let number = 1; number <= Math.min(pdf.numPages, MAX_PAGES); number++) {
      const page = await pdf.getPage(number);
      const read = await readPage(page);
      const isFirstWithText = read.letters > 0 && pages.every(({ letters }) => letters === 0);
      if (isFirstWithText && size / pdf.numPages > MIN_SCANNED_PAGE) isScannersReading = await isTextUnseen(page);
      hidesText ||= number <= PAGES_LOOKED_AT && read.letters > 0 && (await hidesTextOn(await page.getOperatorList()));
      pages.push(read);
      page.cleanup();
    }
    return { pages, count: pdf.numPages, isScannersReading, hidesText };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function opened(bytes: Uint8Array): Promise<Pdf> {
  try {
    // Pictures are not decoded here; warnings go nowhere. pdf.js takes over the buffer that it is given.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, maxImageSize: 1, stopAtErrors: false });
  } catch (error) {
    throw new FileFault(error instanceof Error && error.name === 'PasswordException' ? LOCKED : DAMAGED);
  }
}

async function readPage(page: Page): Promise<PdfPage> {
  const { transform, height } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const printed = content.items.filter(item => 'str' in item) as TextPiece[];
  const found = linesOf(withTyped(printed, await page.getAnnotations()), transform);
  const lines = found.map(line => ({ ...line, text: tidyText(line.text) })).filter(({ text }) => text.trim() !== '');
  const mended = lines.some(({ text }) => isSpacedWrongly(text)) ? blanksAsDrawn(lines, await drawnText(page)) : lines;
  const text = mended.map(line => line.text).join('\n');
  return { lines: mended, top: 0, bottom: -height, letters: lettersIn(text), isLegible: isLegible(text) };
}

/** A field's edge lies about so many points below the line that it stands in. */
const BELOW_LINE = 8;

/** With what somebody filled into a form or wrote onto the paper (values of fields, free text), each in the line where it stands. */
function withTyped(printed: readonly TextPiece[], notes: readonly Record<string, unknown>[]): TextPiece[] {
  const pieces = [...printed];
  for (const note of notes) {
    const text = typedText(note);
    const [left = 0, bottom = 0, right = 0] = (note.rect ?? []) as number[];
    if (text === '') continue;
    const inLine = pieces.findLastIndex(
      ({ str, transform: [, , , , , y = 0] }) => str.trim() !== '' && y >= bottom - 1 && y <= bottom + BELOW_LINE,
    );
    const y = inLine === -1 ? bottom : (pieces[inLine]!.transform[5] ?? bottom);
    const at = inLine === -1 ? pieces.length : inLine + 1;
    const transform = [10, 0, 0, 10, left, y];
    pieces.splice(at, 0, { str: text, width: right - left, height: 10, fontName: 'typed', transform });
  }
  return pieces;
}

function typedText(note: Record<string, unknown>): string {
  if (note.hidden === true) return '';
  if (note.subtype === 'FreeText') return String((note.contentsObj as { str?: string } | undefined)?.str ?? '');
  if (note.subtype !== 'Widget') return '';
  if (note.checkBox === true || note.radioButton === true) {
    const on = note.fieldValue !== undefined && note.fieldValue !== null && note.fieldValue !== 'Off';
    return on && note.fieldValue === (note.exportValue ?? note.buttonValue) ? '[x]' : '[ ]';
  }
  return typeof note.fieldValue === 'string' ? note.fieldValue.trim() : '';
}

/** The letters and blanks in the order in which the page draws them. */
async function drawnText(page: Page): Promise<string> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  let text = '';
  fnArray.forEach((operation: number, i: number) => {
    if (operation !== OPS.showText) return;
    for (const glyph of argsArray[i]?.[0] ?? []) text += typeof glyph === 'number' ? '' : (glyph?.unicode ?? '');
  });
  return tidyText(text);
}

async function isTextUnseen(page: Page): Promise<boolean> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  let mode = 0;
  let seen = 0;
  let unseen = 0;
  fnArray.forEach((operation: number, i: number) => {
    if (operation === OPS.setTextRenderingMode) mode = argsArray[i]?.[0] ?? 0;
    if (operation !== OPS.showText) return;
    if (mode === INVISIBLE) unseen += argsArray[i]?.[0]?.length ?? 0;
    else seen += argsArray[i]?.[0]?.length ?? 0;
  });
  return unseen > seen;
}
