import type { Mention } from '../municipality/mentions.ts';
import { words } from '../text/words.ts';
import { ACTS } from './speaker-clues.ts';

/** Municipalities that a text says it answers for. */
export interface Group {
  names: string[];
  /** The sentence that says so. */
  literal: string;
  /** Why a person must see who is meant, in Norwegian; null when it is plain. */
  doubt: string | null;
}

/** A sentence with the municipalities that it names. */
export interface NamedSentence {
  literal: string;
  mentions: readonly Mention[];
}

const UNNAMED = 'Svaret gjelder flere kommuner som ikke er nevnt ved navn.';
const LESS_ONE = 'Svaret gjelder flere kommuner, men ikke alle.';
const DIFFER = 'Svaret er ikke det samme for alle kommunene som det gjelder.';

/** «på vegne av», «felles svar fra», «svaret gjelder også for», «for egen del og for»; behind it stand the names. */
const FOR_OTHERS = words(
  new RegExp(
    `\\b(?:${[
      'på vegner? av',
      '(?:felles|samlet|samla) ?(?:svar|tilbakemelding|uttalelse|uttale|høringssvar|vedtak)(?:et|en)? (?:fra|frå|for|til)',
      '(?:her|dette) (?:er|kommer|kjem) (?:svar(?:et)?|tilbakemelding(?:en)?) (?:fra|frå)',
      '(?:egen|eigen) del(?:,| og)?(?: også)? for',
      '(?:avtalene|avtalane|svarene|svara|underskriftene|underskriftane|vedtakene|vedtaka) (?:for|fra|frå|til)',
      '(?:svarer|svarar|svare|svar|svaret|tilbakemelding|tilbakemeldingen) (?:(?!ikk|og |men )\\p{L}{2,12} ){0,3}for',
      '(?:svaret|tilbakemeldingen|tilbakemeldinga|vedtaket|uttalelsen|uttalen) (?:her )?(?:gjelder|gjeld|er|omfatter|omfattar)(?: også| òg)?(?: felles)?(?: for)?',
    ].join('|')})(?=\\s|:)`,
    'gu',
  ),
);

/** «For Roan og Osen kommuner vil jeg …»: with two names or more. */
const FOR_THEM = words(/^\s*for(?: både| kommunene| kommunane)?\s+$/u);
const WE_SPEAK = words(/^\s*(?:$|[:,]|(?:kan|vil|svarer|svarar|melder|bekrefter|stadfestar) (?:jeg|vi|eg|me)\b)/u);

/** «Osen, som jeg svarer for», «Osen har bedt oss svare for seg»: behind the names. */
const ANSWERED_FOR = words(
  /^\s*(?:kommune[rn]?\s)?,?\s*(?:som (?:jeg|vi|eg|me) (?:også |òg |her )?svar\p{L}{0,2} for|har bedt (?:oss|meg) (?:om )?(?:å )?svare? (?:også |òg )?for)\b/u,
);

const NOT_FOR_OTHERS = words(/\b(?:ikke|ikkje|verken|hverken|uten|utan)\b(?! (?:bare|berre|kun))[^.;:]{0,40}$/u);

/** «KS skriver på vegne av …», «sist gang svarte vi på vegne av …»: not they, or not now. */
const OTHERS_FOR = words(
  /\b(?:ks|dere|dykk|de|dei|han|hun|ho|utvalget|helseforetaket|statsforvalteren|fylkesmannen|tidligere|tidlegare|sist|forrige|førre|i fjor|svarte|uttalt)\b[^,.;:]{0,50}$/u,
);

/** Besides the ones named: «også», «for egen del», «oss selv og …». */
const AND_ITSELF = words(
  /\b(?:også|òg|egen del|eigen del|(?:oss|seg) (?:selv|sjølv)|samtidig|samstundes|i tillegg til oss|sammen med oss|saman med oss|oss og)\b/u,
);

