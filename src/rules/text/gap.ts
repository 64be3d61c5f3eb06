/** Sources of patterns for the words that may stand between two others. */

/** Up to `most` words in between, behind the word before. */
export const gap = (most: number) => `(?: [^\\s]+){0,${most}}?`;

/** Up to `most` words in between, before the word behind. */
export const some = (most: number) => `(?:[^\\s]+ ){0,${most}}?`;
