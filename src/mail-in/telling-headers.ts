/** They say whose mail it is and what it answers. */
const TELLING =
  /^(?:from|to|cc|subject|date|message-id|in-reply-to|references|auto-submitted|x-purrebot-[a-z-]{1,20}):/i;

/** A longer line of these is rubbish, or an attack. */
const MAX_LINE = 4_000;

/** So many lines of these has no mail. */
const MAX_LINES = 100;

/** Looked at to this byte; no mail server lets through more than a few megabytes of headers. */
const MAX_HEAD = 8 * 1024 * 1024;

/** The few headers of a mail that tell whose it is, each on one line, however much stands around them. */
export function tellingHeaders(raw: Uint8Array): Uint8Array {
  const head = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, MAX_HEAD));
  const lines: Buffer[] = [];
  let isTelling = false;
  for (let at = 0; at < head.byteLength && lines.length < MAX_LINES; ) {
    const found = head.indexOf(10, at);
    const end = found === -1 ? head.byteLength : found;
    const line = head.subarray(at, Math.min(end, at + MAX_LINE));
    at = end + 1;
    const text = line.toString('latin1').trimEnd();
    if (text === '') break;
    // A folded line belongs to the one above it.
    if (!/^[ \t]/.test(text)) isTelling = TELLING.test(text);
    if (isTelling) lines.push(line.subarray(0, text.length), Buffer.from('\r\n'));
  }
  return Buffer.concat([...lines, Buffer.from('\r\n')]);
}