/** Words that may stand between «på vegne av» and the names, or between two names. */
const BETWEEN = new Set(
  `alle de dei to tre fire fem seks sju syv åtte ni ti begge både våre vår kommune kommunen kommuner kommunar kommunene
kommunane herad nabokommunen nabokommunene nabokommunane medlemskommunene medlemskommunane samarbeidskommunene
eierkommunene vertskommunen rådmannen rådmennene kommunedirektøren kommunedirektørene ordføreren ordførerne
administrasjonen i for på vegne vegner av oss seg selv sjølv og samt også òg sammen saman med pluss dvs nemlig namnleg
følgende følgjande indre ytre midtre nordre søndre tillegg til v`.split(/\s+/u),
);

const EXCEPT = words(
  /\b(?:unntatt|unnateke|unnatatt|bortsett fra|bortsett frå|med unntak av|utenom|minus|men ikke(?: for)?|men ikkje(?: for)?)\s+$/u,
);

/** «svarer for seg», «på vegne av oss selv» */
const FOR_ITSELF = words(/^\s*(?:seg|oss)(?: selv| sjølv)?\s*(?:$|[,.;:])/u);

/** «på deres vegne», «på vegne av begge»: those whom the sentence has named, and perhaps others. */
const FOR_THE_NAMED = words(
  /\bpå (?:deres|deira|begges|alles|felles) vegne\b|\bpå vegner? av (?:dem|dei|begge|alle|oss alle)\b(?! \p{L}*kommun)/u,
);

/** «Fosen-kommunene», «alle kommunene på Fosen», «regionen», «de andre kommunene» */
const SEVERAL_UNNAMED = words(
  /^\s*(?:(?:alle|samtlige|de|dei|hele|heile|andre|øvrige|våre|\d+|to|tre|fire|fem|seks) ){0,3}(?:\p{L}{0,25}[- ]?kommun(?:ene|ane)|\p{L}{0,25}regionen|\p{L}{0,25} ?regionråd(?:et)?|oss alle|begge)(?!\p{L})/u,
);

/**
 * «… slutter seg til ordningen», «… har vedtatt å delta i avtalen», «… takker nei»: what a subject of several does in an
 * answer. Danger: «Roan og Osen har avtale om legevakt».
 */
const ANSWERS = words(
  /\b(?:(?:seg|oss) (?:\p{L}+ ){0,2}?til (?:\p{L}+ ){0,3}?(?:felles|denne|dette|den|det|(?:ordning|avtale|spleiselag|finansiering|forslag|tilbud|samarbeid|initiativ)\p{L}{1,6})|takk\p{L}{0,2} (?:\p{L}+ ){0,2}(?:ja|nei)|(?:sier|seier|sagt|si|svarer|svarar) (?:\p{L}+ ){0,2}(?:ja|nei)|(?:svarer|svarar|svare|svar|melder) (?:\p{L}+ ){0,2}?(?:samlet|samla|felles|sammen|saman|i fellesskap|under ett|under eitt|med (?:én|en|ei|ein) (?:stemme|røyst))|(?:delta|deltar|deltek|deltaker|bidra|bidrar|bidreg|med|støtter|støttar|godkjenner|godkjenn|godkjent|avslår|vedtatt|vedteke|signert|signerte?) (?:\p{L}+ ){0,4}?(?:ordningen|ordninga|avtalen|avtala|spleiselaget|finansieringen|finansieringa|tilbudet|tilbodet|dette|denne|kr|\d))\b/u,
);
const DONE_BEFORE = words(/\b(?:allerede|alt|tidligere|før|også|òg)\b/u);
const ACT = new RegExp(`^[\\s–,-]*(?:kommun(?:er|ar|ene|ane)\\s+)?(?:begge\\s+|alle\\s+)?(?:${ACTS})(?!\\p{L})`, 'u');
const DIFFERENT = words(/\b(?:mens|medan|men|derimot|nei|ikke|ikkje)\b/u);

/** What one sentence says of whom it answers for. */
interface ForWhom {
  mentions: Mention[];
  /** The sender's own municipality besides. */
  withOwner: boolean;
  doubt: string | null;
}

