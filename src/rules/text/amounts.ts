import { words } from './words.ts';

export interface Amount {
  /** Whole kroner; a rate may have øre. */
  kroner: number;
  at: number;
  end: number;
  /**
   * rate: per inhabitant · base: per municipality, «grunnbeløp», or an addend of a sum · about: «ca.», «opp mot», from–to ·
   * total: a whole sum, or the most it may be («inntil»).
   */
  kind: 'total' | 'rate' | 'base' | 'about';
}

/** «14 133», «14.133», «14,133» (as English phones write it), «14133». */
export const WHOLE_NUMBER = "\\d{1,3}(?:[ .']\\d{3})+(?!\\d)|\\d{1,3}(?:,\\d{3})+(?![\\d-])|\\d+";
const ORE = '(?:,-+|,\\d{1,2}(?!\\d)|\\.-+)?';
const SCALED = '\\d{1,4}(?:[.,]\\d{1,3})?';
const SCALE = '(?:tusen|mill(?:ioner|ion)?\\b\\.?)';
const CURRENCY = '(?:kroner|kr|nok)';
const IN_WORDS =
  'en|ett|et|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|femten|tjue|tjuefem|tretti|førti|femti|seksti|sytti|åtti|nitti|hundre';

/** «kr 14 133,-», «kr. 14.133», «NOK 10 000», «14 133 kroner», «3 kr.», «14 133,-», «14,1 tusen kroner», «ti tusen kroner» */
const MONEY = words(
  new RegExp(
    [
      `\\b${CURRENCY}[.:]? ?(?<scaled1>${SCALED}) ?(?<scale1>${SCALE})`,
      `(?<![\\d/.,-])(?<scaled2>${SCALED}) ?(?<scale2>${SCALE}) ?${CURRENCY}\\b`,
      `(?<!\\b(?:tusen|og|${IN_WORDS}) )\\b(?<word>${IN_WORDS}) ?(?<scale3>tusen|millioner|million)? (?:kroner|kr)\\b`,
      `\\b${CURRENCY}[.:]? ?(?<after>(?:${WHOLE_NUMBER})${ORE})(?!\\d| ?\\d+/)`,
      `(?<![\\d/.,-])(?<before>(?:${WHOLE_NUMBER})${ORE}) ?${CURRENCY}\\b(?![.:]? ?\\d)`,
      "(?<![\\d/.,-])(?<dashed>(?:\\d{1,3}(?:[ .']\\d{3})+|\\d+)(?:,-+|\\.-))(?!\\d)",
    ].join('|'),
    'g',
  ),
);

/** «4711 x 3 kr = 14 133»: a result of a sum of money needs no «kr». */
const RESULT = words(
  new RegExp(`= ?(?<result>(?:${WHOLE_NUMBER})${ORE})(?![\\d/]| ?(?:${CURRENCY}|innbygger|%))`, 'g'),
);

/** «grunnbeløp 5 000», «10 000 + 3 kr x 2 043», «+ 5 000)» beside a sum of money. */
const ADDEND = words(
  new RegExp(
    `(?<![\\d/.,-])(?:(?<first>\\d{1,3}(?:[ .]\\d{3})+|\\d{4,6}) ?\\+|\\+ ?(?<last>\\d{1,3}(?:[ .]\\d{3})+|\\d{4,6})(?![\\d/]| ?(?:${CURRENCY}|innbygger|x|\\*|×))|(?<base>\\d{1,3}(?:[ .]\\d{3})+|\\d{4,6}) (?=i grunnbeløp|i fast beløp))`,
    'g',
  ),
);

/** «15 000 + 6 812 * 4 = 42 248»: a reckoning needs no «kr» to be one of money. */
const RECKONING = /\d ?[+*×x] ?\d[\d .]*= ?\d/;
const IS_MONEY = /kr|nok|,-|\.-|= ?\d/;

/** More sums than this are a budget; each is compared with those found before it. */
const MAX_AMOUNTS = 300;

/** Sums of money in folded text. «14.133» is fourteen thousand; «,-» means no øre. */
export function amountsIn(folded: string): Amount[] {
  if (!IS_MONEY.test(folded)) return [];
  const found: Amount[] = [];
  const reckons = RECKONING.test(folded);
  for (const pattern of [MONEY, RESULT, ADDEND]) {
    for (const match of folded.matchAll(pattern)) {
      if (found.length >= MAX_AMOUNTS) break;
      const at = match.index;
      const end = at + match[0].length;
      if (found.some(other => at < other.end && end > other.at)) continue;
      const kroner = kronerOf(match.groups ?? {});
      if (kroner === null || (pattern !== MONEY && found.length === 0 && !reckons)) continue;
      found.push({ kroner, at, end, kind: pattern === ADDEND ? 'base' : kindOf(folded, at, end) });
    }
  }
  return found
    .sort((a, b) => a.at - b.at)
    .map((amount, place, all) => asRange(amount, all[place - 1], all[place + 1], folded));
}

