import { slips } from './slips.ts';
import { WRITTEN_FORMS } from './written-forms.ts';

const CANONICAL = new Map<string, string>(
  WRITTEN_FORMS.flatMap(row => {
    const [form = '', ...others] = row.split(' ');
    return others
      .filter(other => other !== form && !other.includes('-'))
      .map((other): [string, string] => [other, form]);
  }),
);

for (const [slip, word] of slips()) if (!CANONICAL.has(slip)) CANONICAL.set(slip, CANONICAL.get(word) ?? word);

/** Signs of which there are several kinds, and all that is not Latin-1. Most sentences have none. */
const SPECIAL = /[\u00ab\u00ad\u00b4\u00bb`\u0100-\uffff]/;

const IRREGULAR_BLANK = /[^\S ]| {2}/;

/**
 * The text as the patterns see it: lower case, bokmål word for word, one kind of space, dash and quotation mark.
 * «Saka vart handsama i går» → «saken ble behandlet i går». Evidence is never taken from folded text.
 */
export function fold(text: string): string {
  const plain = SPECIAL.test(text) ? ordinarySigns(text) : text.toLowerCase();
  const flat = IRREGULAR_BLANK.test(plain) ? plain.replace(/\s+/g, ' ') : plain;
  const written = inBokmaal(flat);
  const plainer = written.includes('e-posten') ? written.replace(/\be-posten\b/g, 'e-post') : written;
  const cased = plainer.includes(' falt') ? plainer.replace(IN_THAT_CASE, '$1 fall') : plainer;
  return (cased.includes(' e ') ? cased.replace(SPOKEN_IS, '$1er ') : cased).trim();
}

/** «i så fall», «i motsatt fall»: a noun; «forslaget fall» is nynorsk for «falt». */
const IN_THAT_CASE = /(?<!\p{L})(i (?:så|motsatt|alle|verste|beste|hvert|ethvert|slike)) falt(?!\p{L})/gu;

/** «vi e med», «verdal e med»: spoken «er»; never the fifth of a list («d og e»). */
const SPOKEN_IS =
  /((?:^|[^\p{L}])(?:vi|det|den|jeg|som|vårt?|(?!og|eller|alternativ|punkt|bokstav)\p{L}{3,}) )e (?=\p{L}{2})/gu;

function ordinarySigns(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[«»“”„‟″]/g, '"')
    .replace(/[‘’´`]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-');
}

/** 1 for the letters of Latin-1. */
const LETTERS = Uint8Array.from({ length: 256 }, (_, code) => (/\p{L}/u.test(String.fromCharCode(code)) ? 1 : 0));

/** 1 where a word of WRITTEN_FORMS has that first letter, last letter and length; most words of a text have none. */
const MAYBE = new Uint8Array(64 * 1024);
for (const word of CANONICAL.keys()) MAYBE[place(word, 0, word.length)] = 1;

function place(text: string, start: number, end: number): number {
  return (text.charCodeAt(start) * 2521 + text.charCodeAt(end - 1) * 61 + (end - start)) & 0xffff;
}

/** Whole words replaced by their canonical form. Word by word, since a pattern for it is most of the work of a mail. */
function inBokmaal(text: string): string {
  let result = '';
  let kept = 0;
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    // A letter beyond Latin-1 may have two units, or belong to a word with those around it.
    if (code > 0xff) return text.replace(/\p{L}+/gu, word => CANONICAL.get(word) ?? word);
    if (LETTERS[code] === 1) {
      if (start === -1) start = at;
    } else if (start !== -1) {
      const form = MAYBE[place(text, start, at)] === 1 ? CANONICAL.get(text.slice(start, at)) : undefined;
      if (form !== undefined) {
        result += text.slice(kept, start) + form;
        kept = at;
      }
      start = -1;
    }
  }
  return kept === 0 ? text : result + text.slice(kept);
}
