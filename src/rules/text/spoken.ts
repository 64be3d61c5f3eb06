/** Pronouns, verbs and negations of sentences; names, titles and addresses have none of them. */
const SPOKEN =
  /(?<!\p{L})(?:vi|me|jeg|eg|dere|de|det|ikke|ikkje|ja|nei|slutter|sluttar|slutte|deltar|deltek|delta|bidrar|bidreg|ønsker|ønskjer|støtter|vedtok|vedtatt|vedteke|behandlet|handsama|blir|vert|er|var|har|kan|må|skal|vil|kommer|kjem|send|sendes|kontakt|ring|ta|se|sjå|viser|takker|takkar|we|is|are|was|have|has|will|please|see)(?!\p{L})/iu;

/** Is something said in this line, as in a sentence without its full stop? */
export function isSpoken(line: string): boolean {
  return SPOKEN.test(line);
}
