import { type GreyPicture, withDrawablePages } from './draw-pages.ts';
import { lettersIn } from './legible.ts';
import type { PdfPage } from './pdf-pages.ts';
import { type Recognised, recognise } from './recognise.ts';

/** Below this a page is no print that can be trusted: it stands on its head, is written by hand, or shows no text. */
const MIN_SURENESS = 60;

/** Less ink than this share of the dots is an empty page with dust. */
const MIN_INK = 0.0005;

/** Darker than this is ink. */
const INK = 128;

/** What a page shows must be this much more than what its text says: a logo beside a letter is not. */
const SHOWS_MORE = 1.3;

/** What came of looking at pages instead of reading their text. */
export interface ScannedPages {
  /** The pages that are better read so, by index. */
  better: Map<number, PdfPage>;
  /** How many pages the machine looked at … */
  read: number;
  /** … how many it did not come to … */
  leftOut: number;
  /** … and in how many it saw text that it could not read. */
  unclear: number;
}

/**
 * Reads the pages that have no text, or none that is legible, from how they look.
 * @param indexes of `pages`
 * @param mayScan asked before each page, since it takes time: no further page is read once it says no
 */
export async function scannedPages(
  bytes: Uint8Array,
  pages: readonly PdfPage[],
  indexes: readonly number[],
  maxRead: number,
  mayScan: () => boolean,
): Promise<ScannedPages> {
  const better = new Map<number, PdfPage>();
  let read = 0;
  let leftOut = 0;
  let unclear = 0;
  let usual: Turn = 'upright';
  await withDrawablePages(bytes, async pageAt => {
    for (const index of indexes) {
      const page = pages[index]!;
      const shown = pageAt(index);
      if (page.isLegible && !shown.hasPicture) continue;
      if (read >= maxRead || !mayScan()) {
        leftOut += 1;
        continue;
      }
      const picture = await shown.draw();
      if (inkOf(picture) < MIN_INK) continue;
      read += 1;
      const { lines, sureness, turn } = await readUpright(picture, usual, mayScan);
      if (sureness >= MIN_SURENESS) usual = turn;
      const letters = lettersIn(lines.map(({ text }) => text).join(''));
      const showsMore = letters > page.letters * SHOWS_MORE || !page.isLegible;
      if (sureness < MIN_SURENESS) unclear += showsMore ? 1 : 0;
      else if (showsMore) better.set(index, { lines, letters, isLegible: true, top: 0, bottom: -picture.height });
    }
  });
  return { better, read, leftOut, unclear };
}

type Turn = 'upright' | 'head' | 'right' | 'left';
const TURNS: readonly Turn[] = ['upright', 'head', 'right', 'left'];

/**
 * Pages may lie in the scanner on their head or on their side.
 * @param usual how the page before lay
 */
async function readUpright(
  picture: GreyPicture,
  usual: Turn,
  onTry: () => unknown,
): Promise<Recognised & { turn: Turn }> {
  let best = { ...(await recognise(asPgm(turned(picture, usual)))), turn: usual };
  for (const turn of TURNS) {
    if (best.sureness >= MIN_SURENESS) break;
    if (turn === usual) continue;
    onTry();
    const other = await recognise(asPgm(turned(picture, turn)));
    if (other.sureness > best.sureness) best = { ...other, turn };
  }
  return best;
}

function inkOf({ dots }: GreyPicture): number {
  let dark = 0;
  for (const dot of dots) if (dot < INK) dark += 1;
  return dark / dots.length;
}

/** The simplest of picture files: a line of text and the dots. */
function asPgm({ width, height, dots }: GreyPicture): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), dots]);
}

function turned(picture: GreyPicture, turn: Turn): GreyPicture {
  if (turn === 'upright') return picture;
  if (turn === 'head') return { ...picture, dots: picture.dots.toReversed() };
  const right = turnedRight(picture);
  return turn === 'right' ? right : turned(right, 'head');
}

function turnedRight({ width, height, dots }: GreyPicture): GreyPicture {
  const turned = new Uint8Array(dots.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) turned[x * height + (height - 1 - y)] = dots[y * width + x]!;
  }
  return { width: height, height: width, dots: turned };
}
