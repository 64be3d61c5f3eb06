/** A line on the paper: points from the left and from below. `set` is anything else about it, as PDF says it (`4 Tc`). */
export interface DrawnLine {
  x: number;
  y: number;
  text: string;
  bold?: boolean;
  size?: number;
  set?: string;
}

export interface DrawnPage {
  lines?: readonly DrawnLine[];
  /** A JPEG that covers the paper. */
  picture?: { jpeg: Uint8Array; width: number; height: number };
  /** Degrees by which the paper is shown turned. */
  rotate?: number;
  /** Objects of the form on it, as PDF writes them. */
  fields?: readonly string[];
}

/** A PDF of A4 pages, written by hand: text in Helvetica, pictures, fields. */
export function pdfOf(pages: readonly DrawnPage[], { trailer = '', count = pages.length } = {}): Uint8Array {
  const objects: Uint8Array[] = [Buffer.from('<</Type/Catalog/Pages 2 0 R>>')];
  const add = (object: Uint8Array | string): number =>
    objects.push(typeof object === 'string' ? Buffer.from(object) : object);
  add('');
  const fonts = ['Helvetica', 'Helvetica-Bold'].map(name =>
    add(`<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`),
  );
  const kids = pages.map(({ lines = [], picture, rotate = 0, fields = [] }) => {
    const drawn = lines.map(
      ({ x, y, text, bold, size = 11, set = '' }) =>
        `BT /F${bold ? 1 : 0} ${size} Tf ${set} ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`,
    );
    const image =
      picture === undefined
        ? null
        : add(
            stream(
              `/Type/XObject/Subtype/Image/Width ${picture.width}/Height ${picture.height}/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode`,
              picture.jpeg,
            ),
          );
    const words = [image === null ? '' : 'q 595 0 0 842 0 0 cm /I Do Q', ...drawn].join('\n');
    const content = add(stream('', Buffer.from(words, 'latin1')));
    const annotations = fields.map(field => `${add(field)} 0 R`);
    return add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate ${rotate}/Contents ${content} 0 R/Annots[${annotations.join(' ')}]/Resources<</Font<</F0 ${fonts[0]} 0 R/F1 ${fonts[1]} 0 R>>/XObject<<${image === null ? '' : `/I ${image} 0 R`}>>>>>>`,
    );
  });
  objects[1] = Buffer.from(`<</Type/Pages/Count ${count}/Kids[${kids.map(kid => `${kid} 0 R`).join(' ')}]>>`);
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.4\n')];
  objects.forEach((object, i) => {
    parts.push(Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n'));
  });
  return Buffer.concat([...parts, Buffer.from(`trailer <</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\n%%EOF`)]);
}

/** Lines below each other, as a letter is written. */
export function linesFrom(top: number, texts: readonly string[], rest: Partial<DrawnLine> = {}): DrawnLine[] {
  return texts.map((text, i) => ({ x: 70, y: top - i * 14, text, ...rest }));
}

function stream(entries: string, bytes: Uint8Array): Buffer {
  return Buffer.concat([
    Buffer.from(`<<${entries}/Length ${bytes.byteLength}>>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}
