import type { IsoDate } from '../calendar/iso-date.ts';
import { bodiesIn, isElected } from '../text/bodies.ts';
import { WAS_TREATED } from '../text/phrases-decision.ts';
import { chosenAlternative } from './alternatives.ts';
import type { Claim } from './claim.ts';
import { claimsIn } from './claims-in.ts';
import { concludeFrom, type Verdict } from './conclusion.ts';
import { type DocumentReading, readDocument } from './document.ts';
import type { KnownCampaign } from './known.ts';
import { type PlacedSentence, placedSentences } from './sections.ts';
import type { Speakers } from './speakers.ts';

/** One part of a message (the letter, an attachment), read. */
export interface ReadPart {
  name: string;
  document: DocumentReading;
  sentences: PlacedSentence[];
  claims: Claim[];
  verdict: Verdict;
}

/** Reads one part: sections, claims, and what they come to. */
export function readPart(
  text: string,
  name: string,
  sentOn: IsoDate | null,
  speakers: Speakers,
  campaign: KnownCampaign | null,
): ReadPart {
  const sentences = placedSentences(text, name);
  const document = readDocument(sentences, sentOn);
  const around = name === 'body' ? sentences.filter(({ section }) => section === 'text') : [];
  const counted = [...document.sentences, ...around.filter(sentence => !document.sentences.includes(sentence))];
  const claims = counted.flatMap(sentence => {
    const claims = claimsIn(sentence, speakers);
    const choice = chosenAlternative(sentence.folded, campaign);
    return choice === null
      ? claims
      : [...claims, { kind: choice, strength: 'strong', voice: 'stated', sentence, rule: 'alternativ' } as Claim];
  });
  return { name, document, sentences, claims, verdict: verdictOf(claims, document, sentences) };
}

function verdictOf(claims: readonly Claim[], document: DocumentReading, sentences: readonly PlacedSentence[]): Verdict {
  const placed = claims.filter(({ sentence }) => sentence.section === 'decision' || sentence.section === 'proposal');
  const core = concludeFrom(placed);
  const around = claims.filter(({ sentence }) => sentence.section === 'text');
  let verdict: Verdict;
  if (document.outcome === 'text' || core.conclusion === null) verdict = concludeFrom(claims);
  else verdict = joinedWith(core, around);
  if (document.outcome === 'recommended' && verdict.stage === 'decided') verdict = { ...verdict, stage: 'recommended' };
  if (
    document.outcome === 'decided' &&
    core.conclusion !== null &&
    verdict.stage === 'stated' &&
    verdict.conclusion !== 'deferred'
  )
    verdict = { ...verdict, stage: 'decided' };
  if (document.doubtful)
    verdict = {
      ...verdict,
      reasons: [...verdict.reasons, 'Det går ikke fram hvilket forslag som ble vedtatt.'],
      doubt: verdict.doubt + 0.3,
    };
  return decidedInMeeting(verdict, sentences);
}

/** The letter around a resolution may add conditions; what it says of later meetings belongs to a proposal. */
function joinedWith(core: Verdict, around: readonly Claim[]): Verdict {
  const beside = concludeFrom(around);
  const opposite =
    (core.conclusion === 'joined' && beside.conclusion === 'declined') ||
    (core.conclusion === 'declined' && (beside.conclusion === 'joined' || beside.conclusion === 'conditional'));
  if (opposite && beside.doubt < 0.3 && core.stage !== 'recommended') {
    return {
      conclusion: 'unclear',
      stage: null,
      because: [...core.because, ...beside.because],
      reasons: ['Vedtaket og brevet sier hver sitt.'],
      doubt: 0.5,
    };
  }
  return core;
}

/** «Formannskapet behandlet saken i går. Vi kan være med …»: what the office tells is what the body decided. */
function decidedInMeeting(verdict: Verdict, sentences: readonly PlacedSentence[]): Verdict {
  if (
    verdict.stage !== 'stated' ||
    !(verdict.conclusion === 'joined' || verdict.conclusion === 'declined' || verdict.conclusion === 'conditional')
  )
    return verdict;
  const met = sentences.some(
    ({ folded, section }) =>
      section === 'text' &&
      WAS_TREATED.test(folded) &&
      bodiesIn(folded).some(({ body }) => isElected(body)) &&
      !/\b(?:skal|blir|innstilling|innstilte|ikke)\b/.test(folded),
  );
  return met ? { ...verdict, stage: 'decided' } : verdict;
}
