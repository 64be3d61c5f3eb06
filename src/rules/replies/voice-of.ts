import { bodiesIn, ELECTED_BODY, isElected } from '../text/bodies.ts';
import type { Clause } from '../text/clauses.ts';
import { deniesSomething } from '../text/negation.ts';
import {
  ADVISER,
  DECIDES,
  DELEGATED,
  PAST_ACT,
  PROPOSAL_NOUN,
  PROPOSES_TO_HIGHER,
  RECOMMENDS,
  WAS_TREATED,
} from '../text/phrases-decision.ts';
import { words } from '../text/words.ts';
import type { Claim } from './claim.ts';
import type { PlacedSentence } from './sections.ts';
import { READ_OUT } from './speakers.ts';

/**
 * «bekrefter at», «vi er kommet til at», «resultatet ble at»: tells what is so. Every other «… at» («målet er at»,
 * «sannsynlig at», «mener at», «KS skriver at») is a wish, a guess or somebody else's word.
 */
const REPORTS = words(
  /\b(?:bekrefter|bekreftes|bekrefte|bekreftet|melder|melde|meldes|meddele|meddeler|meddeles|opplyser|opplyse|opplyses|informerer|informere|svarer|svare|sier ja til|si|fortelle|varsler|varsle|beskjed(?: om)?|tilbakemelding(?:en)?(?: om| er)?|orienterer(?: om)?|konkludert(?: med)?|konkluderer(?: med)?|konklusjon(?:en)?(?: er| ble)?|(?:det )?(?:riktige?|rette|korrekte?)(?: (?:er|skal være))?|sannheten er|faktum er|kommet (?:fram )?til|betyr|innebærer|medfører|gjør|resultat(?:et)?(?: ble| er)?|utfall(?:et)?(?: ble| er)?|svaret(?: (?:vårt|er|blir|ble|fra))*(?: [^\s]+){0,2}|enige? om|klart|fast(?: på)?|slik|glede(?:n)?(?: av)?(?: å)?|glade? for(?: å)?|tvil om|selvfølge|forståelse for|beklager|beklage|beklagelig|synd|leit|lei for|trist|dessverre slik|fornøyd med|stolte? (?:av|over)|i orden|greit|bestemt(?: seg| oss)?(?: for)?|enighet om|landet på|landa på|endte (?:det )?med|^svar(?: \p{L}+)?|beskjed(?:en)? (?:fra [^\s]+ )?(?:er|om)|(?:rådmannen|kommunedirektøren|ordføreren|han|hun|sjefen|ledelsen|administrasjonen|vi|jeg) (?:sier|sa|svarer|har sagt|bekrefter))(?: [^\s]+){0,2}$/u,
);

/** «Det ble fremmet forslag fra FrP om at», «Høyre foreslo at»: a proposal among others, which a vote decides on. */
const PROPOSED_IN_MEETING = words(
  /\b(?:fremmet|fremmet det|fremsatt|fremsatte|la fram|satte fram|stilte) (?:[^\s]+ ){0,4}?(?:forslag|alternativ\p{L}*)\b|\bforslag(?:et)? fra (?!rådmann|kommunedirektør|administrasjon|formannskap|ordfører)\p{L}+\b|\b(?:frp|høyre|arbeiderpartiet|ap|sv|senterpartiet|sp|venstre|krf|mdg|rødt|inp) (?:foreslo|ville|fremmet|mente|stemte)\b/u,
);

/** «slutter seg til kommunedirektørens vurdering om at», «støtter konklusjonen om at»: makes the words behind it its own. */
const MAKES_ITS_OWN = words(
  /\b(?:slutter|sluttet|støtter|støttet|enige? (?:i|med)|deler|stiller|stilte)(?: [^\s]+){0,6}? (?:vurdering|innstilling|forslag|konklusjon|syn|anbefaling|tilråding)\p{L}*(?: om| på)?$/u,
);

/** «stemte for at», «flertall mot at», «gikk ikke inn for at»: which way, afterVote tells (voted-claim.ts). */
export const VOTED_ON = words(
  /\b(?:(?:stemte|stemmer|stemt|flertall(?:et)?)(?: [^\s]+){0,5}? (?:for|mot|imot)|(?:gikk|gått)(?: [^\s]+){0,5}? (?:inn for|imot)|(?:samtykket|samtykker)(?: [^\s]+){0,3}?(?: til| i)?|(?:var|er|sa seg|sa oss) (?:samstemt|samstemte|enige?) (?:i|om))$/u,
);

/** «ønsker ikke at kommunen skal delta» */
export const WANTED = words(/\b(?:ønsker|vil)(?: [^\s]+){0,3}? ikke(?: [^\s]+){0,2}?$/u);

