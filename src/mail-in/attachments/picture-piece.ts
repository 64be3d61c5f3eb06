import type { GreyPicture } from './draw-pages.ts';

/** Darker than this is ink. */
const INK = 128;

/** The side of a piece, in dots: nine centimetres of a page as it is drawn here, some words of twenty lines. */
const SIDE = 800;

/** Pieces are looked for in steps of so many dots. */
const STEP = 50;

/** The share of ink in a step of print: less is margin, more is a bar, a photograph, or the black edge of a copy. */
const [LEAST, MOST] = [0.02, 0.35];

/** The share of the dots that are ink. */
export function inkOf({ dots }: GreyPicture): number {
  let dark = 0;
  for (const dot of dots) if (dot < INK) dark += 1;
  return dark / dots.length;
}

/** The square of a page with the most print in it; all of a picture that is smaller. */
export function inkiestPiece(picture: GreyPicture): GreyPicture {
  const columns = Math.floor(picture.width / STEP);
  const rows = Math.floor(picture.height / STEP);
  // With the print of all steps above and to the left, a square's is known from its four corners.
  const printBefore = new Uint32Array((columns + 1) * (rows + 1));
  const before = (column: number, row: number) => printBefore[row * (columns + 1) + column]!;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const ink = inkOf(piece(picture, column * STEP, row * STEP, STEP));
      const isPrint = ink >= LEAST && ink <= MOST ? 1 : 0;
      printBefore[(row + 1) * (columns + 1) + column + 1] =
        isPrint + before(column, row + 1) + before(column + 1, row) - before(column, row);
    }
  }
  const side = SIDE / STEP;
  let best = { print: -1, column: 0, row: 0 };
  for (let row = 0; row <= Math.max(0, rows - side); row++) {
    for (let column = 0; column <= Math.max(0, columns - side); column++) {
      const right = Math.min(columns, column + side);
      const below = Math.min(rows, row + side);
      const print = before(right, below) - before(column, below) - before(right, row) + before(column, row);
      if (print > best.print) best = { print, column, row };
    }
  }
  return piece(picture, best.column * STEP, best.row * STEP, SIDE);
}

/** A square, cut where the picture ends. */
function piece({ width, height, dots }: GreyPicture, left: number, top: number, side: number): GreyPicture {
  const right = Math.min(width, left + side);
  const bottom = Math.min(height, top + side);
  const cut = new Uint8Array((right - left) * (bottom - top));
  for (let y = top; y < bottom; y++) {
    cut.set(dots.subarray(y * width + left, y * width + right), (y - top) * (right - left));
  }
  return { width: right - left, height: bottom - top, dots: cut };
}
