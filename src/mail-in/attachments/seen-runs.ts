/** A run of Word that is formatted by itself: `<w:rPr>` comes first in it. */
const RUN_START = '<w:r>';
const RUN_START_WITH = '<w:r ';
const RUN_END = '</w:r>';

/** Set to hidden, unless switched off again. */
const HIDDEN = /<w:(?:vanish|specVanish)(?:\s+w:val="(?:1|true|on)")?\s*\/>/;

const WHITE = /<w:color\s[^>]*\bw:val="(?:F[0-9A-F]){3}"/i;

/** Sizes are half points: nobody sees a letter of one point. */
const TINY = /<w:sz\s+w:val="[012]"\s*\/>/;

/** Something that is not white lies behind text somewhere in the document: then white letters may well be seen. */
const COLOURED_GROUND =
  /<w:highlight\b|\bw:fill="(?!auto|FFFFFF|F{3}")[0-9A-F]{6}"|<w:drawing\b|<w:pict\b|<w:background\b/i;

/** Longer formatting has no run. */
const FORMAT = 2000;

/** Word's XML without the runs that a reader does not see: hidden, of no size, white on white. */
export function seenRuns(xml: string): string {
  if (!HIDDEN.test(xml) && !WHITE.test(xml) && !TINY.test(xml)) return xml;
  const whiteIsSeen = COLOURED_GROUND.test(xml);
  const kept: string[] = [];
  let from = 0;
  for (let at = nextRun(xml, 0); at !== -1; at = nextRun(xml, from)) {
    const end = xml.indexOf(RUN_END, at);
    if (end === -1) break;
    const behind = end + RUN_END.length;
    const format = formatOf(xml, at, end);
    const isSeen = !HIDDEN.test(format) && !TINY.test(format) && (whiteIsSeen || !WHITE.test(format));
    kept.push(isSeen ? xml.slice(from, behind) : xml.slice(from, at));
    from = behind;
  }
  return kept.join('') + xml.slice(from);
}

function nextRun(xml: string, from: number): number {
  const [plain, other] = [xml.indexOf(RUN_START, from), xml.indexOf(RUN_START_WITH, from)];
  return plain === -1 || other === -1 ? Math.max(plain, other) : Math.min(plain, other);
}

function formatOf(xml: string, start: number, end: number): string {
  const head = xml.slice(start, Math.min(end, start + FORMAT));
  const closed = head.indexOf('</w:rPr>');
  return closed === -1 ? '' : head.slice(0, closed);
}
