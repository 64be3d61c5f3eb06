import { withDrawablePages } from './draw-pages.ts';
import { lettersIn } from './legible.ts';
import type { PdfPage } from './pdf-pages.ts';
import { inkOf } from './picture-piece.ts';
import { MIN_SURENESS, readUpright, type Turn } from './read-upright.ts';

/** Less ink than this share of the dots is an empty page with dust. */
const MIN_INK = 0.0005;

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
  /** … in how many it saw text that it could not read … */
  unclear: number;
  /** … and of how many it had to let go, since they took too long. */
  tooSlow: number;
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
  let tooSlow = 0;
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
      const recognised = await readUpright(picture, usual, mayScan);
      if (recognised === null) {
        tooSlow += 1;
        continue;
      }
      const { lines, sureness, turn } = recognised;
      if (sureness >= MIN_SURENESS) usual = turn;
      const letters = lettersIn(lines.map(({ text }) => text).join(''));
      const showsMore = letters > page.letters * SHOWS_MORE || !page.isLegible;
      if (sureness < MIN_SURENESS) unclear += showsMore ? 1 : 0;
      else if (showsMore) better.set(index, { lines, letters, isLegible: true, top: 0, bottom: -picture.height });
    }
  });
  return { better, read, leftOut, unclear, tooSlow };
}