/** `owner` is the sender's own municipality, null for strangers. Null when the text speaks for its sender alone. */
export function groupIn(
  sentences: readonly NamedSentence[],
  owner: string | null,
  isOurs: (name: string) => boolean,
): Group | null {
  const names = new Set<string>();
  let literal: string | null = null;
  let doubt: string | null = null;
  const rest: { lower: string; mention: Mention }[] = [];
  const rows = rowsOf(sentences);
  for (const sentence of sentences) {
    const lower = sentence.literal.toLowerCase();
    const found = rows.has(sentence) ? inTable(sentence) : forWhom(sentence, lower, owner, isOurs);
    if (found.mentions.length > 0 || found.doubt !== null) literal ??= sentence.literal;
    doubt ??= found.doubt;
    for (const { owners } of found.mentions) for (const name of owners) names.add(name);
    if (found.withOwner && owner !== null) names.add(owner);
    const isLess = sentence.mentions.some(({ at }) => EXCEPT.test(lower.slice(Math.max(0, at - 30), at)));
    if (isLess && doubt !== null) doubt = LESS_ONE;
    for (const mention of sentence.mentions) if (!found.mentions.includes(mention)) rest.push({ lower, mention });
  }
  if (literal === null || (doubt === null && [...names].every(name => name === owner))) return null;
  if (doubt === null && names.size > 1 && rest.some(one => differs(one, names))) doubt = DIFFER;
  return { names: [...names], literal, doubt };
}

function forWhom(
  { literal, mentions }: NamedSentence,
  lower: string,
  owner: string | null,
  isOurs: (name: string) => boolean,
): ForWhom {
  const listed = new Set<Mention>();
  let doubt: string | null = null;
  for (const found of lower.matchAll(FOR_OTHERS)) {
    const before = lower.slice(Math.max(0, found.index - 60), found.index);
    const from = found.index + found[0].length;
    if (NOT_FOR_OTHERS.test(before) || OTHERS_FOR.test(before) || literal.endsWith('?')) continue;
    if (FOR_ITSELF.test(lower.slice(from, from + 30))) continue;
    const list = listFrom(lower, from, mentions);
    for (const mention of list) listed.add(mention);
    if (list.length === 0 && SEVERAL_UNNAMED.test(lower.slice(from, from + 80))) doubt = UNNAMED;
  }
  let withOwner = listed.size > 0 && AND_ITSELF.test(lower);
  if (FOR_THE_NAMED.test(lower)) {
    doubt ??= UNNAMED;
    for (const mention of mentions) listed.add(mention);
  }
  const answeredFor = mentionsAnsweredFor(lower, mentions);
  withOwner ||= answeredFor.length > 0;
  for (const mention of answeredFor) listed.add(mention);
  if (listed.size === 0)
    for (const mention of subjectOf(lower, mentions, owner === null ? null : isOurs)) listed.add(mention);
  return { mentions: [...listed], withOwner, doubt };
}

/** «Roan: ja», «Osen – deltar ikke» */
const ROW =
  /^\s*(?:kommune)?\s*[:–=-]\s*(?:ja|nei|ok|deltar|deltek|slutter|sluttar|takker|takkar|med|ikke|ikkje)(?!\p{L})/u;

/** Two or more lines of a table with an answer for each. */
function rowsOf(sentences: readonly NamedSentence[]): ReadonlySet<NamedSentence> {
  const rows = sentences.filter(({ literal, mentions: [first] }) => {
    const isFirst = first !== undefined && /^[\s*•-]*$/.test(literal.slice(0, first.at));
    return isFirst && ROW.test(literal.slice(first.tail).toLowerCase());
  });
  return new Set(rows.length > 1 ? rows : []);
}

/** Answers one by one may differ, and each has its own case: a person reads them. */
function inTable({ mentions }: NamedSentence): ForWhom {
  return { mentions: mentions.slice(0, 1), withOwner: false, doubt: DIFFER };
}

function mentionsAnsweredFor(lower: string, mentions: readonly Mention[]): Mention[] {
  const last = mentions.findLast(({ end }) => ANSWERED_FOR.test(lower.slice(end, end + 80)));
  if (last === undefined) return [];
  const first = mentions.find(mention => listFrom(lower, mention.at, mentions).includes(last));
  return first === undefined ? [last] : listFrom(lower, first.at, mentions).filter(({ at }) => at <= last.at);
}

