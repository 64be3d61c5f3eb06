const WORD = '[\\p{L}\\p{N}_]';
const EDGE = `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`;

/**
 * A pattern whose `\b` knows Norwegian letters.
 * Danger: in plain JavaScript «å», «ø» and «æ» are no word characters, so `\bpå\b` never matches and `\bber\b` matches «ærber».
 */
export function words(pattern: RegExp): RegExp {
  const flags = pattern.flags.includes('u') ? pattern.flags : `${pattern.flags}u`;
  return new RegExp(pattern.source.replaceAll('\\b', EDGE), flags);
}
