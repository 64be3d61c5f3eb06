/** HTML's own blanks; a no-break space is a character like any other. */
const BLANKS = /[ \t\r\n\f\u200b]+/g;
const IRREGULAR_BLANK = /[\t\r\n\f\u200b]| {2}/;
const BLANK = 0x20;

interface Block {
  /** Line breaks that it wants above and below itself. */
  leading: number;
  trailing: number;
  isQuote: boolean;
  /** What is complete, and the lines that are still being written. */
  done: string;
  open: string;
  atLineStart: boolean;
  hasBlank: boolean;
  /** Line breaks that must stand before the next words. */
  waiting: number;
}

/** Puts text together from blocks and words, with the line breaks of html-to-text: the two are compared in tests. */
export class LeanBlockText {
  readonly #blocks: Block[] = [block(1, 1, false)];

  openBlock(leading: number, trailing: number, isQuote: boolean): void {
    this.#blocks.push(block(leading, trailing, isQuote));
  }

  closeBlock(): void {
    const inner = this.#blocks.pop()!;
    const text = inner.isQuote ? quoted(inner.done + inner.open) : inner.done + inner.open;
    const outer = this.#top();
    const before = outer.done + outer.open;
    const breaks = Math.max(outer.waiting, inner.leading);
    outer.open = '';
    outer.atLineStart = true;
    if (before === '') {
      outer.done = text;
      outer.leading = breaks;
    } else outer.done = before + '\n'.repeat(breaks) + text;
    outer.waiting = Math.max(inner.waiting, inner.trailing);
  }

  /** `<br>` */
  breakLine(): void {
    newLines(this.#top(), 1);
  }

  addText(text: string): void {
    const here = this.#top();
    const flat = IRREGULAR_BLANK.test(text) ? text.replace(BLANKS, ' ') : text;
    const blankBefore = flat.charCodeAt(0) === BLANK;
    const blankAfter = flat.charCodeAt(flat.length - 1) === BLANK;
    if (flat.length <= 1 && (blankBefore || flat === '')) {
      if (blankBefore && here.waiting === 0) here.hasBlank = true;
      return;
    }
    const words = blankBefore || blankAfter ? flat.slice(blankBefore ? 1 : 0, blankAfter ? -1 : undefined) : flat;
    if (here.waiting > 0) newLines(here, here.waiting);
    here.waiting = 0;
    here.open += !here.atLineStart && (here.hasBlank || blankBefore) ? ` ${words}` : words;
    here.atLineStart = false;
    here.hasBlank = blankAfter;
  }

  /** All of it; blocks that are still open are not closed. */
  text(): string {
    const [root] = this.#blocks;
    return root!.done + root!.open;
  }

  #top(): Block {
    return this.#blocks.at(-1)!;
  }
}

function block(leading: number, trailing: number, isQuote: boolean): Block {
  return { leading, trailing, isQuote, done: '', open: '', atLineStart: true, hasBlank: false, waiting: 0 };
}

function newLines(here: Block, count: number): void {
  here.open += '\n'.repeat(count);
  here.atLineStart = true;
}

function quoted(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text[start] === '\n') start++;
  while (end > start && text[end - 1] === '\n') end--;
  return `> ${text.slice(start, end).replaceAll('\n', '\n> ')}`;
}
