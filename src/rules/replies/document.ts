import type { IsoDate } from '../calendar/iso-date.ts';
import { bodiesIn, bodyRank, isElected } from '../text/bodies.ts';
import { datesIn } from '../text/dates.ts';
import { PROPOSES_TO_HIGHER } from '../text/phrases-decision.ts';
import { words } from '../text/words.ts';
import type { Body } from './reading.ts';
import type { PlacedSentence } from './sections.ts';
import { adoptedAlternative, postponement, votesOf } from './votes.ts';

/** A row of the «saksgang»: «61/13  Formannskapet  10.12.2013». */
export interface Meeting {
  body: Body;
  date: IsoDate | null;
  sentence: PlacedSentence;
}

/** The sentences that tell where a text stands, and how far the matter has come. */
export interface DocumentReading {
  /** decided: a resolution · recommended: only a proposal · text: running text without either. */
  outcome: 'decided' | 'recommended' | 'text';
  sentences: PlacedSentence[];
  body: Body | null;
  meetings: Meeting[];
  /** Votes and sections do not tell which proposal won. */
  doubtful: boolean;
}

/** «Rådmannens innstilling ble enstemmig vedtatt» without the words of the resolution: then the proposal's words are it. */
const ONLY_REFERS = words(
  /\b(?:innstilling(?:en)?|forslag(?:et)?)\b[^.]{0,80}\b(?:vedtatt|vedtas)\b|^(?:vedtak(?:et)?:? ?)?(?:enstemmig |enst\.? )?(?:vedtatt|som innstilt|i (?:samsvar|tråd|overensstemmelse|henhold) (?:med|til) (?:\S+ )?(?:innstilling|forslag)(?:en|et)?|som innstillingen|som (?:\S+ )?forslag|innstillingen vedtatt|(?:rådmannens|kommunedirektørens|formannskapets) (?:innstilling|forslag)(?:$|[.,]| (?:ble|er) vedtatt))/u,
);

/** Finds what counts in a text: the last body's resolution, else what the votes adopted, else the proposal. */
export function readDocument(sentences: readonly PlacedSentence[], sentOn: IsoDate | null): DocumentReading {
  const meetings = meetingsOf(sentences);
  const decision = lastDecision(sentences);
  const proposal = sentences.filter(sentence => sentence.section === 'proposal');
  const base = { meetings, doubtful: false };
  const alternative = adoptedAlternative(sentences);
  if (alternative !== null)
    return {
      ...base,
      outcome: proposesUpward(sentences, alternative) ? 'recommended' : 'decided',
      sentences: alternative,
      body: bodyOf(alternative, meetings, sentOn),
    };
  const postponed = postponement(sentences);
  if (postponed !== null && (decision.length === 0 || isOf(decision, postponed)))
    return { ...base, outcome: 'decided', sentences: [postponed], body: bodyOf([], meetings, sentOn) };
  if (decision.length > 0) {
    const upward =
      decision.some(({ heading, folded }) => PROPOSES_TO_HIGHER.test(heading) || PROPOSES_TO_HIGHER.test(folded)) ||
      proposesUpward(sentences, decision);
    const refers = decision.every(({ folded }) => ONLY_REFERS.test(folded) || folded.length < 25);
    const words =
      refers && proposal.length > 0
        ? proposal.map(sentence => ({ ...sentence, section: 'decision' as const }))
        : decision;
    const body = bodyOf(decision, meetings, sentOn);
    const later = meetings.some(
      meeting =>
        meeting.date !== null &&
        sentOn !== null &&
        meeting.date > sentOn &&
        bodyRank(meeting.body) > bodyRank(body ?? 'other'),
    );
    return { ...base, outcome: upward || later ? 'recommended' : 'decided', sentences: words, body };
  }
  const votes = votesOf(sentences);
  if (votes === 'proposal adopted' && proposal.length > 0) {
    const upward = proposesUpward(sentences, []);
    return {
      ...base,
      outcome: upward ? 'recommended' : 'decided',
      sentences: proposal.map(sentence => ({ ...sentence, section: 'decision' as const })),
      body: bodyOf([], meetings, sentOn),
    };
  }
  if (votes !== 'none' && sentences.some(({ section }) => section === 'proceedings')) {
    return { ...base, outcome: 'recommended', sentences: proposal, body: bodyOf([], meetings, sentOn), doubtful: true };
  }
  if (proposal.length > 0)
    return {
      ...base,
      outcome: 'recommended',
      sentences: lastSection(proposal),
      body: bodyProposedTo(proposal) ?? nextBody(meetings, sentOn),
    };
  return { ...base, outcome: 'text', sentences: sentences.filter(({ section }) => section === 'text'), body: null };
}

