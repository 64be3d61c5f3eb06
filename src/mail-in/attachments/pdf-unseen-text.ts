import { getResolvedPDFJS } from 'unpdf';

/** What a page draws, as pdf.js lists it. */
interface DrawnOperations {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

/** What PDF calls text that is not drawn. */
const INVISIBLE = 3;

/** No reader sees letters of one point. */
const SMALLEST = 1.5;

/**
 * Whether a page has words that are not drawn, or in white or of no size on bare paper. Where a picture or a surface was
 * drawn before, white letters may be seen, and unseen ones are a scanner's reading of it.
 */
export async function hidesTextOn({ fnArray, argsArray }: DrawnOperations): Promise<boolean> {
  const { OPS } = await getResolvedPDFJS();
  const surfaces = new Set([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.shadingFill, OPS.constructPath, OPS.rectangle]);
  const pictures = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
  // The scanner's reading may lie above its picture or below.
  if (fnArray.some((operation: number) => pictures.has(operation))) return false;
  const before: { mode: number; isWhite: boolean; size: number }[] = [];
  let now = { mode: 0, isWhite: false, size: 10 };
  for (const [i, operation] of fnArray.entries()) {
    const args = (argsArray[i] ?? []) as readonly unknown[];
    if (surfaces.has(operation)) return false;
    if (operation === OPS.save) before.push({ ...now });
    else if (operation === OPS.restore) now = before.pop() ?? now;
    else if (operation === OPS.setTextRenderingMode) now.mode = Number(args[0]);
    else if (operation === OPS.setFont) now.size = Number(args[1]);
    else if (operation === OPS.setFillRGBColor) now.isWhite = isWhite(args);
    else if (operation === OPS.showText && hasLetters(args[0]))
      if (now.mode === INVISIBLE || now.isWhite || Math.abs(now.size) < SMALLEST) return true;
  }
  return false;
}

function isWhite(args: readonly unknown[]): boolean {
  const [first] = args;
  if (typeof first === 'string') return /^#f[\da-f]f[\da-f]f[\da-f]$/i.test(first);
  return args.length >= 3 && args.slice(0, 3).every(one => Number(one) >= 0xf0);
}

function hasLetters(glyphs: unknown): boolean {
  return (
    Array.isArray(glyphs) && glyphs.some(glyph => /\p{L}/u.test(String((glyph as { unicode?: string })?.unicode ?? '')))
  );
}
