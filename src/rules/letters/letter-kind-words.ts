const WORDS: Record<string, string> = {
  request: 'henvendelsen',
  friendly: 'vennlig påminnelse',
  near: 'fristen er nær',
  missing: 'vi mangler svar',
  last: 'siste påminnelse',
  'after-meeting': 'hvordan gikk møtet',
  phone: 'ring',
};

/** A letter of that kind in the adviser's words. */
export function letterWords(kind: string): string {
  return WORDS[kind] ?? kind;
}
