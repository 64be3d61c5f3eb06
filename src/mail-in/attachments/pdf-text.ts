import type { FileText } from './file-text.ts';
import { textOfPages } from './page-edges.ts';
import { type PdfPage, pdfPages } from './pdf-pages.ts';
import type { ScannedPages } from './scanned-text.ts';

/** A page with fewer letters may be the picture of one, with a stamp on it. */
const LETTERS_OF_A_PAGE = 150;

/**
 * The text of a PDF; pages that are pictures are read by a machine. Throws FileFault.
 * @param maxScanned so many pages may be read by the machine
 * @param mayScan asked before each of them: no further page is read once it says no
 */
export async function pdfText(bytes: Uint8Array, maxScanned: number, mayScan: () => boolean): Promise<FileText> {
  const { pages, count, isScannersReading, hidesText } = await pdfPages(bytes);
  const wanting = pages.flatMap(({ letters, isLegible }, i) => (letters < LETTERS_OF_A_PAGE || !isLegible ? [i] : []));
  const problems: string[] = [];
  let shown: readonly PdfPage[] = pages;
  let readByMachine = 0;
  if (wanting.length > 0) {
    const { better, read, leftOut, unclear, tooSlow } = await scanned(bytes, pages, wanting, maxScanned, mayScan);
    readByMachine = read;
    shown = pages.map((page, i) => better.get(i) ?? page);
    if (leftOut > 0) problems.push(`${pagesIn(leftOut)} uten lesbar tekst er ikke tydet som bilde.`);
    if (unclear > 0) problems.push(`${pagesIn(unclear)} er for utydelig til å leses.`);
    if (tooSlow > 0) problems.push(`${pagesIn(tooSlow)} tok for lang tid å tyde.`);
  }
  if (pages.length < count) problems.push(`Bare de første ${pages.length} av ${count} sider er lest.`);
  const legible = shown.filter(({ isLegible }) => isLegible);
  if (legible.length < shown.length && problems.length === 0) problems.push('Noe av teksten kunne ikke tydes.');
  if (hidesText) problems.push('Filen har tekst som ikke vises når den åpnes.');
  const byMachine = isScannersReading || shown.some((page, i) => page !== pages[i]);
  return {
    text: textOfPages(legible),
    by: byMachine ? 'ocr' : 'text',
    problem: problems.length > 0 ? problems.join(' ') : null,
    scanned: readByMachine,
  };
}

/** The pages that are pictures; all of them are left out when the file is too damaged to be drawn. */
async function scanned(
  bytes: Uint8Array,
  pages: readonly PdfPage[],
  wanting: readonly number[],
  maxScanned: number,
  mayScan: () => boolean,
): Promise<ScannedPages> {
  try {
    // Large, and needed for few files.
    const { scannedPages } = await import('./scanned-text.ts');
    return await scannedPages(bytes, pages, wanting, maxScanned, mayScan);
  } catch {
    return { better: new Map(), read: 0, leftOut: wanting.length, unclear: 0, tooSlow: 0 };
  }
}

function pagesIn(count: number): string {
  return count === 1 ? 'En side' : `${count} sider`;
}
