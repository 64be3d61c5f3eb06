/** The named characters of mail programs in Norway; others, and those without a semicolon, are unsure. */
const NAMED = new Map(
  Object.entries({
    nbsp: '\u00a0',
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    aring: 'å',
    Aring: 'Å',
    oslash: 'ø',
    Oslash: 'Ø',
    aelig: 'æ',
    AElig: 'Æ',
    eacute: 'é',
    Eacute: 'É',
    ouml: 'ö',
    Ouml: 'Ö',
    auml: 'ä',
    Auml: 'Ä',
    laquo: '«',
    raquo: '»',
    ldquo: '“',
    rdquo: '”',
    lsquo: '‘',
    rsquo: '’',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    bull: '•',
    middot: '·',
    sect: '§',
    euro: '€',
    copy: '©',
    reg: '®',
    shy: '\u00ad',
  }),
);

const REFERENCE = /&(?:#(\d{1,6})|#[xX]([\da-fA-F]{1,5})|([A-Za-z]{2,8}));/g;

/** An ampersand that neither stands alone nor begins an ordinary reference. */
const UNUSUAL = /&(?!(?:#\d{1,6}|#[xX][\da-fA-F]{1,5}|[A-Za-z]{2,8});|[ \t\r\n])/;

/** A text of HTML with its character references (`&oslash;`, `&#248;`) replaced; null when one of them is unusual. */
export function textOfEntities(text: string): string | null {
  if (!text.includes('&')) return text;
  // Word's empty line.
  if (text === '&nbsp;') return '\u00a0';
  if (UNUSUAL.test(text)) return null;
  let isSure = true;
  const result = text.replace(REFERENCE, (_, decimal?: string, hex?: string, name?: string) => {
    const character = name === undefined ? numbered(decimal, hex) : NAMED.get(name);
    if (character === undefined) isSure = false;
    return character ?? '';
  });
  return isSure ? result : null;
}

/** Control characters and the numbers of Windows' own characters have rules of their own. */
function numbered(decimal: string | undefined, hex: string | undefined): string | undefined {
  const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : 0;
  const ordinary = (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0xd800);
  return ordinary ? String.fromCharCode(code) : undefined;
}
