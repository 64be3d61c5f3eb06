import { GIVEN_NAMES, GIVEN_NAMES_THAT_ARE_WORDS, OFFICE_WORD } from './name-words.ts';

/** A word of a name, or an initial («L.»). */
const WORD = "\\p{Lu}(?:[\\p{L}'’-]+|\\.|(?![\\p{L}]))";
const NAME = `${WORD}(?:[ \\t]+${WORD}){0,3}`;
const WHOLE_NAME = `\\p{Lu}[\\p{L}'’-]+(?:[ \\t]+${WORD}){1,3}`;

/** «Kari Nes <kari.nes@…>», «Nes, Kari [mailto:…]» */
const BEFORE_ADDRESS = new RegExp(
  `(?<![\\p{L}.])(${NAME}(?:,[ \\t]*${NAME})?)["»]?[ \\t]*[<[(]{1,2}(?:mailto:)?[^\\s<>@]{1,64}@`,
  'gu',
);

/** What stands before a person's name whoever it is. */
const LABEL =
  /(?<!\p{L})(?:saksbehandler|saksbehandlar|sakshandsamar|saksbeh|vår saksbehandler|kontaktperson|møteleder|møteleiar|møtesekretær|representanten|ordfører|ordførar|varaordfører|rådmann|rådmannen|kommunedirektør|kommunedirektøren|kommunalsjef|hilsen|helsing|mvh|v\/|att|skrev|skreiv)\.?[ \t]*[:,]?\s{1,4}/giu;

/** «Kari Nes (Sp)» in minutes. */
const OF_PARTY = new RegExp(
  `(?<![\\p{L}.])(${WHOLE_NAME}),?[ \\t]*\\((?:A|Ap|AP|H|Sp|SP|V|KrF|KRF|SV|FrP|FRP|Frp|MDG|R|Rødt|INP|PP|UAVH|uavh\\.?|[Ll]iste[^)]{0,20})\\)`,
  'gu',
);

/** Any word that is a first name, with the names after it. */
const ANY_NAME = new RegExp(`(?<![\\p{L}.])(${WHOLE_NAME})(?![\\p{L}])`, 'gu');
/** «snakk med Gunnhild»; not the saint of a hospital. */
const FIRST_NAME = /(?<![\p{L}.@-]|(?:St\.?|Sankt|Hellig)[ \t\u00a0])\p{Lu}\p{Ll}{2,20}(?![\p{L}@-])/gu;
const AT_THIS_PLACE = new RegExp(`${NAME}(?![\\p{L}])`, 'uy');

/** What may be persons' names in a text, as they are written there; whoever takes them decides which are. */
export function namesIn(text: string): string[] {
  const found: string[] = [];
  for (const pattern of [BEFORE_ADDRESS, OF_PARTY]) for (const match of text.matchAll(pattern)) found.push(match[1]!);
  for (const label of text.matchAll(LABEL)) {
    AT_THIS_PLACE.lastIndex = label.index + label[0].length;
    const name = AT_THIS_PLACE.exec(text)?.[0];
    if (name !== undefined) found.push(name);
  }
  for (const [whole] of text.matchAll(ANY_NAME)) {
    const words = whole.split(/\s+/u);
    const first = words.findIndex(word => GIVEN_NAMES.has(word.split('-')[0]!));
    if (first !== -1 && first < words.length - 1) found.push(words.slice(first).join(' '));
  }
  for (const [word] of text.matchAll(FIRST_NAME)) {
    const name = GIVEN_NAMES.has(word) ? word : word.replace(/s$/u, '');
    if (GIVEN_NAMES.has(name) && !GIVEN_NAMES_THAT_ARE_WORDS.has(name)) found.push(name);
  }
  return [...new Set(found)];
}

/** Names of two words and more that a text has, for a person to look at; those of offices are none. */
export function mayBeNames(text: string): string[] {
  const found = [...text.matchAll(ANY_NAME)].map(([whole]) => whole.replace(/\s+/gu, ' '));
  return [...new Set(found)].filter(name => !name.split(' ').some(word => OFFICE_WORD.test(word)));
}
