import { crc32, inflateRawSync } from 'node:zlib';
import { MAX_UNPACKED, MAX_XML, MAX_ZIP_ENTRIES } from '../mail-limits.ts';
import { DAMAGED, FileFault, LOCKED, TOO_LARGE } from './file-fault.ts';

/** The parts of an office file by name, each unpacked when it is asked for. */
export interface ZipParts {
  names: string[];
  /** Null when there is no such part; throws FileFault when it cannot be unpacked. */
  bytes(name: string): Uint8Array | null;
  /** A part of XML as text. A DOCTYPE (entities, files from elsewhere) has no place in an office file: it throws. */
  xml(name: string): string | null;
}

interface Entry {
  name: string;
  start: number;
  packed: number;
  unpacked: number;
  method: number;
}

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;

/** An end record of 22 bytes with a comment of up to 64 kB. */
const MAX_END = 22 + 0xffff;

const STORED = 0;
const DEFLATED = 8;

/**
 * Opens a zip from its directory of contents, which is read before anything is unpacked: what declares more than the
 * limits, or whose entries share bytes, is refused at once. Names are only names, nothing is written anywhere.
 */
export function zipParts(bytes: Uint8Array): ZipParts {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map(entriesOf(file).map(entry => [entry.name, entry]));
  let room = MAX_UNPACKED;
  const unpack = (name: string): Uint8Array | null => {
    const entry = entries.get(name);
    if (entry === undefined) return null;
    if (entry.unpacked > MAX_XML) throw new FileFault(TOO_LARGE);
    room -= entry.unpacked;
    if (room < 0) throw new FileFault(TOO_LARGE);
    return unpacked(file, entry);
  };
  return {
    names: [...entries.keys()],
    bytes: unpack,
    xml(name) {
      const part = unpack(name);
      if (part === null) return null;
      const text = new TextDecoder().decode(part);
      if (text.slice(0, 2000).includes('<!DOCTYPE') || text.includes('<!ENTITY')) throw new FileFault(DAMAGED);
      return text;
    },
  };
}

function entriesOf(file: Buffer): Entry[] {
  const end = file.lastIndexOf('PK\x05\x06', file.length, 'latin1');
  if (end < Math.max(0, file.length - MAX_END) || end + 22 > file.length) throw new FileFault(DAMAGED);
  if (file.readUInt32LE(end) !== DIRECTORY_END) throw new FileFault(DAMAGED);
  const count = file.readUInt16LE(end + 10);
  // 0xffff means that the true number stands in a ZIP64 record: no letter is that large.
  if (count > MAX_ZIP_ENTRIES) throw new FileFault(TOO_LARGE);
  const entries: Entry[] = [];
  let at = file.readUInt32LE(end + 16);
  let declared = 0;
  for (let number = 0; number < count; number++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new FileFault(DAMAGED);
    if ((file.readUInt16LE(at + 8) & 1) === 1) throw new FileFault(LOCKED);
    const unpackedSize = file.readUInt32LE(at + 24);
    declared += unpackedSize;
    if (declared > MAX_UNPACKED) throw new FileFault(TOO_LARGE);
    const nameEnd = at + 46 + file.readUInt16LE(at + 28);
    entries.push({
      name: file.toString('utf8', at + 46, nameEnd),
      start: file.readUInt32LE(at + 42),
      packed: file.readUInt32LE(at + 20),
      unpacked: unpackedSize,
      method: file.readUInt16LE(at + 10),
    });
    at = nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  if (shareBytes(entries)) throw new FileFault(DAMAGED);
  return entries;
}

/** Danger: a thousand entries that all unpack the same bytes make gigabytes of a small file. */
function shareBytes(entries: readonly Entry[]): boolean {
  const sorted = [...entries].sort((a, b) => a.start - b.start);
  return sorted.some((entry, i) => i > 0 && sorted[i - 1]!.start + sorted[i - 1]!.packed + 30 > entry.start);
}

function unpacked(file: Buffer, { start, packed, unpacked: size, method }: Entry): Uint8Array {
  if (start + 30 > file.length || file.readUInt32LE(start) !== LOCAL_HEADER) throw new FileFault(DAMAGED);
  const data = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28);
  const content = file.subarray(data, data + packed);
  if (content.length !== packed) throw new FileFault(DAMAGED);
  if (method === STORED && packed === size) return content;
  if (method !== DEFLATED) throw new FileFault(DAMAGED);
  try {
    // Danger: the declared size may be a lie. Beyond it nothing is unpacked.
    return inflateRawSync(content, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw new FileFault(DAMAGED);
  }
}

/** A zip whose entries are as they are, not packed: what a library opens then can be no bomb. */
export function plainZip(parts: readonly { name: string; bytes: Uint8Array }[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of parts) {
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.byteLength, 14);
    common.writeUInt32LE(bytes.byteLength, 18);
    common.writeUInt16LE(title.length, 22);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(at, 10);
    local.push(signature(LOCAL_HEADER), common, title, Buffer.from(bytes));
    directory.push(signature(DIRECTORY_ENTRY), Buffer.from([20, 0]), common, where, title);
    at += 30 + title.length + bytes.byteLength;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, ...directory, signature(DIRECTORY_END), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
