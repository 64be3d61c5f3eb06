import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip; `declared` is what it says to unpack to, when that is a lie. */
export interface ZipEntry {
  name: string;
  content: string | Uint8Array;
  declared?: number;
  encrypted?: boolean;
  /** Not packed, as the first entry of an OpenDocument file. */
  stored?: boolean;
}

/** A zip as office programs write it: deflated entries and the directory behind them. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, declared, encrypted, stored } of entries) {
    const bytes = Buffer.from(content);
    const packed = stored ? bytes : deflateRawSync(bytes);
    const title = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(encrypted ? 1 : 0, 2);
    head.writeUInt16LE(stored ? 0 : 8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(declared ?? bytes.length, 18);
    head.writeUInt16LE(title.length, 22);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(at, 10);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), head, title, packed);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, where, title);
    at += 30 + title.length + packed.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length & 0xffff, 4);
  end.writeUInt16LE(entries.length & 0xffff, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, ...directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

/** A Word file with the paragraphs, and what else is given of its body and its parts. */
export function docxOf(
  paragraphs: readonly string[],
  { body = '', types = '', parts = [] as ZipEntry[] } = {},
): Uint8Array {
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const text = paragraphs.map(one => `<w:p><w:r><w:t xml:space="preserve">${one}</w:t></w:r></w:p>`).join('');
  return zipOf([
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types || main}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content:
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    {
      name: 'word/document.xml',
      content: `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:body>${text}${body}</w:body></w:document>`,
    },
    ...parts,
  ]);
}

/** An OpenDocument letter with that body; `before` stands in front of it (styles of lists). */
export function odtOf(body: string, { before = '', parts = [] as ZipEntry[] } = {}): Uint8Array {
  return zipOf([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
    {
      name: 'content.xml',
      content: `<?xml version="1.0"?><office:document-content><office:automatic-styles>${before}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    ...parts,
  ]);
}