/** A matter that the resolution puts off is decided no way, whatever else stands in it. */
function isOf(decision: readonly PlacedSentence[], postponed: PlacedSentence): boolean {
  return decision.some(
    ({ literal, sectionNumber }) => literal === postponed.literal && sectionNumber === postponed.sectionNumber,
  );
}

/** Of several resolutions the one of the highest body counts, and of that body the last. */
function lastDecision(sentences: readonly PlacedSentence[]): PlacedSentence[] {
  const all = sentences.filter(({ section }) => section === 'decision');
  const numbers = [...new Set(all.map(({ sectionNumber }) => sectionNumber))];
  const ranked = numbers.map(number => {
    const own = all.filter(({ sectionNumber }) => sectionNumber === number);
    const named = bodiesIn(own[0]?.heading ?? '').filter(({ body }) => isElected(body));
    return { own, number, rank: Math.max(0, ...named.map(({ body }) => bodyRank(body))) };
  });
  const top = Math.max(0, ...ranked.map(({ rank }) => rank));
  const best = ranked.findLast(
    ({ rank, own }) =>
      (rank === top || rank === 0) && own.some(({ folded, heading }) => folded !== heading || folded.length > 40),
  );
  return best?.own ?? all;
}

function lastSection(sentences: readonly PlacedSentence[]): PlacedSentence[] {
  const last = sentences.at(-1)?.sectionNumber;
  return sentences.filter(({ sectionNumber }) => sectionNumber === last);
}

/** «… vedtatt som formannskapets innstilling til kommunestyret» with no resolution of the kommunestyre after it. */
function proposesUpward(sentences: readonly PlacedSentence[], decision: readonly PlacedSentence[]): boolean {
  const at = sentences.findLastIndex(({ folded }) => PROPOSES_TO_HIGHER.test(folded));
  if (at === -1) return false;
  const decidedHigher = sentences
    .slice(at + 1)
    .some(
      ({ section, folded }) => section === 'proceedings' && bodiesIn(folded).some(({ body }) => bodyRank(body) === 3),
    );
  return !decidedHigher && !decision.some(({ heading }) => bodiesIn(heading).some(({ body }) => bodyRank(body) === 3));
}

/** «Saksprotokoll – formannskapet 11.03.2014» above minutes that stand in the mail itself. */
const TITLE_OF_MINUTES = words(
  /^(?:saksprotokoll|særutskrift|utskrift|protokoll|møteprotokoll|utvalg|melding om vedtak)\b[^.]{0,60}\d/,
);

function meetingsOf(sentences: readonly PlacedSentence[]): Meeting[] {
  return sentences.flatMap(sentence => {
    if (sentence.folded.length > 110 || sentence.section === 'background') return [];
    if (sentence.section === 'text' && !TITLE_OF_MINUTES.test(sentence.folded)) return [];
    const dates = datesIn(sentence.folded, null, 'past');
    const [body] = bodiesIn(sentence.folded).filter(({ body }) => isElected(body));
    const isRow =
      sentence.section === 'head' ||
      sentence.section === 'text' ||
      sentence.folded === sentence.heading ||
      sentence.folded === sentence.heading.trim();
    if (body === undefined || !isRow) return [];
    return [{ body: body.body, date: dates[0]?.date ?? null, sentence }];
  });
}

/** Named by the resolution itself, else the last meeting that has been. */
function bodyOf(
  decision: readonly PlacedSentence[],
  meetings: readonly Meeting[],
  sentOn: IsoDate | null,
): Body | null {
  const named = bodiesIn(decision[0]?.heading ?? '');
  const elected = named.find(({ body }) => isElected(body));
  if (elected !== undefined) return elected.body;
  const held = meetings.filter(({ date }) => date !== null && (sentOn === null || date <= sentOn));
  held.sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''));
  return held.at(-1)?.body ?? named[0]?.body ?? meetings.at(-1)?.body ?? null;
}

/** «innstilling til kommunestyret»: the one to whom it is proposed. */
function bodyProposedTo(proposal: readonly PlacedSentence[]): Body | null {
  const heading = proposal[0]?.heading ?? '';
  const to = /(?:til|overfor) (?=\p{L}*(?:styre|formannskap|ting))/u.exec(heading);
  return to === null ? null : (bodiesIn(heading.slice(to.index))[0]?.body ?? null);
}

function nextBody(meetings: readonly Meeting[], sentOn: IsoDate | null): Body | null {
  const ahead = meetings.filter(({ date }) => date === null || sentOn === null || date >= sentOn);
  return ahead.sort((a, b) => bodyRank(b.body) - bodyRank(a.body))[0]?.body ?? meetings.at(-1)?.body ?? null;
}
