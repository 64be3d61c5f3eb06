import { bodiesIn, isElected } from '../text/bodies.ts';
import { deniesSomething, isDoublyDenied } from '../text/negation.ts';
import { PAST_ACT } from '../text/phrases-decision.ts';
import { words } from '../text/words.ts';
import type { Claim } from './claim.ts';
import type { Verdict } from './conclusion.ts';
import type { PlacedSentence } from './sections.ts';
import { ownWordsOf, type Speakers, speaksForOthers } from './speakers.ts';
import type { ReadPart } from './weigh-parts.ts';

/** What a no is about: taking part, money, a wish. */
const OURS = words(
  /\b(?:delta\p{L}*|med|med på|bidra\p{L}*|slutte\p{L}*|ordning\p{L}*|tilbud\p{L}*|avtale\p{L}*|samarbeid\p{L}*|fellesskap\p{L}*|midler|penger|råd|økonomi\p{L}*|budsjett\p{L}*|kostnad\p{L}*|utgift\p{L}*|behov|aktuel\p{L}*|inngå|finansier\p{L}*|prioriter\p{L}*|spleis\p{L}*)\b/u,
);
/** «ennå», «før», «nå»: no time rather than no. Hopes, hearsay and questions say nothing either. */
const NOT_YET = words(
  /\b(?:ennå|enda|før|foreløpig|innen|frist\p{L}*|svar\p{L}*|mottatt|fått|vet|sikker\p{L}*|garanter\p{L}*|love|utelukk\p{L}*|bestemt|konkludert|stilling|motsett\p{L}*|innvending\p{L}*|merknad\p{L}*|bemerk\p{L}*|imot|motforestilling\p{L}*|kanskje|trolig|neppe|tror|mener|håper|vurder\p{L}*|hvis|dersom|behandl\p{L}*|tidligere|fjor)\b|\?/u,
);

/**
 * What an answer most likely means that the grammar did not read: a denial in the words of the request, by themselves, now.
 * Only a supposition for the person who settles it: always with a reason, never acted on.
 */
export function supposedAnswer(parts: readonly ReadPart[], speakers: Speakers): Verdict | null {
  const sentences = parts.flatMap(({ sentences }) => sentences.filter(({ section }) => section === 'text'));
  const refusal = sentences.find(sentence => refuses(sentence, speakers));
  if (refusal === undefined) return null;
  const { folded } = refusal;
  const acted = bodiesIn(folded).some(({ body }) => isElected(body)) && PAST_ACT.test(folded);
  const voice: Claim['voice'] = acted ? 'decided' : 'stated';
  return {
    conclusion: 'declined',
    stage: voice,
    because: [{ kind: 'decline', strength: 'unsure', voice, sentence: refusal, rule: 'antatt nei' }],
    reasons: ['Det ser ut som et nei, men er ikke sagt med klare ord.'],
    doubt: 0.5,
  };
}

function refuses(sentence: PlacedSentence, speakers: Speakers): boolean {
  if (speakers.own.contains(sentence.literal)) return false;
  const said = ownWordsOf(sentence);
  return (
    deniesSomething(said) &&
    !isDoublyDenied(said) &&
    OURS.test(said) &&
    !NOT_YET.test(said) &&
    !speaksForOthers(said, speakers)
  );
}
