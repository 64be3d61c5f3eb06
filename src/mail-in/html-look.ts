/** How the text in an element looks, as far as it can be unseen. */
export interface Look {
  /** Not displayed, with all that stands in it. */
  hidden: boolean;
  struck: boolean;
  /** Without size; what stands in it may have one. */
  tiny: boolean;
  /** White, as paper is; what stands in it may have a colour. */
  light: boolean;
  /** Something else than white lies behind it. */
  onColour: boolean;
}

const HIDES =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*(?:0?\.)?0{1,5}\s{0,5}(?:[;!]|$)|mso-hide\s*:\s*all|(?:text-indent|left|top|margin-left)\s*:\s*-\d{3,}|max-height\s*:\s*0(?:px)?\s{0,5}(?:[;!]|$))/i;
const STRIKES = /text-decoration(?:-line)?\s*:[^;]{0,60}line-through/i;
const SIZE = /(?:^|[;\s])font-size\s*:\s*([\d.]{1,10})\s*(px|pt|em|rem|%)?/i;
const COLOUR = /(?:^|[;\s])color\s*:\s*([^;]{1,60})/i;
const BACKGROUND = /(?:^|[;\s])background(?:-color|-image)?\s*:\s*([^;]{1,200})/i;

/** No reader sees letters of one pixel. */
const SEEN_FROM = 1.5;

/** The look of an element from its attributes, the classes that the page hides, and what it stands in. */
export function lookOf(name: string, attributes: string, above: Look, classes: HiddenClasses): Look {
  if (attributes === '') return above;
  const style = attributeOf(attributes, 'style');
  const size = SIZE.exec(style);
  const colour = COLOUR.exec(style)?.[1] ?? (name === 'font' ? attributeOf(attributes, 'color') : '');
  const background = BACKGROUND.exec(style)?.[1] ?? attributeOf(attributes, 'bgcolor');
  return {
    hidden:
      above.hidden ||
      HIDES.test(style) ||
      /(?:^|\s)hidden(?=[\s=/]|$)/i.test(attributes.replace(/=\s*(?:"[^"]*"|'[^']*')/g, '=')) ||
      classes.hides(attributes),
    struck: above.struck || STRIKES.test(style),
    tiny: size === null ? above.tiny : isTiny(Number(size[1]), size[2]),
    light: colour === '' ? above.light : isLight(colour),
    onColour: above.onColour || (background !== '' && !isPlainGround(background)),
  };
}

function isTiny(size: number, unit: string | undefined): boolean {
  const pixels = unit === '%' ? size * 0.16 : unit === 'em' || unit === 'rem' ? size * 16 : size;
  return pixels < SEEN_FROM;
}

/** White, nearly white, or transparent. */
function isLight(colour: string): boolean {
  const said = colour
    .trim()
    .toLowerCase()
    .replace(/\s*!important$/, '');
  if (/^(?:white|transparent|snow|ivory|ghostwhite|floralwhite)$/.test(said)) return true;
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/.exec(said)?.[1];
  if (hex !== undefined) {
    const channels = hex.length === 3 ? [...hex].map(digit => digit + digit) : hex.match(/../g)!;
    return channels.every(channel => Number.parseInt(channel, 16) >= 0xf0);
  }
  const numbers =
    /^rgba?\(([\d\s.,%/]{1,40})\)$/
      .exec(said)?.[1]
      ?.match(/[\d.]+/g)
      ?.map(Number) ?? [];
  return numbers.length >= 3 && (numbers.slice(0, 3).every(one => one >= 0xf0) || numbers[3] === 0);
}

function isPlainGround(background: string): boolean {
  const said = background.trim().toLowerCase();
  return said === '' || /^(?:none|inherit|initial|unset)\b/.test(said) || isLight(said.split(/\s/, 1)[0]!);
}

const named = (name: string) =>
  new RegExp(`(?:^|[\\s"'/])${name}\\s{0,9}=\\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
const ATTRIBUTES = {
  style: named('style'),
  color: named('color'),
  bgcolor: named('bgcolor'),
  class: named('class'),
  id: named('id'),
};

/** A style that goes on beyond this is made to be searched. */
const LONGEST_STYLE = 2000;

/** The value of an attribute; '' when it has none. */
function attributeOf(attributes: string, name: keyof typeof ATTRIBUTES): string {
  const found = ATTRIBUTES[name].exec(attributes);
  return (found?.[1] ?? found?.[2] ?? found?.[3] ?? '').slice(0, LONGEST_STYLE).replace(/&quot;|&#39;/g, "'");
}

/** The classes and ids that the style sheets of a page hide (those for small screens or for print not counted). */
export class HiddenClasses {
  private readonly names = new Set<string>();

  constructor(html: string) {
    const sheets = /<style\b[^>]{0,200}>/gi;
    for (let found = sheets.exec(html); found !== null; found = sheets.exec(html)) {
      const end = html.indexOf('</', sheets.lastIndex);
      if (end === -1) return;
      this.read(html.slice(sheets.lastIndex, end));
      sheets.lastIndex = end;
    }
  }

  hides(attributes: string): boolean {
    if (this.names.size === 0) return false;
    const classes = attributeOf(attributes, 'class').split(/\s+/);
    return classes.some(one => this.names.has(`.${one}`)) || this.names.has(`#${attributeOf(attributes, 'id')}`);
  }

  private read(sheet: string): void {
    let depth = 0;
    let start = 0;
    let selector = '';
    for (let at = 0; at < sheet.length; at++) {
      const sign = sheet[at];
      if (sign === '{') {
        if (depth === 0) selector = sheet.slice(start, at);
        depth += 1;
        start = at + 1;
      } else if (sign === '}') {
        if (depth === 1 && !selector.includes('@') && HIDES.test(sheet.slice(start, at))) this.add(selector);
        depth = Math.max(0, depth - 1);
        start = at + 1;
      }
    }
  }

  private add(selector: string): void {
    for (const one of selector.split(',')) {
      const name = /^\s*[a-z\d]{0,20}([.#][\w-]{1,100})\s*$/i.exec(one)?.[1];
      if (name !== undefined) this.names.add(name);
    }
  }
}
