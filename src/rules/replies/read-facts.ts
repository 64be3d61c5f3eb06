import type { IsoDate } from '../calendar/iso-date.ts';
import { amountsIn } from '../text/amounts.ts';
import { ADOPTED, REJECTED } from '../text/phrases-decision.ts';
import type { Combined } from './combine-parts.ts';
import type { Verdict } from './conclusion.ts';
import { bodyOf, decidingBody } from './deciding-body.ts';
import { dayTold, decisionDay } from './decision-day.ts';
import { expectedDay } from './expected-day.ts';
import type { Fact } from './fact.ts';
import type { KnownCampaign } from './known.ts';
import type { Evidence, Reading } from './reading.ts';
import type { PlacedSentence } from './sections.ts';
import type { Speakers } from './speakers.ts';
import type { ReadPart } from './weigh-parts.ts';
import { askedAmount, population, yearlyAmount } from './yearly-amount.ts';

export interface Facts {
  values: Pick<Reading, 'conclusion' | 'amountNok' | 'inhabitants' | 'expectedBy' | 'decidedOn' | 'body'>;
  evidence: Evidence[];
  reasons: string[];
}

/** Half a per cent: sums are rounded to whole or to ten kroner. */
const ROUNDING = 0.005;

/** Sums, dates and the deciding body, from the sentences that the verdict rests on and those beside them. */
export function readFacts(
  { verdict, main }: Combined,
  parts: readonly ReadPart[],
  sentOn: IsoDate | null,
  campaign: KnownCampaign | null,
  speakers: Speakers | null = null,
): Facts {
  const evidence: Evidence[] = [];
  const keep = <T>(field: string, fact: Fact<T> | null): T | null => {
    if (fact !== null) evidence.push({ field, text: fact.sentence.literal, part: fact.sentence.part });
    return fact?.value ?? null;
  };
  const expected = expectedDay(verdict, parts, sentOn, campaign, speakers);
  const telling = tellingPart(verdict, main, parts);
  const decided =
    telling === null || expected !== null ? null : dayOfDecision(verdict, telling, parts, sentOn, speakers);
  const binds = bindsToSum(verdict, decided !== null);
  const near = main === null ? [] : countingSentences(main, verdict);
  const heads = binds ? headsIn(near, main, campaign, speakers) : null;
  const sum = binds
    ? (yearlyAmount(near, heads?.value ?? null, campaign, speakers) ??
      fittingAmount(main, heads?.value ?? null, campaign))
    : null;
  const told =
    decided !== null && verdict.stage !== 'decided' && telling !== null ? decidingBody(telling, verdict, sentOn) : null;
  const inhabitants = keep('inhabitants', heads);
  const amountNok = keep('amountNok', sum);
  const expectedBy = keep('expectedBy', expected);
  const decidedOn = keep('decidedOn', decided);
  const body = keep('body', told ?? bodyOf(verdict, main, parts, sentOn, expected));
  const checked = checkAmount(verdict, amountNok, inhabitants, near, campaign);
  return {
    values: { conclusion: checked.conclusion, amountNok, inhabitants, expectedBy, decidedOn, body },
    evidence,
    reasons: checked.reason === null ? [] : [checked.reason],
  };
}

/** The part that the verdict rests on; where there is none, the one that tells of a resolution. */
function tellingPart(verdict: Verdict, main: ReadPart | null, parts: readonly ReadPart[]): ReadPart | null {
  if (verdict.conclusion !== 'unclear' || (main !== null && tellsResolution(main))) return main;
  return parts.find(tellsResolution) ?? main;
}

/** A yes, or a decision that cannot be told: a person who settles it needs its figures. A no binds to nothing. */
function bindsToSum({ conclusion, because }: Verdict, decided: boolean): boolean {
  if (conclusion === 'joined' || conclusion === 'conditional') return true;
  return conclusion === 'unclear' && (because.some(({ kind }) => kind === 'join') || (because.length === 0 && decided));
}

function headsIn(
  near: readonly PlacedSentence[],
  main: ReadPart | null,
  campaign: KnownCampaign | null,
  speakers: Speakers | null,
): Fact<number> | null {
  return population(near, campaign, speakers) ?? population(main?.sentences ?? [], campaign, speakers);
}