/** «I rådmannens budsjettforslag er det lagt inn at vi deltar» */
const IN_BUDGET_PROPOSAL = words(
  /\b(?:budsjettforslag|budsjettframlegg|forslag(?:et)? til (?:[^\s]+ )?(?:budsjett|økonomiplan))\p{L}*(?: [^\s]+){0,8}? (?:lagt inn|tatt inn|tatt høyde for|foreslått|forutsatt|innarbeidet)\b/u,
);

/** «Innstillingen som nå går til kommunestyret, er at kommunen trer ut» */
const PROPOSAL_FIRST = words(
  /^(?:[^\s]+ )?(?:innstilling|forslag|tilråding|anbefaling)\p{L}*\b[^.:]{0,80}, (?:er|går ut på|lyder|blir)\b/u,
);

/** «Innstillingen er klar, og den er positiv»: what «den» is, the words before tell. */
const PROPOSAL_IS = words(
  /^(?:den|det|dette) (?:er|blir|ble|går|lyder|sier)\b(?=.{0,40}\b(?:positiv|negativ|ja|nei)\b)/u,
);

/** Who says it: a body that has decided, somebody who proposes, or the office; null = only mentioned. */
export function voiceOf(clause: Clause, said: string, sentence: PlacedSentence): Claim['voice'] | null {
  if (sentence.section === 'decision')
    return PROPOSES_TO_HIGHER.test(`${sentence.heading} ${said}`) ? 'recommended' : 'decided';
  if (sentence.section === 'proposal') return 'recommended';
  if (sentence.section === 'proceedings' || sentence.section === 'background' || sentence.section === 'head')
    return null;
  const readOut = said.indexOf(clause.text);
  if (readOut > 0 && READ_OUT.test(said.slice(0, readOut))) return 'recommended';
  const context = clause.kind === 'reported' ? clause.governor : clause.text;
  if (clause.kind === 'reported' && IN_BUDGET_PROPOSAL.test(said)) return 'recommended';
  if (clause.kind === 'reported' && clause.governor.length < 14 && PROPOSAL_FIRST.test(said)) return 'recommended';
  if (clause.kind === 'main' && PROPOSAL_IS.test(clause.text) && PROPOSAL_NOUN.test(said)) return 'recommended';
  if (PROPOSED_IN_MEETING.test(context)) return null;
  if (electedDecides(context) && !PROPOSES_TO_HIGHER.test(said)) return 'decided';
  if (clause.kind === 'reported' && VOTED_ON.test(clause.governor))
    return /\b(?:stem|flertall)/.test(clause.governor) || bodiesIn(clause.governor).some(({ body }) => isElected(body))
      ? 'decided'
      : /\b(?:enig|samstem)/.test(clause.governor)
        ? metAndAgreed(clause, said)
          ? 'decided'
          : 'stated'
        : 'recommended';
  if (clause.kind === 'reported' && WANTED.test(clause.governor)) return 'stated';
  if (clause.kind === 'reported' && deniesSomething(clause.governor)) return null;
  if (clause.kind === 'reported' && MAKES_ITS_OWN.test(clause.governor))
    return bodiesIn(clause.governor).some(({ body }) => isElected(body)) ? 'decided' : 'stated';
  if ((RECOMMENDS.test(context) && !ENDORSES.test(context)) || PROPOSES_TO_HIGHER.test(said))
    return ADVISER.test(context) ? null : 'recommended';
  if (clause.kind === 'reported' && DECIDES.test(context)) return 'decided';
  if (clause.kind === 'reported' && !REPORTS.test(context) && context !== '') return null;
  if (DELEGATED.test(said)) return 'decided';
  const electedActs = bodiesIn(context).some(({ body, at }) => isElected(body) && at < 30);
  if (electedActs && PAST_ACT.test(clause.text)) return 'decided';
  if (DECIDES_ITSELF.test(clause.text) || isBehind(DECIDED_THUS, clause, said)) return 'decided';
  const told = said.replace(LATER, ' ');
  if (VOTED.test(told) && !FUTURE.test(told.replace(PROPOSAL_NOUN, ' '))) return 'decided';
  return bodiesIn(told).some(({ body }) => isElected(body)) && PAST_ACT.test(told) && !FUTURE.test(said)
    ? 'decided'
    : 'stated';
}

/** «Formannskapet tok opp saken og var enig om at»: the subject stands with the verb before. */
function metAndAgreed({ governor, text }: Clause, said: string): boolean {
  if (!/^(?:og )?(?:var|ble|er|sa) /.test(governor)) return false;
  const lead = said.slice(0, Math.max(0, said.indexOf(text)));
  return WAS_TREATED.test(lead) && bodiesIn(lead).some(({ body, at }) => isElected(body) && at < 30);
}

