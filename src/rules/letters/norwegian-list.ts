/** «Bjugn, Frøya og Åfjord»; the word for «and» is the same in both written forms. */
export function listOf(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} og ${names.at(-1)!}`;
}
