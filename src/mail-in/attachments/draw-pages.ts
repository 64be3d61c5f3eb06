import { PDFiumLibrary } from '@hyzyla/pdfium';
import { MAX_PAGE_PIXELS } from '../mail-limits.ts';

/** A picture in shades of grey, one byte a dot, rows from the top. */
export interface GreyPicture {
  width: number;
  height: number;
  dots: Uint8Array;
}

/** What one page wants to know: whether it shows more than text, and how it looks. */
export interface DrawablePage {
  /** A picture, or letters drawn as shapes: something that no text of the file says. */
  hasPicture: boolean;
  draw(): Promise<GreyPicture>;
}

/** Dots an inch: more makes the letters of a letter no clearer, and the reading slower. */
const DOTS_AN_INCH = 220;

/** A frame, a few lines and a coat of arms are fewer shapes. */
const MANY_SHAPES = 300;

type Library = Awaited<ReturnType<typeof PDFiumLibrary.init>>;
type Page = ReturnType<Awaited<ReturnType<Library['loadDocument']>>['getPage']>;

let library: Promise<Library> | null = null;

/**
 * Draws pages of a PDF as they are printed. unpdf leaves out the decoders of what scanners write (fax, JBIG2, JPEG 2000);
 * PDFium is Chrome's, compiled to WebAssembly: it touches nothing outside its own memory.
 */
export async function withDrawablePages<Result>(
  bytes: Uint8Array,
  use: (page: (index: number) => DrawablePage) => Promise<Result>,
): Promise<Result> {
  library ??= PDFiumLibrary.init();
  try {
    const pdf = await (await library).loadDocument(bytes);
    const result = await use(index => drawable(pdf.getPage(index)));
    pdf.destroy();
    return result;
  } catch (error) {
    // It may be broken inside: the next file gets a new one.
    library = null;
    throw error;
  }
}

function drawable(page: Page): DrawablePage {
  let shapes = 0;
  let hasPicture = false;
  for (const object of page.objects()) {
    if (object.type === 'image' || object.type === 'form') hasPicture = true;
    if (object.type === 'path') shapes += 1;
    if (hasPicture || shapes > MANY_SHAPES) break;
  }
  return { hasPicture: hasPicture || shapes > MANY_SHAPES, draw: () => draw(page) };
}

async function draw(page: Page): Promise<GreyPicture> {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const points = Math.max(1, originalWidth * originalHeight);
  const scale = Math.min(DOTS_AN_INCH / 72, Math.sqrt(MAX_PAGE_PIXELS / points));
  const { width, height, data } = await page.render({ scale, colorSpace: 'Gray', render: async ({ data }) => data });
  return { width, height, dots: data };
}
