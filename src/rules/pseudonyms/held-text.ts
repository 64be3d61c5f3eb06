/** A text some pieces of which are finished: they are held apart, so that no later rule sees them. */
export interface HeldText {
  text: string;
  held: string[];
}

/** Private code points: no letter, no digit, and no mail has them. */
const FIRST = 0xf0000;
const MARK = /[\u{F0000}-\u{FFFFD}]/gu;
const MOST = 60_000;

export function heldText(text: string): HeldText {
  return { text: text.replace(MARK, ''), held: [] };
}

/** Replaces what a global pattern finds and holds it; `null` leaves a place as it is. */
export function hold(into: HeldText, pattern: RegExp, replace: (match: RegExpExecArray) => string | null): void {
  let text = '';
  let kept = 0;
  for (const match of into.text.matchAll(pattern)) {
    const written = into.held.length < MOST ? replace(match) : null;
    if (written === null) continue;
    text += into.text.slice(kept, match.index) + String.fromCodePoint(FIRST + into.held.length);
    into.held.push(written);
    kept = match.index + match[0].length;
  }
  into.text = text + into.text.slice(kept);
}

/** The whole text with the finished pieces back in their places. */
export function released({ text, held }: HeldText): string {
  return text.replace(MARK, mark => held[mark.codePointAt(0)! - FIRST] ?? '');
}
