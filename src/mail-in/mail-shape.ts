/** The first part of a mail is enough to see whether it is one. */
const HEAD_BYTES = 256 * 1024;

const HEADER_LINE = /^[!-9;-~]+:/;

/** What is wrong with the outer form of a mail, in Norwegian, for the adviser; null when nothing is. */
export function shapeProblem(raw: Uint8Array): string | null {
  const head = latin1(raw.subarray(0, HEAD_BYTES));
  if (head.trim() === '') return 'Meldingen er tom.';
  if (!startsWithHeaders(raw)) return 'Meldingen mangler brevhode og kan ikke leses som e-post.';
  const headers = head.split(/\r?\n\r?\n/, 1)[0]?.replace(/\r?\n[ \t]+/g, ' ') ?? '';
  if (!/^from:/im.test(headers)) return 'Meldingen mangler avsender.';
  const type = /^content-type:\s*(multipart\/[^\r\n]*)/im.exec(headers)?.[1];
  if (type !== undefined) {
    const boundary = /\bboundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(type);
    const mark = boundary?.[1] ?? boundary?.[2];
    if (mark === undefined) return 'Meldingen er delt opp, men sier ikke hvordan, og kan ikke leses.';
    if (!Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).includes(`--${mark}--`)) {
      return 'Meldingen er ufullstendig: slutten mangler.';
    }
  }
  const charset =
    /\bcharset\s*=\s*"?([^\s;"]{1,60})/iu.exec(headers)?.[1] ??
    /^content-type:\s*text\/[^\r\n]*\bcharset\s*=\s*"?([^\s;"]{1,60})/imu.exec(head)?.[1];
  if (charset !== undefined && !isKnownCharset(charset))
    return `Meldingen har et ukjent tegnsett («${charset}») og kan ikke leses.`;
  return null;
}

/** A file that begins with its text has no headers; read as mail its first lines would be lost. */
export function startsWithHeaders(raw: Uint8Array): boolean {
  const first = latin1(raw.subarray(0, 2000))
    .split(/\r?\n/)
    .find(line => !line.startsWith('From '));
  return first !== undefined && HEADER_LINE.test(first);
}

function isKnownCharset(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
