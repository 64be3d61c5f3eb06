/** «skrev» in the languages in which mail programs say who wrote the quoted text. */
const WROTE_WORDS =
  'skrev|skreiv|har skrevet|har skrive|skrifaði|kirjoitti|wrote|writes|schrieb|schreef|geschreven|a écrit|escribió|escribio|va escriure|escreveu|ha scritto|scrisse|a scris|napisał|napisała|napisał\\(a\\)|napisana przez|pisze|napsal|napsala|napsal\\(a\\)|napísal|napísala|napísal\\(a\\)|napisao|napisala|napisao/la|napisal|написал|написала|написал\\(а\\)|написав|написав\\(ла\\)|пише|пишет|написа|kirjutas|rašė|rakstīja|ezt írta|írta|yazdı|şunu yazdı|έγραψε|viết|đã viết|menulis';

/** Languages without spaces between words. */
const WROTE_UNSPACED = '写道|寫道|のメール|さんは書きました|님이 작성|작성';

const WROTE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${WROTE_WORDS})(?![\\p{L}\\p{N}])|(?<=[>\\])"”»])(?:wrote|skrev)(?![\\p{L}])|${WROTE_UNSPACED}`,
  'iu',
);

/** A few letters that one of the words must have: the pattern of all of them is not run on every line. */
const MAY_SAY_WROTE =
  /skr|wrote|writes|sch|crit|scri|criv|crev|nap[isí]|pisze|пи[сш]|kirj|írta|yazd|έγρ|写|寫|書|のメ|작성|ra[šk]|viết|menulis/iu;

/** Does a word for «wrote» stand in it? */
export function saysWrote(text: string): boolean {
  return MAY_SAY_WROTE.test(text) && WROTE.test(text);
}

/** What stands in front of the word for «wrote». */
export function beforeWrote(text: string): string {
  return text.slice(0, WROTE.exec(text)?.index ?? 0);
}

/** What stands behind it: a name in Norwegian and German, nothing in English. */
export function afterWrote(text: string): string {
  const found = WROTE.exec(text);
  return found === null ? text : text.slice(found.index + found[0].length);
}

/** What stands before the date: «Den», «On», «Am», «Le», «Il giorno», «W dniu». */
const BEFORE_DATE =
  /^(?:den|på|d\.|kl\.?|on|at|am|op|le|el|il giorno|il|em|às|a|dnia|w dniu|dne|dňa|dana|în|pe|v|в|у|на|στις|vào|在|pada|בתאריך)\s*,?\s+/iu;

/** The beginnings of weekdays' names; «tir.», «tysdag», «Thu,», «понедельник». */
const WEEKDAY =
  /^(?:man|mån|tir|tis|tys|ons|tor|fre|lør|laur|lau|lör|søn|sön|ma|ti|ke|to|pe|la|su|þri|mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|mié|mie|jue|joi|vie|vin|sáb|dom|gio|sab|seg|ter|qua|qui|sex|wo|vr|za|zo|dum|pn|pon|uto|sri|čet|pet|sub|ned|wt|śr|czw|pt|sob|niedz|po|út|ut|st|čt|čtv|pá|ne|štv|pi|hét|ked|sze|csüt|pén|szo|vas|пн|вт|ср|чт|пт|сб|вс|нд|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|понеділок|вівторок|середа|субота|неділя|pzt|sal|çar|per|cum|cmt|paz|otrd|dt)\p{L}{0,12}\.?,?\s/iu;

/**
 * Does a line begin as one that says when something was written? `sure`: with a word or a day that stands before
 * dates, or the date itself; `maybe`: with other words, as in languages that are not listed.
 */
export function dateAtStart(text: string): 'sure' | 'maybe' | null {
  const rest = text.replace(BEFORE_DATE, '');
  const day = rest.replace(WEEKDAY, '');
  if (/^\(?\d/.test(day)) return 'sure';
  // «On Dec 16, 2011», «On Tuesday, 5 May», «El dt., 1 de set.»: the number follows within three words.
  if (!/^(?:[\p{L}\p{M}'’׳]{1,12}[.,]{0,2}\s+){0,3}\(?\d/u.test(day)) return null;
  return rest !== text || day !== rest ? 'sure' : 'maybe';
}

/** Does a line begin with such a word, and not with a mere number? */
export function beginsWithDateWord(text: string): boolean {
  return !/^\(?\d/.test(text) && dateAtStart(text) === 'sure';
}
