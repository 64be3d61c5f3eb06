import { words } from './words.ts';

export interface Amount {
  kroner: number;
  at: number;
  end: number;
  /** rate: per inhabitant · base: per municipality or «grunnbeløp» · about: «ca.», «opp mot» · total: a whole sum. */
  kind: 'total' | 'rate' | 'base' | 'about';
}

const NUMBER = '\\d{1,3}(?:[ .]\\d{3})+|\\d+';

/** «kr 14 133,-», «kr. 14.133», «NOK 10 000», «14 133 kroner», «3 kr.» */
const MONEY = words(
  new RegExp(
    `\\b(?:kr|nok)\\.? ?(${NUMBER})(?:,(?:-+|\\d{1,2}))?(?! ?\\d*/)|(?<![\\d/.,-])(${NUMBER})(?:,(?:-+|\\d{1,2}))? ?(?:kroner|kr)\\b(?!\\.? ?\\d)`,
    'g',
  ),
);

/** «… pr innbygger», «per innb.», «x kr 3» */
const PER_HEAD = words(/^\.?,?-? ?(?:pr|per)?\.? ?(?:hver av )?(?:innbygger|innb|hode|person|for hver)/u);
const AFTER_TIMES = words(/(?:\bx|\*|×|à) ?$/u);

/** «grunnbeløp på kr 10 000», «kr 10 000 pr. kommune» */
const BEFORE_BASE = words(/\bgrunnbeløp(?:et)?(?: er| på|:)? ?$/u);
const AFTER_BASE = words(/^[,.-]* ?(?:i grunnbeløp|(?:pr|per)\.? ?kommune)/u);

/** «i underkant av», «ca.», «om lag»: no sum to register. */
const BEFORE_ABOUT = words(
  /\b(?:i underkant av|i overkant av|ca\.?|cirka|om lag|omtrent|rundt|opp mot|nærmere|mellom|over|under|maks(?:imalt)?|inntil|minst) ?$/u,
);

/** Sums of money in folded text. «14.133» is fourteen thousand; «,-» means no øre. */
export function amountsIn(folded: string): Amount[] {
  return [...folded.matchAll(MONEY)].map(match => {
    const at = match.index;
    const end = at + match[0].length;
    const before = folded.slice(Math.max(0, at - 40), at);
    const after = folded.slice(end, end + 40);
    return { kroner: wholeNumber(match[1] ?? match[2] ?? ''), at, end, kind: kindOf(before, after) };
  });
}

function kindOf(before: string, after: string): Amount['kind'] {
  if (PER_HEAD.test(after) || AFTER_TIMES.test(before)) return 'rate';
  if (BEFORE_ABOUT.test(before)) return 'about';
  if (BEFORE_BASE.test(before) || AFTER_BASE.test(after)) return 'base';
  return 'total';
}

/** «4711 innbyggere», «2 043 innbyggjarar», «3 237 innb.» */
const HEADS = words(new RegExp(`(?<![\\d/.,])(${NUMBER}) (?:innbyggere|innb\\b)`, 'g'));

/** «innbyggertall på 4711», «folketallet pr 1.1.2014: 4711», «folketall 4 711» */
const POPULATION = words(
  new RegExp(
    `\\b(?:innbyggertall|folketall|folketal|innbyggjartal|innbyggartal)(?:et)?(?: (?:pr|per)\\.? \\d{1,2}\\.(?: ?\\d{1,2}\\.| \\p{L}+) ?(?:\\d{2,4})?)?(?: (?:i|for) [\\p{L} ]{2,30})?(?: var| er| på|:|,|=)*(?: på)? (${NUMBER})(?![\\d.,/])`,
    'g',
  ),
);

/** The population figures named; «under 1000 innbyggere» is none. */
export function inhabitantsIn(folded: string): number[] {
  const found = [...folded.matchAll(HEADS), ...folded.matchAll(POPULATION)].sort((a, b) => a.index - b.index);
  return found
    .filter(match => !BEFORE_ABOUT.test(folded.slice(Math.max(0, match.index - 40), match.index)))
    .map(match => wholeNumber(match[1] ?? ''))
    .filter(count => count >= 150 && count <= 1_000_000);
}

function wholeNumber(text: string): number {
  return Number(text.replace(/[ .]/g, ''));
}
