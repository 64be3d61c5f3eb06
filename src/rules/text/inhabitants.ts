import { BEFORE_ABOUT, numberOf, WHOLE_NUMBER } from './amounts.ts';
import { words } from './words.ts';

/** «4711 innbyggere», «2 043 innbyggjarar», «3 237 innb.» */
const HEADS = words(
  new RegExp(
    `(?<![\\d/.,])(?<heads>${WHOLE_NUMBER}) ?(?:innbygger(?:e|ne)|innb\\b|\\p{L}{2,}(?:væringer|dølinger|døler|sjeler)\\b|sjeler\\b)`,
    'g',
  ),
);

const NUMBER = '\\d{1,3}(?:[ .]\\d{3})+|\\d{3,7}';
const DAY = '(?:\\d{1,2}\\.(?: ?\\d{1,2}\\.| \\p{L}+) ?(?:\\d{2,4})?|\\d{1,2}/\\d{1,2}(?:[- ]\\d{2,4})?)';

/** «innbyggertall på 4711», «folketallet pr 1.1.2014: 4711», «folketall 4 711», «befolkning på 4711» */
const POPULATION = words(
  new RegExp(
    `\\b(?:innbyggertall|(?:antall |tallet på )?innbyggere(?=:| \\(\\d| er \\d)|innbyggere\\.? ?tall|folketall|folketal|innbyggjartal|innbyggartal|innbyggertal|befolkning|folkemengde|population)(?:en|et|a)?(?: (?:vårt|vår|hos oss))?(?:,? \\(?(?:(?:pr|per|den)\\.? )?${DAY}\\)?)?(?: (?:i|for) [\\p{L} ]{2,30})?(?:,? ?(?:var|er|på|of|utgjør|dvs\\.?|det vil si|:|,|=|\\())* ?(?<heads>${NUMBER})(?![\\d/]|[.,]\\d)`,
    'g',
  ),
);

/** «kr 3 x 4711», «4711 x 3 kr», «kr 3 pr innbygger (4711)» */
const TIMES = words(
  new RegExp(
    `(?:(?<!\\d[ .]?)(?:(?:kr|nok)\\.? ?\\d{1,3}(?:,(?:-+|\\d{1,2}))?|\\d{1,3}(?:,-|,\\d{1,2})? ?(?:kroner|kr)\\b\\.?|\\d{1,3},-)|[(+] ?\\d{1,2}) ?(?:(?:pr|per)\\.? ?(?:innbyggere?|innb)\\.? ?(?:x|\\*|×|ganger|\\()|x|\\*|×|ganger) ?(?<heads>${NUMBER})(?![\\d/]|[.,]\\d)`,
    'g',
  ),
);
const TIMES_RATE = words(
  new RegExp(
    `(?<![\\d/.,-])(?<heads>${NUMBER}) ?(?:stk\\.? ?|personer ?|hoder ?)?(?:x|\\*|×|à|á|ganger) ?(?:(?:kr|nok)\\.? ?)?\\d{1,2}(?:,(?:-+|\\d{1,2}))?(?:\\D|$)`,
    'g',
  ),
);

/** «til sammen 302 755 innbyggere i de 25 kommunene», «1500 innbyggere per lege»: not the figure of one municipality. */
const OF_ALL = words(/\b(?:til sammen|samlet|totalt|alle|de \d+|kommuner med)(?: (?:er det|har de|om lag))* ?$/u);
const AFTER_OF_ALL = words(/^ (?:til sammen|totalt|samlet)\b|^ (?:i|for|fordelt på) (?:alle |de |hele |samtlige )/u);
const SHARE = words(/\b(?:av|pr|per)\.? $/u);

/** «kr 4 for hver av 24 110 innbyggere» */
const EACH_OF = words(/\bhver (?:enkelt )?av (?:(?:våre|de|kommunens) )?$/u);

/** «folketallet pr. 1.1.2014», «innbyggertallet i 2014»: a year, not a count. */
const BEFORE_YEAR = words(
  /(?:\d\.|\b(?:i|for|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)) ?$/u,
);

const MAY_HOLD_HEADS = /inn?b|væring|døl|sjeler|folket|befolkn|folkem|population| x |\dx|×|\*|ganger|kr/;

/** The population figures named; «under 1000 innbyggere» is none. */
export function inhabitantsIn(folded: string): number[] {
  if (!MAY_HOLD_HEADS.test(folded)) return [];
  const found = [HEADS, POPULATION, TIMES, TIMES_RATE].flatMap(pattern => [...folded.matchAll(pattern)]);
  const counts = found
    .sort((a, b) => a.index - b.index)
    .filter(match => {
      const before = folded.slice(Math.max(0, match.index - 40), match.index);
      const after = folded.slice(match.index + match[0].length, match.index + match[0].length + 40);
      const heads = match.groups?.heads ?? '';
      const beforeHeads = match[0].slice(0, match[0].lastIndexOf(heads));
      if (/^(?:19|20)\d\d$/.test(heads) && BEFORE_YEAR.test(beforeHeads)) return false;
      return !(
        BEFORE_ABOUT.test(before) ||
        OF_ALL.test(before) ||
        (SHARE.test(before) && !EACH_OF.test(before)) ||
        AFTER_OF_ALL.test(after)
      );
    })
    .map(match => numberOf(match.groups?.heads ?? ''))
    .filter(count => Number.isInteger(count) && count >= 150 && count <= 1_000_000);
  return [...new Set(counts)];
}
