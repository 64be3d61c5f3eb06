import type { IsoDate } from '../calendar/iso-date.ts';
import { amountsIn } from '../text/amounts.ts';
import { bodiesIn, bodyRank, isElected } from '../text/bodies.ts';
import { datesIn } from '../text/dates.ts';
import { DECIDES, DELEGATED, PAST_ACT, REJECTED, WAS_TREATED } from '../text/phrases-decision.ts';
import type { Combined } from './combine-parts.ts';
import type { Verdict } from './conclusion.ts';
import { askedAmount, bodyNear, decisionDay, expectedDay, type Fact, population, yearlyAmount } from './facts.ts';
import type { KnownCampaign } from './known.ts';
import type { Body, Evidence, Reading } from './reading.ts';
import type { PlacedSentence } from './sections.ts';
import type { ReadPart } from './weigh-parts.ts';

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
): Facts {
  const evidence: Evidence[] = [];
  const keep = <T>(field: string, fact: Fact<T> | null): T | null => {
    if (fact !== null) evidence.push({ field, text: fact.sentence.literal, part: fact.sentence.part });
    return fact?.value ?? null;
  };
  const commits =
    verdict.conclusion === 'joined' ||
    verdict.conclusion === 'conditional' ||
    (verdict.conclusion === 'unclear' && verdict.because.some(({ kind }) => kind === 'join'));
  const near = main === null ? [] : countingSentences(main, verdict);
  const inhabitants = commits ? keep('inhabitants', population(near) ?? population(main?.sentences ?? [])) : null;
  const amountNok = commits
    ? keep('amountNok', yearlyAmount(near) ?? fittingAmount(main, inhabitants, campaign))
    : null;
  const expected = mayExpect(verdict)
    ? (expectedIn(parts, sentOn, campaign, verdict) ?? meetingAhead(parts, sentOn))
    : null;
  const expectedBy = keep('expectedBy', expected);
  const decidedOn =
    verdict.stage === 'decided' && main !== null ? keep('decidedOn', dayOfDecision(main, parts, sentOn)) : null;
  const body = keep('body', bodyOf(verdict, main, parts, sentOn, expected));
  const checked = checkAmount(verdict, amountNok, inhabitants, near, campaign);
  return {
    values: { conclusion: checked.conclusion, amountNok, inhabitants, expectedBy, decidedOn, body },
    evidence,
    reasons: checked.reason === null ? [] : [checked.reason],
  };
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
  return [...first, ...section, ...beside].filter(({ folded }) => !REJECTED.test(folded));
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

function mayExpect(verdict: Verdict): boolean {
  if (verdict.conclusion === 'deferred' || verdict.conclusion === 'question') return true;
  return verdict.stage === 'recommended' || (verdict.conclusion === 'conditional' && verdict.stage === 'stated');
}

function expectedIn(
  parts: readonly ReadPart[],
  sentOn: IsoDate | null,
  campaign: KnownCampaign | null,
  verdict: Verdict,
): Fact<IsoDate> | null {
  const later = parts
    .flatMap(({ claims }) => claims)
    .filter(({ kind }) => kind === 'later' || kind === 'condition')
    .map(({ sentence }) => sentence);
  const direct = expectedDay([...new Set(later)], sentOn, campaign);
  if (direct !== null || verdict.conclusion === 'question') return direct;
  const meeting = parts
    .filter(({ name }) => name === 'body')
    .flatMap(({ sentences }) => sentences)
    .filter(
      ({ section, folded }) =>
        section === 'text' && bodiesIn(folded).some(({ body }) => isElected(body)) && !REJECTED.test(folded),
    );
  return later.length > 0 ? expectedDay(meeting, sentOn, campaign) : null;
}

/** The row of the meeting table whose day has not come. */
function meetingAhead(parts: readonly ReadPart[], sentOn: IsoDate | null): Fact<IsoDate> | null {
  const rows = parts
    .flatMap(({ document }) => document.meetings)
    .filter(({ date }) => date !== null && sentOn !== null && date >= sentOn);
  const [row] = rows.sort((a, b) => bodyRank(b.body) - bodyRank(a.body) || (a.date ?? '').localeCompare(b.date ?? ''));
  return row === undefined || row.date === null ? null : { value: row.date, sentence: row.sentence };
}

function dayOfDecision(main: ReadPart, parts: readonly ReadPart[], sentOn: IsoDate | null): Fact<IsoDate> | null {
  const held = main.document.meetings.filter(
    ({ date, body }) =>
      date !== null &&
      (sentOn === null || date <= sentOn) &&
      (main.document.body === null || body === main.document.body),
  );
  const row = held.at(-1);
  if (row !== undefined && row.date !== null) return { value: row.date, sentence: row.sentence };
  const stated = decisionDay(
    main.sentences.filter(({ section }) => section !== 'background' && section !== 'proposal'),
    sentOn,
  );
  if (stated !== null) return stated;
  const letter = parts.find(({ name }) => name === 'body');
  const inLetter = letter === undefined || letter === main ? null : decisionDay(letter.sentences, sentOn);
  return inLetter ?? (main.name === 'body' ? null : dateOfPaper(main, sentOn));
}

/** «Dato: 04.03.2014» in the head of a delegated decision. */
function dateOfPaper(main: ReadPart, sentOn: IsoDate | null): Fact<IsoDate> | null {
  for (const sentence of main.sentences.filter(({ section }) => section === 'head')) {
    const [date] = datesIn(sentence.folded, null, 'past').filter(({ date }) => sentOn === null || date <= sentOn);
    if (date !== undefined) return { value: date.date, sentence };
  }
  return null;
}

function bodyOf(
  verdict: Verdict,
  main: ReadPart | null,
  parts: readonly ReadPart[],
  sentOn: IsoDate | null,
  expected: (Fact<IsoDate> & { at?: number }) | null,
): Fact<Body> | null {
  if (main === null) return null;
  if (verdict.stage === 'decided' && verdict.conclusion !== 'deferred') return decidingBody(main, verdict, sentOn);
  if (expected !== null) {
    const row = parts
      .flatMap(({ document }) => document.meetings)
      .find(({ sentence }) => sentence === expected.sentence);
    const body = row?.body ?? bodyNear(expected.sentence.folded, expected.at ?? 0);
    if (body !== null) return { value: body, sentence: expected.sentence };
  }
  if (verdict.stage === 'recommended' && main.document.body !== null) {
    const sentence = main.document.meetings.find(({ body }) => body === main.document.body)?.sentence;
    const shown = sentence ?? main.document.sentences[0];
    if (shown !== undefined) return { value: main.document.body, sentence: shown };
  }
  if (verdict.stage === 'stated' && verdict.conclusion !== 'deferred' && verdict.conclusion !== 'conditional')
    return null;
  if (verdict.conclusion === 'question') return null;
  return bodyIn(
    parts
      .flatMap(({ claims }) => claims)
      .filter(({ kind }) => kind === 'later' || kind === 'condition')
      .map(({ sentence }) => sentence),
    true,
  );
}

function tellsDecision(folded: string): boolean {
  return [DECIDES, WAS_TREATED, DELEGATED, PAST_ACT, REJECTED].some(pattern => pattern.test(folded));
}

function decidingBody(main: ReadPart, verdict: Verdict, sentOn: IsoDate | null): Fact<Body> | null {
  const row = main.document.meetings.findLast(
    ({ body, date }) => body === main.document.body && (date === null || sentOn === null || date <= sentOn),
  );
  if (row !== undefined) return { value: row.body, sentence: row.sentence };
  const telling = main.sentences.filter(
    ({ folded, section }) => section !== 'proposal' && section !== 'background' && tellsDecision(folded),
  );
  const because = verdict.because.map(({ sentence }) => sentence).filter(({ folded }) => tellsDecision(folded));
  return bodyIn([...because, ...telling], true) ?? bodyIn([...because, ...telling], false);
}

function bodyIn(sentences: readonly PlacedSentence[], elected: boolean): Fact<Body> | null {
  for (const sentence of sentences) {
    const found = bodiesIn(sentence.folded).find(
      ({ body, at, end }) => isElected(body) === elected && !isProposer(sentence.folded, at, end),
    );
    if (found !== undefined) return { value: found.body, sentence };
  }
  return null;
}

/** «rådmannens innstilling», «formannskapets forslag»: who proposed, not who decided. */
function isProposer(folded: string, at: number, end: number): boolean {
  return /s$/.test(folded.slice(at, end)) && /^ (?:innstilling|forslag|anbefaling)/.test(folded.slice(end));
}