/** A decision that cannot be told («tatt til orientering») still has its day; one that is to come has none. */
function dayOfDecision(
  verdict: Verdict,
  main: ReadPart,
  parts: readonly ReadPart[],
  sentOn: IsoDate | null,
  speakers: Speakers | null,
): Fact<IsoDate> | null {
  if (verdict.stage === 'decided') return decisionDay(main, parts, sentOn, speakers);
  if (verdict.stage === 'recommended' || verdict.conclusion === 'deferred' || verdict.conclusion === 'question')
    return null;
  if (tellsResolution(main)) return decisionDay(main, parts, sentOn, speakers);
  const told = main.sentences.filter(({ section }) => section === 'text' || section === 'decision');
  return dayTold(told, sentOn, speakers);
}

/** «Vedtatt mot 1 stemme»: a body has decided, whatever it was. */
function tellsResolution({ document, sentences }: ReadPart): boolean {
  if (document.outcome === 'decided') return true;
  return sentences.some(
    ({ section, folded }) => section !== 'background' && section !== 'proposal' && ADOPTED.test(folded),
  );
}

/** The sentences of the verdict first, then their section's others; what was voted down comes last. */
function countingSentences(main: ReadPart, verdict: Verdict): PlacedSentence[] {
  const first = verdict.because.map(({ sentence }) => sentence).filter(({ part }) => part === main.name);
  const section = main.document.sentences.filter(sentence => !first.includes(sentence));
  const beside =
    main.name === 'body'
      ? main.sentences.filter(
          sentence => sentence.section === 'text' && !first.includes(sentence) && !section.includes(sentence),
        )
      : [];
  return [...new Set([...first, ...section, ...beside])].filter(({ folded }) => !REJECTED.test(folded));
}

/** «Andelen for oss blir kr 13 400» in the reasons of a case paper: only when it is just what the terms come to. */
function fittingAmount(
  main: ReadPart | null,
  inhabitants: number | null,
  campaign: KnownCampaign | null,
): Fact<number> | null {
  if (main === null || inhabitants === null || campaign === null) return null;
  const asked = askedAmount(campaign, inhabitants);
  const sentence = main.sentences.find(({ folded }) =>
    amountsIn(folded).some(({ kind, kroner }) => kind === 'total' && kroner === asked),
  );
  return sentence === undefined ? null : { value: asked, sentence };
}

/** No municipality has fewer inhabitants: a sum below this many heads is less than was asked. */
const FEWEST_INHABITANTS = 150;

/** A lower sum than asked is a condition; a sum that does not fit the figures is shown to a person. */
function checkAmount(
  verdict: Verdict,
  amount: number | null,
  inhabitants: number | null,
  near: readonly PlacedSentence[],
  campaign: KnownCampaign | null,
): { conclusion: Verdict['conclusion']; reason: string | null } {
  const same = { conclusion: verdict.conclusion, reason: null };
  if (verdict.conclusion !== 'joined' || campaign === null) return same;
  const { perInhabitantNok } = campaign.terms;
  const rates = near
    .slice(0, verdict.because.length)
    .flatMap(({ folded }) => amountsIn(folded))
    .filter(({ kind }) => kind === 'rate');
  if (perInhabitantNok > 0 && rates.some(({ kroner }) => kroner > 0 && kroner < perInhabitantNok))
    return { conclusion: 'conditional', reason: null };
  if (amount === null || askedAmount(campaign, FEWEST_INHABITANTS) === 0) return same;
  if (inhabitants === null)
    return { conclusion: amount < askedAmount(campaign, FEWEST_INHABITANTS) ? 'conditional' : 'joined', reason: null };
  const asked = askedAmount(campaign, inhabitants);
  if (Math.abs(asked - amount) <= Math.max(10, asked * ROUNDING)) return same;
  return {
    conclusion: amount < asked ? 'conditional' : 'joined',
    reason: 'Beløpet stemmer ikke med sats og innbyggertall.',
  };
}
