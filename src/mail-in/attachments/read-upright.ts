import type { GreyPicture } from './draw-pages.ts';
import { inkiestPiece } from './picture-piece.ts';
import { type Recognised, recognise } from './recognise.ts';

/** How a page lay in the scanner. */
export type Turn = 'upright' | 'head' | 'right' | 'left';
const TURNS: readonly Turn[] = ['upright', 'head', 'right', 'left'];

/** Below this a page is no print that can be trusted: it stands on its head, is written by hand, or shows no text. */
export const MIN_SURENESS = 60;

/** A piece of a page cuts words at its edges; turned wrongly it comes to 30. */
const MIN_SURENESS_OF_PIECE = 50;

/**
 * Reads a page that may have lain in the scanner on its head or on its side. A page takes seconds, and rubbish takes more
 * than print: which way round it is shows in a small piece of it, and only then is the whole read once more.
 * @param usual how the page before lay
 * @param onTry called before each further reading
 * @returns null when the page took too long
 */
export async function readUpright(
  picture: GreyPicture,
  usual: Turn,
  onTry: () => unknown,
): Promise<(Recognised & { turn: Turn }) | null> {
  const first = await recognise(asPgm(turned(picture, usual)));
  if (first === null) return null;
  const asUsual = { ...first, turn: usual };
  if (first.sureness >= MIN_SURENESS) return asUsual;
  const piece = inkiestPiece(picture);
  for (const turn of TURNS) {
    if (turn === usual) continue;
    onTry();
    const tried = await recognise(asPgm(turned(piece, turn)));
    if (tried === null || tried.sureness < MIN_SURENESS_OF_PIECE) continue;
    onTry();
    const other = await recognise(asPgm(turned(picture, turn)));
    return other === null || other.sureness <= first.sureness ? asUsual : { ...other, turn };
  }
  return asUsual;
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
