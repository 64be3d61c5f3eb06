/**
 * Bytes that must be free where the register lies. A letter needs a few kilobytes, but on a full disk nobody could note what
 * became of it; the answers that come meanwhile need room too.
 */
export const SPACE_TO_SEND = 200 * 1024 * 1024;

/** Why no letter is begun, in Norwegian; null when there is room. @param free bytes; null = nobody can tell */
export function whyNoSpace(free: number | null): string | null {
  if (free === null || free >= SPACE_TO_SEND) return null;
  const [left, least] = [free, SPACE_TO_SEND].map(bytes => Math.floor(bytes / 1024 / 1024));
  return `Disken er nesten full: ${left} MB er ledig der registeret ligger, under ${least} MB går ingen brev. Frigjør plass.`;
}