/** The names that stand one after the other from there on: «kommunene Roan, Åfjord og Osen». */
function listFrom(lower: string, from: number, mentions: readonly Mention[]): Mention[] {
  const list: Mention[] = [];
  let end = from;
  for (const mention of mentions) {
    if (mention.at < from) continue;
    if (!isListing(lower.slice(end, mention.at), list.length === 0)) break;
    list.push(mention);
    end = mention.tail;
  }
  return list;
}

function isListing(between: string, isLead: boolean): boolean {
  if (between.length > 100 || /[.!?;]/.test(between)) return false;
  if (!isLead && !/[,/&(]|\b(?:og|samt|pluss)\b/.test(between)) return false;
  let isPlace = false;
  return (between.match(/\p{L}+/gu) ?? []).every(word => {
    const fits = BETWEEN.has(word) || /kommun(?:ene|ane)$|regionen$/.test(word) || isPlace;
    isPlace = isLead && (word === 'i' || word === 'på' || word === 'indre' || word === 'ytre');
    return fits;
  });
}

/**
 * «Agdenes og Snillfjord kommuner slutter seg til ordningen»: two or more as the subject of an answer. The sender's own
 * must be among them: what two neighbours do is no answer of the third that tells of it.
 */
function subjectOf(lower: string, mentions: readonly Mention[], isOurs: ((name: string) => boolean) | null): Mention[] {
  for (const first of mentions) {
    const list = listFrom(lower, first.at, mentions);
    const last = list.at(-1);
    if (list.length < 2 || last === undefined) continue;
    const ours = isOurs !== null && list.some(({ owners }) => owners.some(isOurs));
    if (isOurs !== null && !ours) continue;
    const before = lower.slice(0, first.at);
    const after = lower.slice(last.tail);
    if (FOR_THEM.test(before) && WE_SPEAK.test(after)) return list;
    if (ours ? SUBORDINATE.test(before.slice(-60)) || NOT_SAID.test(before.slice(-120)) : !isLeadIn(before)) continue;
    const acts = ACT.test(lower.slice(last.end)) || ACT.test(after) || ACT_BEFORE.test(before.slice(-40));
    if (acts && ANSWERS.test(after) && (ours || !DONE_BEFORE.test(after)) && !/,\s*(?:som|men)\s/u.test(after))
      return list;
  }
  return [];
}

/** «hvis Roan og Osen …», «som Roan og Osen …»: no answer of theirs. */
const SUBORDINATE = words(
  /\b(?:som|hvis|dersom|viss|om|når|forutsatt at|føresett at|forutsetning av at|slik at|mellom|siden|sidan)\s+(?:både |også |kommunene |kommunane )?$/u,
);
/** «vi foreslår at …», «ifølge avisa …»: a wish, a guess or somebody else's word. */
const NOT_SAID = words(
  /\b(?:foreslår|foreslo|forslag|regner med|reknar med|håper|håpar|vonar|antar|går ut fra|forutsetter|føreset|ønsker|ønskjer|hører|høyrer|hørt|høyrt|ifølge|iflg|slik at|ikke slik|ikkje slik|tror|trur|spørsmål\p{L}{0,3}|vurderer|dersom|hvis|viss)\b/u,
);
const ACT_BEFORE = new RegExp(
  `(?<!\\p{L})(?:${ACTS})\\s+(?:(?:både|begge|kommunene|kommunane|derfor|også)\\s+)?$`,
  'u',
);

const LEAD_IN = words(
  /^\s*(?:hei\W+|både |begge |kommunene |kommunane |formannskapene i |formannskapa i |kommunestyrene i |kommunestyra i |rådmennene i |kommunedirektør\p{L}{2,4} i |ordfør\p{L}{2,4} i |administrasjon\p{L}{2,4} i |vi |me |(?:to|tre|fire|fem|seks) |kommuner |kommunar |i |derfor |dermed |[-–,:] ){0,6}$/u,
);

function isLeadIn(before: string): boolean {
  return before.length < 60 && LEAD_IN.test(before);
}

/** «Roan slutter seg til, mens Osen takker nei»: one of them acts by itself, and not as the others. */
function differs({ lower, mention }: { lower: string; mention: Mention }, names: ReadonlySet<string>): boolean {
  return mention.owners.some(name => names.has(name)) && ACT.test(lower.slice(mention.tail)) && DIFFERENT.test(lower);
}
