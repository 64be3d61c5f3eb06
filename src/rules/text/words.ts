const WORD = '[\\p{L}\\p{N}_]';
const EDGE = `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`;

/** Before a letter the edge is a beginning, behind one an end: half the work, and most edges are one of the two. */
const BEGINNING = /\\b(?=(?:\((?:\?:|\?<[a-z]+>))*\p{L})/gu;
const END = /(?<=[^\\\p{L}]\p{L}{2,})\\b/gu;

/**
 * A pattern whose `\b` knows Norwegian letters.
 * Danger: in plain JavaScript «å», «ø» and «æ» are no word characters, so `\bpå\b` never matches and `\bber\b` matches «ærber».
 */
export function words(pattern: RegExp): RegExp {
  const flags = pattern.flags.includes('u') ? pattern.flags : `${pattern.flags}u`;
  return new RegExp(
    pattern.source.replace(BEGINNING, `(?<!${WORD})`).replace(END, `(?!${WORD})`).replaceAll('\\b', EDGE),
    flags,
  );
}
