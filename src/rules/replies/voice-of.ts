import { bodiesIn, isElected } from '../text/bodies.ts';
import type { Clause } from '../text/clauses.ts';
import { deniesSomething } from '../text/negation.ts';
import { ADVISER, DECIDES, DELEGATED, PAST_ACT, PROPOSES_TO_HIGHER, RECOMMENDS } from '../text/phrases-decision.ts';
import { words } from '../text/words.ts';
import type { Claim } from './claim.ts';
import type { PlacedSentence } from './sections.ts';

/**
 * «bekrefter at», «vi er kommet til at», «resultatet ble at»: tells what is so. Every other «… at» («målet er at»,
 * «sannsynlig at», «mener at», «KS skriver at») is a wish, a guess or somebody else's word.
 */
const REPORTS = words(
  /\b(?:bekrefter|bekreftes|bekrefte|bekreftet|melder|melde|meldes|meddele|meddeler|meddeles|opplyser|opplyse|opplyses|informerer|informere|svarer|svare|sier ja til|si|fortelle|varsler|varsle|beskjed(?: om)?|tilbakemelding(?:en)?(?: om| er)?|orienterer(?: om)?|konkludert(?: med)?|konkluderer(?: med)?|konklusjon(?:en)?(?: er| ble)?|kommet (?:fram )?til|betyr|innebærer|medfører|gjør|resultat(?:et)?(?: ble| er)?|utfall(?:et)?(?: ble| er)?|svaret(?: (?:vårt|er|blir|ble|fra))*(?: [^\s]+){0,2}|enige? om|klart|fast(?: på)?|slik|glede(?:n)?(?: av)?(?: å)?|glade? for(?: å)?|tvil om|selvfølge)(?: [^\s]+){0,2}$/u,
);

/** Who says it: a body that has decided, somebody who proposes, or the office; null = only mentioned. */
export function voiceOf(clause: Clause, said: string, sentence: PlacedSentence): Claim['voice'] | null {
  if (sentence.section === 'decision')
    return PROPOSES_TO_HIGHER.test(`${sentence.heading} ${said}`) ? 'recommended' : 'decided';
  if (sentence.section === 'proposal') return 'recommended';
  if (sentence.section === 'proceedings' || sentence.section === 'background' || sentence.section === 'head')
    return null;
  const context = clause.kind === 'reported' ? clause.governor : clause.text;
  if (clause.kind === 'reported' && deniesSomething(clause.governor)) return null;
  if ((RECOMMENDS.test(context) && !ENDORSES.test(context)) || PROPOSES_TO_HIGHER.test(said))
    return ADVISER.test(context) ? null : 'recommended';
  if (clause.kind === 'reported' && DECIDES.test(context)) return 'decided';
  if (clause.kind === 'reported' && !REPORTS.test(context) && context !== '') return null;
  if (DELEGATED.test(said)) return 'decided';
  const electedActs = bodiesIn(context).some(({ body, at }) => isElected(body) && at < 30);
  if (electedActs && PAST_ACT.test(clause.text)) return 'decided';
  if (DECIDES_ITSELF.test(clause.text)) return 'decided';
  return bodiesIn(said).some(({ body }) => isElected(body)) && PAST_ACT.test(said) && !FUTURE.test(said)
    ? 'decided'
    : 'stated';
}

/** «Formannskapet sluttet seg til forslaget om»: not a proposal of theirs. */
const ENDORSES = words(
  /\bslutte(?:r|t)(?: [^\s]+){0,4}? seg (?:[^\s]+ ){0,3}?til (?:[^\s]+ ){0,2}?(?:innstilling|forslag)/u,
);
const FUTURE = words(/\b(?:skal|behandles|legges fram|tas opp|innstilling|innstiller)\b/u);

/** «Rådmannen har besluttet å», «det er vedtatt at» */
const DECIDES_ITSELF = words(
  /\b(?:har (?:[^\s]+ ){0,3}?(?:besluttet|bestemt|vedtatt)|(?:er|ble) (?:[^\s]+ ){0,2}?(?:besluttet|vedtatt|bestemt)|besluttet|vedtok|fattet vedtak om|gjort vedtak om|(?:i|ved|jf\.?) vedtak)\b/u,
);