/** «Formannskapet sluttet seg til forslaget om»: not a proposal of theirs. */
const ENDORSES = words(
  /\b(?:støttet|støtter|stilte seg bak|stiller seg bak|vedtok|vedtatt|fulgte|tiltrådte|bifalt|godkjente|gikk inn for)(?: [^\s]+){0,4}? (?:innstilling|forslag|anbefaling)(?:en|et)?\b|\bslutte(?:r|t)(?: [^\s]+){0,4}? seg (?:[^\s]+ ){0,3}?til (?:[^\s]+ ){0,2}?(?:innstilling|forslag)/u,
);
/** «Etter innstilling fra formannskapet vedtok kommunestyret å …», «kommunestyret slutter seg til»: the body itself acts. */
function electedDecides(context: string): boolean {
  if (!ELECTED_ACT.test(context) || TO_PROPOSE.test(context)) return false;
  return bodiesIn(context).some(({ body }) => isElected(body)) || /\bflertallet\b/.test(context);
}

/** «vedtok å tilrå kommunestyret» */
const TO_PROPOSE = words(
  /\b(?:innstille|anbefale|foreslå|tilrå|rå|innstilling (?:til|overfor)|(?:følgende|slik) (?:innstilling|forslag))\b/u,
);

const ELECTED_ACT = words(
  new RegExp(
    `\\b(?:(?:vedtok|besluttet|godkjente|avslo|bestemte|bevilget|innvilget)\\b|har (?:[^\\s]+ ){0,6}?(?:vedtatt|besluttet|godkjent|avslått|bestemt|bevilget)\\b|(?:sa|sier|har sagt) (?:[^\\s]+ ){0,3}?(?:ja|nei)\\b|fulgte (?:ikke )?|flertallet (?:gikk|stemte|ville|valgte|ønsket))|^(?:\\p{L}+ )?${ELECTED_BODY}(?: i \\p{L}+)? (?:slutter|deltar|bidrar|godkjenner|vedtar|avslår|tiltrer|bevilger|takker)\\b`,
    'u',
  ),
);

/** «når kommunestyret har gjort vedtak»: a decision that is waited for decides nothing. */
const LATER = words(
  /\b(?:når|så snart|straks|etter at|idet|i det øyeblikk)\b(?:(?! (?:ble|vedtok|behandlet|var)\b)[^,;])*/gu,
);

const FUTURE = words(/\b(?:skal|behandles|legges fram|tas opp|innstilling|innstiller)\b/u);

/** «etter votering», «med 12 mot 11 stemmer», «med ordførerens dobbeltstemme», «forslaget om … falt, og kommunen står utenfor» */
const VOTED = words(
  /\b(?:etter|ved) (?:[^\s]+ )?(?:votering|avstemning|avstemming)(?:en)?\b|\bdobbeltstemme\p{L}*|\bstemmetall\p{L}*|\b\d{1,2} (?:mot|for,? (?:og )?) ?\d{1,2}\b(?: stemmer)?|\bmot \d{1,2} stemmer?\b|\b(?:forslag|innstilling)(?:en|et)?\b[^.;]{0,80} (?:falt|ble nedstemt|ble forkastet|ble stemt ned|fikk ikke flertall)\b/u,
);

/** «Rådmannen har truffet beslutning: vi er med», «Rådmannen avgjorde dette på mandag: vi er med» */
const DECIDED_THUS = words(
  /^(?:[^\s:]+ ){0,3}?(?:(?:har|hadde) (?:[^\s:]+ ){0,2}?(?:truffet|tatt|fattet|gjort) (?:[^\s:]+ ){0,2}?(?:beslutning|avgjørelse|vedtak|valg)(?:en|et)?|avgjorde|bestemte|besluttet)\b[^:]{0,60}: /u,
);

function isBehind(pattern: RegExp, { text }: Clause, said: string): boolean {
  const found = pattern.exec(said);
  return found !== null && said.indexOf(text) >= found[0].length - 1;
}

/** «Rådmannen har besluttet å», «det er vedtatt at» */
const DECIDES_ITSELF = words(
  /\b(?:har (?:[^\s]+ ){0,3}?(?:besluttet|bestemt(?! oss)|vedtatt)|(?:er|ble) (?:[^\s]+ ){0,2}?(?:besluttet|vedtatt|bestemt)|besluttet|vedtok|(?:utfallet|resultatet|vedtaket|beslutningen) (?:ble|var)|fattet vedtak om|gjort vedtak om|(?:i|ved|jf\.?) vedtak|i (?:tråd|samsvar|overensstemmelse|henhold|medhold) (?:med|til|av) (?:[^\s]+ ){0,2}?vedtak(?:et)?)\b/u,
);
