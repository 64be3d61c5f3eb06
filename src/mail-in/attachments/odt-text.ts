import { DAMAGED, FileFault, LOCKED } from './file-fault.ts';
import { fileHtmlText } from './file-html.ts';
import { attribute, type XmlTag, xmlTokens } from './xml-tokens.ts';
import { zipParts } from './zip-parts.ts';

/** What is no text of the letter: deleted words, remarks in the margin, forms, pictures' descriptions. */
const NOT_TEXT = new Set([
  'text:tracked-changes',
  'office:annotation',
  'office:annotation-end',
  'office:forms',
  'office:scripts',
  'office:meta',
  'svg:title',
  'svg:desc',
  'text:note-citation',
  'text:sequence-decls',
  'text:hidden-text',
  'text:hidden-paragraph',
]);

/** Elements of ODF and the HTML that says the same. */
const HTML = new Map([
  ['text:p', 'p'],
  ['text:h', 'h2'],
  ['table:table', 'table'],
  ['table:table-row', 'tr'],
  ['table:table-cell', 'td'],
  ['text:list-item', 'li'],
]);

/** The text of an OpenDocument letter: the head of its pages, paragraphs apart, one table row a line. */
export function odtText(bytes: Uint8Array): string {
  const parts = zipParts(bytes);
  // A locked letter has its parts listed with the way in which each is encrypted.
  if (parts.xml('META-INF/manifest.xml')?.includes('encryption-data')) throw new FileFault(LOCKED);
  const content = parts.xml('content.xml');
  if (content === null) throw new FileFault(DAMAGED);
  const head = htmlOf(parts.xml('styles.xml') ?? '', 'style:header');
  return fileHtmlText(`${head}${htmlOf(content, 'office:text')}`);
}

/** What stands in elements of that name, as HTML. */
function htmlOf(xml: string, wanted: string): string {
  const html: string[] = [];
  const numbered = new Set<string>();
  const lists: string[] = [];
  let style = '';
  let inWanted = 0;
  let skipped = 0;
  let inNote = 0;
  for (const token of xmlTokens(xml)) {
    if (typeof token === 'string') {
      if (inWanted > 0 && skipped === 0) html.push(token);
      continue;
    }
    const { name, opens, closes } = token;
    const step = Number(opens) - Number(closes);
    if (name === wanted) inWanted += step;
    if (name === 'text:list-style') style = attribute(token, 'style:name') ?? '';
    if (name === 'text:list-level-style-number' && attribute(token, 'text:level') === '1') numbered.add(style);
    if (NOT_TEXT.has(name)) skipped += step;
    if (inWanted === 0 || skipped > 0) continue;
    if (name === 'text:note-body') {
      inNote += step;
      html.push(opens ? ' (' : ')');
    } else if (name === 'text:list') {
      if (opens) lists.push(numbered.has(attribute(token, 'text:style-name') ?? '') ? 'ol' : 'ul');
      html.push(opens ? `<${lists.at(-1)}>` : '', closes ? `</${lists.pop()}>` : '');
    } else html.push(inNote > 0 ? '' : htmlOfTag(token));
  }
  return html.join('');
}

function htmlOfTag(tag: XmlTag): string {
  if (tag.name === 'text:line-break') return tag.opens ? '<br>' : '';
  if (tag.name === 'text:tab') return tag.opens ? '&nbsp;&nbsp;&nbsp;' : '';
  if (tag.name === 'text:s') return tag.opens ? ' ' : '';
  const element = HTML.get(tag.name);
  if (element === undefined) return '';
  return (tag.opens ? `<${element}>` : '') + (tag.closes ? `</${element}>` : '');
}
