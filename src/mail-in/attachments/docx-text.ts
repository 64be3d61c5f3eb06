import mammoth from 'mammoth';
import { DAMAGED, FileFault } from './file-fault.ts';
import { fileHtmlText } from './file-html.ts';
import { seenRuns } from './seen-runs.ts';
import { xmlTokens } from './xml-tokens.ts';
import { plainZip, type ZipParts, zipParts } from './zip-parts.ts';

const MACROS = 'Filen inneholder makroer og leses ikke. Åpne den selv.';

/** What mammoth needs of a Word file: its words and how they are laid out. Pictures, fonts and what is packed within stay out. */
const NEEDED = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/i;

/** The text of a Word file: the head of its pages, paragraphs apart, one table row a line. Throws FileFault. */
export async function docxText(bytes: Uint8Array): Promise<string> {
  const parts = zipParts(bytes);
  const types = parts.xml('[Content_Types].xml');
  if (types === null) throw new FileFault(DAMAGED);
  if (types.includes('macroEnabled')) throw new FileFault(MACROS);
  const needed = parts.names.filter(name => NEEDED.test(name));
  const plain = plainZip(needed.map(name => ({ name, bytes: Buffer.from(seenRuns(parts.xml(name) ?? '')) })));
  const { value } = await mammoth.convertToHtml(
    { buffer: plain },
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), externalFileAccess: false },
  );
  return fileHtmlText(headOf(parts) + value.replace(/<input type="checkbox"( checked="checked")? \/>/g, ticked));
}

/** A ticked box is an answer. */
function ticked(_: string, checked: string | undefined): string {
  return checked === undefined ? '[ ] ' : '[x] ';
}

/** The head of the pages: who writes, and the number of the case. mammoth leaves it out. Lines that stand in several heads come once. */
function headOf(parts: ZipParts): string {
  const lines = new Set<string>();
  for (const name of parts.names.filter(one => /^word\/header\d*\.xml$/i.test(one)).sort()) {
    for (const line of paragraphsOf(parts.xml(name) ?? '')) lines.add(line);
  }
  return [...lines].map(line => `<p>${line}</p>`).join('');
}

function paragraphsOf(xml: string): string[] {
  const lines: string[] = [];
  let line = '';
  let inText = false;
  for (const token of xmlTokens(xml)) {
    if (typeof token === 'string') line += inText ? token : '';
    else if (token.name === 'w:t') inText = token.opens && !token.closes;
    else if (token.name === 'w:tab' || token.name === 'w:br') line += ' ';
    else if (token.name === 'w:p' && token.closes) {
      if (line.trim() !== '') lines.push(line.trim());
      line = '';
    }
  }
  return lines;
}
