import { words } from './words.ts';

/** Words that deny: «ikke», «aldri», «ingen midler», «verken … eller», «neppe». Folded text. */
const NEGATOR = words(/\b(?:ikke|aldri|neppe|ingen|verken|knapt(?! flertall)|slett)\b/gu);

/** A denial before «å»: «avstår fra å delta», «takker nei til å bidra», «lar være å delta», «uten å delta». */
const REFUSING = words(
  /\b(?:avstår|avstå|nei til|lar være|la være|unnlater|fraråder|frarår|uten|imot|motsetter seg|avslår|avslo|avslag på|avstått|avsto|lot være|latt være|unnlate|(?:flertall|stemte|stemmer|stemt)(?: \S+){0,4}? (?:mot|imot)|gi(?:kk|r|tt)? imot)\b(?: (?:fra|til|mot))? å(?: \S+)?$/u,
);

/** «ikke bare … men også», «ikke minst», «ingen tvil om at», «ikke noe i veien for», «ikke før» deny nothing, or something else. */
const HARMLESS = words(
  /\b(?:ikke|ingen|ingenting) (?:bare|kun|minst|bort fra|tvil om|noe i veien for|i veien for|vanskelig|noe problem|problem(?:er)?|noen problemer|annet enn|noe annet enn|til å unngå|glemt)\b/gu,
);

/** «har ikke noe imot å», «ingen innvendinger mot å», «ingen grunn til ikke å»: at most a weak yes. */
const DOUBLE = words(
  /\b(?:ikke|ingen|ingenting)(?: \S+){0,3}? (?:imot|mot|innvendinger?|merknader?|motforestillinger?|innsigelser?)\b|\b(?:kan|vil|må|skal) (?:[^\s]+ ){0,2}?ikke la være\b|\b(?:lar|lot) (?:[^\s]+ )?ikke være å\b|\bikke (?:umulig|utenkelig|uvillige?|negative?|uaktuelt)\b/u,
);

/** «deltar neppe»: a guess. */
const HARDLY = words(/\b(?:neppe|knapt(?! flertall))\b/u);

/** «ingen grunn til ikke å delta» */
const TWICE = words(/\b(?:ikke|ingen) (?:[^\s]+ ){1,4}?ikke å |\bverken (?:[^\s]+ )?ja eller (?:[^\s]+ )?nei\b/u);

/** Is a denial denied again («ingen grunn til ikke å», «ikke noe imot»)? Then nobody knows. */
export function isDoublyDenied(text: string): boolean {
  return DOUBLE.test(text) || TWICE.test(text);
}

/** Between a finite verb and its «ikke» stand only the subject and adverbs: «deltar kommunen dessverre ikke». */
const AFTER_VERB = words(
  /^(?: (?:seg|oss|vi|jeg|kommunen|kommune|man|rådmannen|kommunedirektøren|formannskapet|kommunestyret|derfor|dermed|dessverre|altså|likevel|nå|her|da|heller|så|foreløpig|i|år|denne|gang|omgang|\p{L}+)){0,4}? (?:ikke|aldri|neppe|verken)\b/u,
);

/** Words that end the field of an «ikke» behind the verb: what follows is an object or an addition. */
const FIELD_END = / (?:i|på|med|til|for|fra|av|ved|om|under|over|etter|kr|å|som|at|uten) /;

export type Negation = 'no' | 'yes' | 'unsure';

/**
 * Is the predicate at [start, end) of this clause denied? In Norwegian «ikke» stands before the verb in subordinate
 * clauses and infinitives («at kommunen ikke deltar», «ikke å delta») and behind it in main clauses («deltar ikke»).
 */
export function negationOf(clause: string, start: number, end: number): Negation {
  const before = clause.slice(0, start).replace(HARMLESS, ' ');
  const inside = clause.slice(start, end).replace(HARMLESS, ' ');
  const after = clause.slice(end).replace(HARMLESS, ' ');
  if (DOUBLE.test(before) || DOUBLE.test(inside)) return 'unsure';
  if (HARDLY.test(before) || HARDLY.test(inside) || HARDLY.test(upToFieldEnd(after))) return 'unsure';
  let count = occurrences(before) + occurrences(inside);
  if (REFUSING.test(before.trimEnd())) count++;
  if (AFTER_VERB.test(upToFieldEnd(after))) count++;
  return count === 0 ? 'no' : count === 1 ? 'yes' : 'unsure';
}

/** Any denial left in a text once the harmless ones are gone. */
export function deniesSomething(text: string): boolean {
  return occurrences(text.replace(HARMLESS, ' ')) > 0;
}

function occurrences(text: string): number {
  return text.match(NEGATOR)?.length ?? 0;
}

function upToFieldEnd(after: string): string {
  const at = after.search(FIELD_END);
  return at === -1 ? after : after.slice(0, at);
}
