import { MAX_FILE_BYTES, MAX_IMAGE_PIXELS } from '../mail-limits.ts';
import { LOCKED, TOO_LARGE } from './file-fault.ts';
import { imageSize } from './image-size.ts';

/** What a file is, for the one who reads it. `mail` is a whole mail, `plain` needs only a charset. */
export type ReadableKind = 'pdf' | 'docx' | 'odt' | 'rtf' | 'html' | 'image' | 'plain' | 'mail';

/** A kind; or why it is not read (Norwegian, for the adviser); or null when there is nothing in it to read. */
export type FileKind = { kind: ReadableKind } | { problem: string } | null;

const BY_HAND = 'Åpne den selv.';
const WINMAIL =
  'Outlook har pakket vedleggene i en winmail.dat, som ikke kan leses. Be om dem på nytt som PDF, eller åpne filen selv.';

const PACKED = `Pakkede filer åpnes ikke. ${BY_HAND}`;

/** By the end of the name: formats that may hold an answer and are not read. */
const UNREADABLE: readonly (readonly [RegExp, string])[] = [
  [/\.(?:doc|dot)$/i, `Word-fil i gammelt format (.doc), som ikke kan leses. ${BY_HAND}`],
  [/\.(?:docm|dotm|xlsm|xltm|pptm)$/i, `Filen inneholder makroer og leses ikke. ${BY_HAND}`],
  [/\.(?:xls|xlsx|ods|numbers)$/i, `Regneark leses ikke. ${BY_HAND}`],
  [/\.(?:ppt|pptx|odp|key)$/i, `Presentasjoner leses ikke. ${BY_HAND}`],
  [/\.(?:zip|7z|rar|gz|tar)$/i, PACKED],
  [/\.msg$/i, `E-post lagret i Outlooks eget format (.msg), som ikke kan leses. ${BY_HAND}`],
  [/\.(?:p7m|pgp|gpg|asc|rpmsg)$/i, 'Innholdet er kryptert og kan ikke leses. Be om svaret på nytt uten kryptering.'],
  [/\.(?:tiff?|heic|heif)$/i, `Bildeformatet kan ikke leses. ${BY_HAND}`],
];

const UNKNOWN = 'Filtypen kan ikke leses. Åpne filen selv.';

/** Signatures, cards, keys, sounds and pictures that are no paper: nothing that an answer could stand in. */
const NOTHING_TYPES =
  /^(?:audio|video|font)\/|^application\/(?:pkcs7-signature|x-pkcs7-signature|pgp-signature|pgp-keys)$|^text\/(?:x-)?vcard$/;
const NOTHING_NAMES = /\.(?:p7s|vcf|sig|gif|svg|bmp|webp|ico|emf|wmf|css|mp3|m4a|wav|mp4|mov)$/i;

const TEXT_TYPES = /^(?:text\/|message\/(?:delivery-status|feedback-report|disposition-notification))/;

/** Archive systems send PDF as octet-stream, so the first bytes and the name count more than the declared type. */
export function fileKind(name: string, contentType: string, bytes: Uint8Array): FileKind {
  const kind = kindOf(name, contentType, bytes);
  return kind !== null && 'kind' in kind && bytes.byteLength > MAX_FILE_BYTES ? { problem: TOO_LARGE } : kind;
}

function kindOf(name: string, contentType: string, bytes: Uint8Array): FileKind {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString('latin1');
  if (contentType === 'message/rfc822' || /\.eml$/i.test(name)) return { kind: 'mail' };
  if (TEXT_TYPES.test(contentType) && contentType !== 'text/html' && contentType !== 'text/rtf' && !isBinary(start))
    return NOTHING_TYPES.test(contentType) ? null : { kind: 'plain' };
  if (start.includes(SIGNATURES.pdf)) return { kind: 'pdf' };
  if (isWinmail(name, contentType, start)) return { problem: WINMAIL };
  if (start.startsWith('{\\rtf')) return { kind: 'rtf' };
  if (start.startsWith(SIGNATURES.oldOffice)) return oldOffice(name, bytes);
  if (start.startsWith(SIGNATURES.png) || start.startsWith(SIGNATURES.jpeg)) return image(bytes);
  const unreadable = UNREADABLE.find(([pattern]) => pattern.test(name));
  if (unreadable !== undefined) return { problem: unreadable[1] };
  if (start.startsWith(SIGNATURES.zip)) return zipKind(name, contentType, bytes);
  if (contentType === 'text/html' || /\.x?html?$/i.test(name)) return { kind: 'html' };
  if (/\.(?:txt|csv|md|ics)$/i.test(name) && !isBinary(start)) return { kind: 'plain' };
  if (NOTHING_TYPES.test(contentType) || NOTHING_NAMES.test(name) || contentType.startsWith('image/')) return null;
  return bytes.byteLength === 0 ? null : { problem: UNKNOWN };
}

/** How files begin that are no text, whatever their type or name says. */
const SIGNATURES = {
  pdf: '%PDF-',
  zip: 'PK\x03\x04',
  oldOffice: '\xd0\xcf\x11\xe0',
  png: '\x89PNG',
  jpeg: '\xff\xd8\xff',
};

function isBinary(start: string): boolean {
  return Object.values(SIGNATURES).some(signature => start.startsWith(signature));
}

function isWinmail(name: string, contentType: string, start: string): boolean {
  return start.startsWith('\x78\x9f\x3e\x22') || /^winmail\.dat$/i.test(name) || /\bms-tnef$/.test(contentType);
}

/** The container of Office before 2007; the later one is put into it when it is locked. */
function oldOffice(name: string, bytes: Uint8Array): FileKind {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return { problem: LOCKED };
  return { problem: UNREADABLE.find(([pattern]) => pattern.test(name))?.[1] ?? UNKNOWN };
}

function zipKind(name: string, contentType: string, bytes: Uint8Array): FileKind {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = file.subarray(0, 200).toString('latin1');
  const odt = 'application/vnd.oasis.opendocument.text';
  if (/\.odt$/i.test(name) || contentType === odt || first.includes(odt)) return { kind: 'odt' };
  if (/\.docx$/i.test(name) || contentType.includes('wordprocessingml') || file.includes('word/document'))
    return { kind: 'docx' };
  return { problem: PACKED };
}

/** A picture may be a letter that somebody photographed. Logos, portraits and banners are smaller or of another shape. */
const MIN_PAPER_PIXELS = 700_000;
const MIN_PAPER_BYTES = 8 * 1024;
const MAX_PROPORTION = 2.4;

function image(bytes: Uint8Array): FileKind {
  const size = imageSize(bytes);
  if (size === null) return null;
  const pixels = size.width * size.height;
  if (pixels > MAX_IMAGE_PIXELS) return { problem: TOO_LARGE };
  const proportion = Math.max(size.width, size.height) / Math.max(1, Math.min(size.width, size.height));
  const isPaper = pixels >= MIN_PAPER_PIXELS && proportion <= MAX_PROPORTION && bytes.byteLength >= MIN_PAPER_BYTES;
  return isPaper ? { kind: 'image' } : null;
}
