import { ADOPTED, PROPOSAL_NOUN, REJECTED } from '../text/phrases-decision.ts';
import { words } from '../text/words.ts';
import type { PlacedSentence } from './sections.ts';

/** «Enstemmig vedtatt.», «Samrøystes vedteke som tilrådd.» under the proposal itself. */
const ADOPTED_AS_IS = words(
  /^(?:[^\s]+ ){0,6}?vedtatt(?: (?:som|i samsvar med|i tråd med|mot|med) [^.]{0,60})?\.?$|^som (?:innstilt|innstillingen|tilrådd|foreslått)\b/u,
);

/** What the votes say of the proposal that the case paper made. */
export function votesOf(sentences: readonly PlacedSentence[]): 'proposal adopted' | 'proposal fell' | 'none' {
  const votes = sentences.filter(
    ({ folded, section }) =>
      section !== 'background' &&
      section !== 'proposal' &&
      PROPOSAL_NOUN.test(folded) &&
      (ADOPTED.test(folded) || REJECTED.test(folded)),
  );
  let result: 'proposal adopted' | 'proposal fell' | 'none' = 'none';
  if (
    sentences.some(
      ({ folded, section }) =>
        (section === 'proposal' || section === 'proceedings') &&
        folded.length < 90 &&
        ADOPTED_AS_IS.test(folded) &&
        !PROPOSAL_NOUN.test(folded),
    )
  )
    result = 'proposal adopted';
  for (const { folded } of votes) {
    if (REJECTED.test(folded) && /innstilling/.test(folded)) result = 'proposal fell';
    else if (
      ADOPTED.test(folded) &&
      /innstillingen?(?: [^.]{0,60})? vedtatt|forslag(?:et)? (?:til vedtak )?fra (?:kommunedirektøren|rådmannen|administrasjonen)/u.test(
        folded,
      )
    )
      result = 'proposal adopted';
    else if (ADOPTED.test(folded)) result = 'proposal fell';
  }
  return result;
}

/** «Alternativ 2 vedtatt mot 1 stemme», «forslag B fikk flertall» */
const ALTERNATIVE_WON = words(
  /\b(?:alternativ(?:et)?|alt\.?|forslag|punkt|pkt\.?) (\d|[a-d])\b[^.:]{0,60}\b(?:vedtatt|flertall|bifalt|valgt)\b|\b(?:vedtok|vedtatt|valgte)\b[^.:]{0,40}\balternativ(?:et)? (\d|[a-d])\b/u,
);

/** «2. Fjordvik kommune slutter seg ikke til», «Alternativ 2: …» */
const LABEL = /^(?:(?:alternativ|forslag|alt\.?|punkt) )?(\d|[a-d])\s?(?:\([^)]{1,40}\)\s?)?[.:)]\s/u;

/** «Vedtatt mot 1 stemme.», «Falt mot 2 stemmer.» behind the proposal that it concerns. */
const OWN_VOTE = words(
  /^(?:(?:enstemmig|forslaget|ble|er|fikk \d+ stemmer og) )*(?:(?<yes>vedtatt|bifalt)|(?<no>falt|nedstemt|forkastet|ikke vedtatt|trukket))\b(?!.{0,60}\b(?:innstilling|utsatt)).{0,60}$/u,
);

/** The number or letter of the one proposal that won, where each of them («Forslag 1: … Falt.») has its vote behind it. */
function votedOneByOne(sentences: readonly PlacedSentence[]): string | undefined {
  if (sentences.filter(({ folded }) => OWN_VOTE.test(folded)).length < 2) return undefined;
  let label: string | undefined;
  const votes = new Map<string, boolean>();
  for (const { folded } of sentences) {
    label = LABEL.exec(folded)?.[1] ?? label;
    const vote = OWN_VOTE.exec(folded)?.groups;
    if (vote !== undefined && label !== undefined) votes.set(label, vote.yes !== undefined);
  }
  const won = [...votes].filter(([, adopted]) => adopted);
  return won.length === 1 ? won[0]?.[0] : undefined;
}

/** The words of the alternative that a vote picked by its number or letter, as a resolution; null when there is none. */
export function adoptedAlternative(sentences: readonly PlacedSentence[]): PlacedSentence[] | null {
  const won = sentences.map(({ folded }) => ALTERNATIVE_WON.exec(folded)).findLast(match => match !== null);
  const label = won?.[1] ?? won?.[2] ?? votedOneByOne(sentences);
  if (label === undefined) return null;
  const at = sentences.findIndex(({ folded }) => LABEL.exec(folded)?.[1] === label && !ALTERNATIVE_WON.test(folded));
  const first = sentences[at];
  if (first === undefined) return null;
  const next = sentences.findIndex(
    ({ folded, block }, index) => index > at && (LABEL.test(folded) || block > first.block),
  );
  return sentences
    .slice(at, next === -1 ? at + 1 : next)
    .map(sentence => ({ ...sentence, section: 'decision' as const, heading: '' }));
}

/** «Utsettelsesforslaget ble enstemmig vedtatt», «saken ble utsatt» */
const POSTPONED = words(
  /\b(?:utsettelsesforslag(?:et)?|forslag(?:et)? om (?:å utsette|utsettelse))\b[^.]{0,60}\b(?:vedtatt|flertall|bifalt)\b|\bsaken (?:[^\s]+ ){0,3}?(?:utsatt|utsettes|trukket|(?:sendt|sendes|oversendt|oversendes|vist|vises) (?:[^\s]+ )?tilbake)\b|\bsaken (?:ble |er )?ikke (?:realitets)?behandlet\b|\bsaken (?:[^\s]+ ){0,3}?tas opp (?:igjen|på nytt)\b|\b(?:sendte|viste) saken tilbake\b|^(?:utsettes|utsatt)\b|\bvedtok (?:[^\s]+ ){0,3}?å utsette\b/u,
);

/** The sentence of the minutes by which the meeting put the matter off, null when it did not. */
export function postponement(sentences: readonly PlacedSentence[]): PlacedSentence | null {
  const found = sentences.findLast(
    ({ folded, section }) =>
      (section === 'proceedings' || section === 'decision') &&
      POSTPONED.test(folded) &&
      !REJECTED.test(folded) &&
      !/\bforeslo\b/.test(folded),
  );
  return found === undefined ? null : { ...found, section: 'decision' };
}
