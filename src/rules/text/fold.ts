import { WRITTEN_FORMS } from './written-forms.ts';

const CANONICAL = new Map<string, string>(
  WRITTEN_FORMS.flatMap(row => {
    const [form = '', ...others] = row.split(' ');
    return others
      .filter(other => other !== form && !other.includes('-'))
      .map((other): [string, string] => [other, form]);
  }),
);

/**
 * The text as the patterns see it: lower case, bokmål word for word, one kind of space, dash and quotation mark.
 * «Saka vart handsama i går» → «saken ble behandlet i går». Evidence is never taken from folded text.
 */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/[«»“”„‟″]/g, '"')
    .replace(/[‘’´`]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/\p{L}+/gu, word => CANONICAL.get(word) ?? word)
    .replace(/\be-post(?:en)?\b/g, 'e-post')
    .trim();
}