function kronerOf(groups: Partial<Record<string, string>>): number | null {
  const { scaled1, scaled2, word, after, before, dashed, result, first, last, base } = groups;
  const scaled = scaled1 ?? scaled2;
  if (scaled !== undefined) {
    const scale = (groups.scale1 ?? groups.scale2 ?? '').startsWith('t') ? 1000 : 1_000_000;
    return Math.round(Number(scaled.replace(',', '.')) * scale);
  }
  if (word !== undefined) {
    const scale = groups.scale3 === undefined ? 1 : groups.scale3 === 'tusen' ? 1000 : 1_000_000;
    return (NUMBER_WORDS[word] ?? 0) * scale;
  }
  const written = after ?? before ?? dashed ?? result ?? first ?? last ?? base;
  return written === undefined ? null : numberOf(written);
}

const NUMBER_WORDS: Record<string, number> = {
  en: 1,
  ett: 1,
  et: 1,
  to: 2,
  tre: 3,
  fire: 4,
  fem: 5,
  seks: 6,
  sju: 7,
  syv: 7,
  åtte: 8,
  ni: 9,
  ti: 10,
  femten: 15,
  tjue: 20,
  tjuefem: 25,
  tretti: 30,
  førti: 40,
  femti: 50,
  seksti: 60,
  sytti: 70,
  åtti: 80,
  nitti: 90,
  hundre: 100,
};

/** «2,50» keeps its øre, «14 133,50» is rounded: a yearly sum is told in whole kroner. */
export function numberOf(written: string): number {
  const thousands = written
    .replace(/,-+$|\.-+$/, '')
    .replace(/(?<=\d)[ .'](?=\d{3})/g, '')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  const number = Number(thousands.replace(',', '.'));
  return number < 100 ? number : Math.round(number);
}

/** «… pr innbygger», «per innb.», «/innb», «for hver innbygger», «x 4711» */
const PER_HEAD = words(
  /^\.?,?-? ?(?:(?:pr|per|for|\/)?\.? ?(?:hver |kvar )?(?:av )?(?:våre )?(?:innbygger|innbyggere|innb|hode|person|capita)\b|(?:x|\*|×) ?\d|(?:ganger|multiplisert med|ganget med) \d|\/ ?innb)/u,
);
const AFTER_TIMES = words(
  /(?:\d ?(?:innbyggere?|innb\.?)? ?(?:x|\*|×|[àá]|ganger|multiplisert med|ganget med)|\b[àá]) ?$/u,
);
const RATE_BEFORE = words(/\b(?:innbyggersats(?:en)?|sats(?:en)?|innbyggertilskudd(?:et)?)(?: er| på|:)* ?$/u);

/** «grunnbeløp på kr 10 000», «kr 10 000 pr. kommune», «kr 10 000 +» */
const BEFORE_BASE = words(
  /(?:\b(?:grunnbeløp(?:et)?|grunntilskudd(?:et)?|grunnsum(?:men)?|fast(?:e)? (?:beløp|del)(?:et|en)?)(?: er| på|:| utgjør)* ?\(?|(?:\+|pluss) ?)$/u,
);
const AFTER_BASE = words(
  /^[,.-]* ?(?:i (?:grunnbeløp|grunntilskudd)|i fast (?:beløp|del)|(?:pr|per)\.? ?kommune|for hver kommune|\+|pluss\b)/u,
);

/** «i underkant av», «ca.», «om lag»: no sum to register. */
export const BEFORE_ABOUT = words(
  /\b(?:i underkant av|i overkant av|i størrelsesorden|ca\.?|cirka|om lag|omtrent|rundt|anslagsvis|opp mot|nærmere|nesten|snaue?|drøy[et]*|vel|godt|mellom|over|under|minst|færre enn|mer enn|flere enn|mindre enn|til om lag) ?$/u,
);

function kindOf(folded: string, at: number, end: number): Amount['kind'] {
  const before = folded.slice(Math.max(0, at - 40), at);
  const after = folded.slice(end, end + 40);
  if (PER_HEAD.test(after) || AFTER_TIMES.test(before) || RATE_BEFORE.test(before)) return 'rate';
  if (BEFORE_ABOUT.test(before)) return 'about';
  return BEFORE_BASE.test(before) || AFTER_BASE.test(after) ? 'base' : 'total';
}

/** «kr 14 000–15 000» */
const FROM_TO = /^ ?(?:-|til) ?\d/;
const TO_AMOUNT = /^ ?(?:-|til|og) ?$/;

/** «mellom kr 14 000 og kr 15 000», «kr 14 000–15 000»: neither is a sum to register. */
function asRange(amount: Amount, previous: Amount | undefined, next: Amount | undefined, folded: string): Amount {
  const afterAbout = previous?.kind === 'about' && TO_AMOUNT.test(folded.slice(previous.end, amount.at));
  const isFrom =
    FROM_TO.test(folded.slice(amount.end, amount.end + 6)) ||
    (next !== undefined && folded.slice(amount.end, next.at).trim() === '-');
  return amount.kind === 'total' && (afterAbout || isFrom) ? { ...amount, kind: 'about' } : amount;
}
