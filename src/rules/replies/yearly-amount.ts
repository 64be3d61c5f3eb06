import { type Amount, amountsIn } from '../text/amounts.ts';
import { inhabitantsIn } from '../text/inhabitants.ts';
import { ADOPTED, REJECTED } from '../text/phrases-decision.ts';
import { words } from '../text/words.ts';
import type { Fact } from './fact.ts';
import type { KnownCampaign } from './known.ts';
import type { PlacedSentence } from './sections.ts';
import { contains, ownWordsOf, type Speakers } from './speakers.ts';

/** Sums below are rates that lack their «per innbygger», and fees. */
const LEAST_SUM = 100;

/** What all pay together, what a fund holds, what was paid before, what they only repeat of our letter. */
const NOT_THEIRS = words(
  /\b(?:samle(?:t|de) (?:kostnad|ramme|budsjett|beløp|utgift)\p{L}*|totalbudsjett\p{L}*|totalkostnad\p{L}*|total(?:e|t)? (?:kostnad|ramme|budsjett)\p{L}*|budsjettramme\p{L}*|ordningens (?:kostnad|budsjett)\p{L}*|ordningen (?:koster|har en kostnad)|prosjektets?|saldo(?:en)?|gjenstå\p{L}*|gjenstående|restbeløp\p{L}*|(?:er|blir|har) (?:etter (?:dette|det) )?igjen|dere (?:skriver|ber om|foreslår)|ks (?:skriver|ber om|foreslår)|i henvendelsen|opprinnelig\p{L}*|tidligere|i fjor|til nå|merforbruk\p{L}*|underskudd\p{L}*|overskudd\p{L}*|årslønn|lønn\p{L}*|helseforetaket)\b[^.;]{0,60}$|\b(?:for|på) (?:alle|de \p{L}+|samtlige|\d+) kommune\p{L}*[^.;]{0,40}$|\b(?:reservepost\p{L}*|disposisjonsfond\p{L}*|fond\p{L}*)(?: \p{L}+){0,3} (?:er|på|utgjør|har|blir)[^.;]{0,30}$/u,
);
const NOT_THEIRS_AFTER = words(
  /^[^.,;]{0,30}\b(?:for (?:alle|samtlige|de) [^.,;]{0,20}kommune\p{L}*|til sammen for kommunene|gjenstår|i fjor|i saldo)\b/u,
);

/** Several years in one sum: «kr 40 200 for tre år», «for perioden 2027–2029». */
const SEVERAL_YEARS = words(
  /\b(?:(?:for|over|i) (?:alle )?(?:to|tre|fire|fem|\d) (?:hele )?år(?:ene)?|(?:for|i) perioden|for avtaleperioden|20\d\d ?- ?20\d\d|fireårsperioden|samlet over)\b/u,
);
const YEARLY = words(/\b(?:årlig|pr\.? år|per år|hvert år|i året|år|pr\.? kalenderår|fast årlig)\b/u);
const RESULT = words(
  /(?:=|\b(?:til sammen|tilsammen|sammen|totalt|samlet|i alt|sum|summen|utgjør|blir|dvs\.?|det vil si|tilsvarer|altså|da)\b)[^.;]{0,25}$/u,
);
const OWN_SHARE = words(
  /\b(?:andel(?:en)?|bidrag(?:et)?|bidrar|bidra|deltar|slutter seg|slutter oss|for oss|vår del|kommunens?|støtte\p{L}*|bevilger|bevilget|innvilger|avsett\p{L}*|setter av|satt av|lagt inn|innarbeid\p{L}*|beløp(?:et)?|kostnad(?:en|er)?|tilskudd(?:et)?|med|dekkes|belastes|faktura\p{L}*|fakturer\p{L}*)\b[^.;]{0,50}$/u,
);

interface Sum {
  kroner: number;
  sentence: PlacedSentence;
  score: number;
}

/**
 * The sum a year that the municipality binds itself to, of sentences in the order in which they count. Sums of
 * proposals that fell, of others, of several years, of funds and of earlier years are none.
 */
