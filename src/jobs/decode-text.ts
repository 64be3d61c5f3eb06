/** What a text file's bytes say, and in which encoding they were read. */
export type DecodedText =
  | { text: string; encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252' }
  | { unreadable: string; whatToDo: string };

/** «Ã¸» for ø: UTF-8 that some program read as Windows-1252 and saved again. */
const READ_TWICE = /Ã[\u0080-\u00bf†˜¥¦¸…]/u;

/** UTF-8 with or without BOM, UTF-16 with BOM, else Windows-1252 (of which latin-1 is a part), as Excel writes it. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) {
    return { unreadable: 'et regneark eller en zip-fil', whatToDo: 'Åpne den i Excel og lagre som «CSV UTF-8».' };
  }
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (utf16 !== null) return { text: new TextDecoder(utf16).decode(bytes), encoding: 'UTF-16' };
  if (bytes.includes(0))
    return { unreadable: 'en fil som ikke er tekst', whatToDo: 'Lagre den som tekst (CSV UTF-8).' };
  const decoded = decodeUtf8(bytes);
  if (decoded === null) return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
  const broken = READ_TWICE.exec(decoded);
  if (broken === null) return { text: decoded, encoding: 'UTF-8' };
  return {
    unreadable: `tekst der norske bokstaver er ødelagt («${broken[0]}»)`,
    whatToDo: 'Hent filen på nytt fra der den kom fra og lagre som «CSV UTF-8».',
  };
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
