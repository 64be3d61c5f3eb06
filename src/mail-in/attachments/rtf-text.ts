import { DAMAGED, FileFault } from './file-fault.ts';

/** Groups that hold no words of the letter. */
const NOT_TEXT = new Set(
  'fonttbl colortbl stylesheet info pict object themedata datastore listtable listoverridetable rsidtbl generator xmlnstbl fldinst footnote annotation atnid atnauthor footer footerl footerr footerf'.split(
    ' ',
  ),
);

const SIGNS = new Map([
  ['par', '\n\n'],
  ['sect', '\n\n'],
  ['page', '\n\n'],
  ['line', '\n'],
  ['row', '\n'],
  ['cell', '   '],
  ['tab', '   '],
  ['emdash', '—'],
  ['endash', '–'],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
]);

/** One step of an RTF file: a brace, `\'e5`, `\word-12 `, an escaped sign, or plain text. Line breaks mean nothing. */
const STEP = /[{}]|\\'([0-9a-f]{2})|\\([a-z]{1,32})(-?\d{1,10})? ?|\\([^a-z'])|[^\\{}]+/gi;

/** How deep groups may nest; Word makes a dozen. */
const MAX_GROUPS = 1_000;

interface Group {
  skipped: boolean;
  /** Signs to pass over behind `\u`: what older programs show instead of it. */
  instead: number;
  hidden: boolean;
}

export interface RtfText {
  text: string;
  /** An object of another program (a table, a drawing, a letter) that was not read. */
  holdsObject: boolean;
}

/** The words of a Rich Text file. Throws FileFault. */
export function rtfText(bytes: Uint8Array): RtfText {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!file.startsWith('{\\rtf')) throw new FileFault(DAMAGED);
  const charset = charsetOf(/\\ansicpg(\d{1,5})/.exec(file.slice(0, 2000))?.[1]);
  const open: Group[] = [];
  const written: string[] = [];
  let group: Group = { skipped: false, instead: 1, hidden: false };
  let passOver = 0;
  let holdsObject = false;
  const add = (text: string) => {
    if (!group.skipped && !group.hidden) written.push(text);
  };
  STEP.lastIndex = 0;
  for (let step = STEP.exec(file); step !== null; step = STEP.exec(file)) {
    const [all, hex, word, number, sign] = step;
    if (all === '{') {
      if (open.push(group) > MAX_GROUPS) throw new FileFault(DAMAGED);
      group = { ...group };
    } else if (all === '}') {
      group = open.pop() ?? group;
      passOver = 0;
    } else if (hex !== undefined) {
      if (passOver > 0) passOver -= 1;
      else add(charset[Number.parseInt(hex, 16)]!);
    } else if (word === 'bin') STEP.lastIndex += Math.max(0, Number(number ?? 0));
    else if (word !== undefined) {
      if (word === 'object') holdsObject = true;
      if (word === 'uc') group.instead = Number(number ?? 1);
      else if (word === 'u') {
        add(String.fromCharCode(Number(number ?? 0) & 0xffff));
        passOver = group.instead;
      } else if (word === 'v' || word === 'deleted') group.hidden = number !== '0';
      else if (word === 'plain') group.hidden = false;
      else if (NOT_TEXT.has(word)) group.skipped = true;
      else add(SIGNS.get(word) ?? '');
    } else if (sign === '*') group.skipped = true;
    else if (sign !== undefined) add(sign === '~' ? ' ' : sign === '_' ? '-' : /[\\{}]/.test(sign) ? sign : '');
    else {
      const text = all.replace(/[\r\n]+/g, '');
      add(text.slice(passOver));
      passOver = Math.max(0, passOver - text.length);
    }
  }
  return { text: written.join('').replace(/\n{3,}/g, '\n\n'), holdsObject };
}

/** The 256 characters of a code page of Windows. */
function charsetOf(codePage = '1252'): string[] {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  try {
    return [...new TextDecoder(`windows-${codePage}`).decode(bytes)];
  } catch {
    return [...new TextDecoder('windows-1252').decode(bytes)];
  }
}