export function yearlyAmount(
  sentences: readonly PlacedSentence[],
  inhabitants: number | null,
  campaign: KnownCampaign | null,
  speakers: Speakers | null,
): Fact<number> | null {
  const sums = sentences.flatMap((sentence, place) => sumsOf(sentence, place, inhabitants, campaign, speakers));
  const best = sums.reduce<Sum | null>((one, other) => (one === null || other.score > one.score ? other : one), null);
  return best === null || best.score <= 0 ? null : { value: best.kroner, sentence: best.sentence };
}

function sumsOf(
  sentence: PlacedSentence,
  place: number,
  inhabitants: number | null,
  campaign: KnownCampaign | null,
  speakers: Speakers | null,
): Sum[] {
  if (REJECTED.test(sentence.folded) && !ADOPTED.test(sentence.folded)) return [];
  const folded = ownWordsOf(sentence);
  const amounts = amountsIn(folded);
  return amounts.flatMap((amount, which) => {
    if (amount.kind !== 'total' || amount.kroner < LEAST_SUM) return [];
    const before = folded.slice(amounts[which - 1]?.end ?? 0, amount.at);
    const after = folded.slice(amount.end, amounts[which + 1]?.at ?? folded.length);
    if (speakers !== null && isOfOthers(before, speakers)) return [];
    const fits = campaign !== null && inhabitants !== null && amount.kroner === askedAmount(campaign, inhabitants);
    return [
      {
        kroner: amount.kroner,
        sentence,
        score: scoreOf(amount, before, after, folded, campaign) + (fits ? 6 : 0) - place / 100,
      },
    ];
  });
}

function scoreOf(
  amount: Amount,
  before: string,
  after: string,
  folded: string,
  campaign: KnownCampaign | null,
): number {
  const near = `${before.slice(-60)} ${after.slice(0, 40)}`;
  let score = 3;
  if (NOT_THEIRS.test(before) || NOT_THEIRS_AFTER.test(after)) score -= 6;
  if (SEVERAL_YEARS.test(near)) score -= YEARLY.test(after.slice(0, 20)) ? 1 : 4;
  if (YEARLY.test(near)) score += 2;
  if (RESULT.test(before)) score += 2;
  if (OWN_SHARE.test(before)) score += 1;
  const year =
    /^[^.,;]{0,15}?\b(20\d\d)\b/u.exec(after)?.[1] ?? /\b(?:i|for) (20\d\d)\b[^.,;]{0,30}$/u.exec(before)?.[1];
  const asked = campaign?.terms.year ?? null;
  if (year !== undefined && asked !== null && Number(year) !== asked) score -= Number(year) < asked ? 4 : 1;
  if (folded.slice(amount.end).startsWith(' per')) score += 1;
  return score;
}

function isOfOthers(before: string, { ours, others }: Speakers): boolean {
  return others.some(name => contains(before, name)) && !ours.some(name => contains(before, name));
}

/** The population that the sum rests on: the one that the terms turn into a sum of the text, else the first. */
export function population(
  sentences: readonly PlacedSentence[],
  campaign: KnownCampaign | null,
  speakers: Speakers | null,
): Fact<number> | null {
  const counts = sentences.flatMap(sentence =>
    REJECTED.test(sentence.folded) ? [] : ownCounts(ownWordsOf(sentence), speakers).map(value => ({ value, sentence })),
  );
  if (campaign === null || counts.length < 2) return counts[0] ?? null;
  const sums = new Set(sentences.flatMap(sentence => amountsIn(ownWordsOf(sentence)).map(({ kroner }) => kroner)));
  return counts.find(({ value }) => sums.has(askedAmount(campaign, value))) ?? counts[0] ?? null;
}

/** «Fjordvik har 4 200 innbyggere, mens Lidal har 2 100»: clause by clause. */
function ownCounts(folded: string, speakers: Speakers | null): number[] {
  const counts = inhabitantsIn(folded);
  if (counts.length === 0 || speakers === null || !speakers.others.some(name => contains(folded, name))) return counts;
  return folded
    .split(/, (?:mens |men |og )?|; /)
    .filter(clause => !isOfOthers(clause, speakers))
    .flatMap(inhabitantsIn);
}

/** What the terms come to for that many inhabitants. */
export function askedAmount(campaign: KnownCampaign, inhabitants: number): number {
  return campaign.terms.baseNok + campaign.terms.perInhabitantNok * inhabitants;
}
