import { deniesSomething } from '../text/negation.ts';
import { namesOtherField, namesOtherMatter } from '../text/other-field.ts';
import { YES_OR_NO } from '../text/phrases-unclear.ts';
import { words } from '../text/words.ts';
import { borrowedFrom } from './borrowed-words.ts';
import { AFTER_IT, type Claim } from './claim.ts';
import type { Verdict } from './conclusion.ts';
import { answersOtherQuestion } from './other-question.ts';
import { ownWordsOf, type Speakers, speaksForOthers } from './speakers.ts';
import { leavesRequestAside } from './speaks-of-request.ts';
import { NEEDS_NO_BODY, STILL_OPEN } from './still-open.ts';
import type { ReadPart } from './weigh-parts.ts';
import { isOfSomebodyElse } from './whose-answer.ts';

/** «men», «bare», «derimot», «med unntak av»: what follows may take back or narrow what was said. */
const TURN = words(
  /\b(?:men(?! også)|bare|kun|derimot|imidlertid|unntatt|unntak|utenom|med mindre|i mellomtiden|alene|begrenset|avgrenset|grense|ikke (?:[^\s]+ ){0,2}?(?:utover|lenger enn|mer enn|før(?! (?:svar)?frist))|deretter|først|prøve|måneder|på (?:de|disse|slike) vilkår\p{L}* (?:er|blir|kan|går)|endringen?|krav)\b/u,
);

/** What can narrow a yes: a denial, a sum, a time, other terms. */
const NARROWS = words(
  /\b(?:ikke|ingen|aldri|uten|år|året|måned\p{L}*|prøve\p{L}*|grense\p{L}*|tak|endring\p{L}*|endres|krav|vilkår|avtaleperiode\p{L}*|\d+|halv\p{L}*|del|andel|sats\p{L}*|evaluer\p{L}*|vurder\p{L}*|grunnbeløp\p{L}*|forutset\p{L}*|dersom|hvis|før|først|ut|alene|behandl\p{L}*|politisk\p{L}*)\b/u,
);

/** What can take back a no: another time, another part, another offer. */
const SOFTENS = words(/\b(?:inntil videre|tilbyr|i stedet|ennå|på nytt|ny vurdering|dersom|hvis|med mindre)\b/u);

/** A bill that is paid, beside a no: one of the two is not meant. */
const PAYS = words(
  /\b(?:bidrag(?:et)?|andel(?:en)?|beløp(?:et)?|grunnbeløp(?:et)?|summen)(?: (?:vårt|vår))?(?: på [^,.]{1,20})? (?:(?:vil bli|blir|er) )?(?:betales|betalt|overføres|overført|innbetales|innbetalt|utbetales|utbetalt|anvises)\b|\b(?:faktura(?:en)? (?:kan|bes) (?:[^\s]+ )?send(?:es|t)|send (?:oss )?faktura)\b/u,
);

/** Words of an answer, whichever way it goes. */
const TAKES_SIDES = words(
  /\b(?:ja|jada|nei|klarsignal|grønt lys|tilrår|tilrådd|tilråding|rår|anbefaler|anbefalt|anbefaling|foreslår|foreslått|innstilling(?:en)?|innstiller|betaler|dekker|bevilger|bevilget|uten penger|ute|imot|negativ|avslå|avslår|lagt inn|grei for oss|gleder|slutter)\b/u,
);

/** «går først til fylkesutvalget, som innstiller»: what such a body does, not what it says. */
const ITS_ROLE = words(
  /\b(?:som (?:[^\s]+ )?(?:innstiller|avgir innstilling|gir (?:sin |en )?innstilling)|(?:til|for) (?:[^\s]+ )?innstilling|innstilling(?:en)? (?:avgis|gis|skrives|kommer|legges fram|fremmes))(?=$|[,.;]| (?:til|overfor|før|i|på|den|av)\b)/gu,
);

/** A body or a vote: what is told as the office's word may be a resolution. */
const BODY_ACTS = words(
  /\b(?:flertall\p{L}*(?! av (?:de |alle )?kommun)|særutskrift|saksprotokoll|enstemmig|politikerne|politisk (?:godkjent|vedtatt|avklart|behandlet)|(?<!\b(?:det|dette|som|beløpet|tallet|tallene) )stemmer|stemte|vedtatt(?! (?:[^\s]+ )?(?:budsjett|ramme|økonomiplan|handlingsprogram))|vedtok(?! (?:[^\s]+)?budsjett)|nedstemt|folkevalgte|fulgte|innstilling(?:en)?|avgjorde)\b/u,
);

/** «Innstillingen med tillegget ble vedtatt»: what was added may be a condition. */
const WITH_ADDITION = words(
  /\b(?:med|inkludert|og) (?:[^\s]+ ){0,2}?(?:tillegg\p{L}*|endring\p{L}*|merknad\p{L}*)(?: [^\s]+){0,6}? vedtatt\b|\bvedtatt (?:[^\s]+ ){0,3}?med (?:[^\s]+ ){0,3}?(?:tillegg\p{L}*|endring\p{L}*)/u,
);

/** «så vidt jeg vet», «kan ta feil»: the writer does not stand in for it. */
const NOT_SURE = words(/\b(?:så vidt (?:jeg|vi)|ta feil|sikkert ikke|ikke (?:helt )?sikker|usikker)\b/u);

/** A condition that no longer holds: «det er nå oppfylt», «vilkåret er innfridd». */
const FULFILLED = words(/\b(?:oppfylt|innfridd|frafalt|bortfalt|trukket forbeholdet|står ikke lenger)\b/u);

/** «Jeg skriver for …», «oppgave om», «Lokalavisa spør»: asked for a paper or a thesis, not to answer us. */
const FOR_PUBLICATION = words(
  /\b(?:\p{L}*avis(?:a|en)?|journalist\p{L}*|redaksjon\p{L}*|innsyn\p{L}*|student(?:er)?|\p{L}*oppgave(?:n|a)? (?:om|min|vår)|forskningsprosjekt\p{L}*|intervju\p{L}*|skriver (?:for|en (?:sak|artikkel)|om))\b/u,
);

/** «Hvem i KS har ansvaret for dette nå?»: asks for a person, who may have to do with anything. */
const WHO_IS_IT = words(
  /^(?:[^\s]+ ){0,3}?hvem(?: [^\s]+){0,8}? (?:ansvar\p{L}*|kontaktperson\p{L}*|kontakt|leder|sitter (?:i|som)|jobber (?:med|som))\b/u,
);

/** Nobody writes a longer sentence; what is longer is no Norwegian and no evidence. */
const LONGEST = 4000;

/**
 * A brake: the mail holds words about the request that no rule has placed and that could turn what was read. What was
 * read may still be right, so it stays and a person looks.
 */
export function leftUnread(verdict: Verdict, parts: readonly ReadPart[], speakers: Speakers): string[] {
  const { conclusion, stage } = verdict;
  const said = parts.flatMap(({ counted }) =>
    counted
      .filter(
        ({ literal, section }) =>
          literal.length < LONGEST && section !== 'background' && section !== 'head' && !speakers.own.contains(literal),
      )
      .map(sentence => ({ sentence, said: ownWordsOf(sentence) })),
  );
  const claims = parts.flatMap(part => part.claims);
  const kindsIn = (sentence: Claim['sentence']) => claims.filter(claim => claim.sentence === sentence);
  if (
    (conclusion === 'joined' || conclusion === 'declined' || conclusion === 'conditional') &&
    verdict.because.some(({ clause, sentence }) => namesOtherMatter(clause ?? sentence.folded, speakers.topic))
  )
    return ['Svaret kan gjelde noe annet enn henvendelsen.'];
  const standpoint = conclusion === 'joined' || conclusion === 'declined' || conclusion === 'conditional';
  if (standpoint && said.some(one => theirs(one, verdict.because, speakers)))
    return ['Det går ikke fram at det er kommunen selv som svarer.'];
  if ((conclusion === 'joined' || conclusion === 'declined') && answersOtherQuestion(verdict.because, said))
    return ['Et «ja» eller «nei» kan gjelde noe annet enn henvendelsen.'];
  const borrowed = standpoint ? borrowedFrom(verdict.because, said) : null;
  if (borrowed !== null) return [borrowed];
  if (
    (conclusion === 'joined' || conclusion === 'declined') &&
    stage !== 'recommended' &&
    said.some(({ said }) => STILL_OPEN.test(said) && !NEEDS_NO_BODY.test(said))
  )
    return ['Noen skal fortsatt ta stilling til saken.'];
  if (conclusion === 'conditional' && verdict.because.some(({ rule }) => rule === AFTER_IT))
    return ['Det går ikke fram om det som svaret venter på, har skjedd.'];
  if (
    (conclusion === 'joined' || conclusion === 'declined') &&
    parts.some(({ sentences }) => sentences.some(({ folded }) => WITH_ADDITION.test(folded)))
  )
    return ['Det ble vedtatt et tillegg, og det går ikke fram hva det sier.'];
  if (
    (conclusion === 'question' || conclusion === 'deferred') &&
    said.some(({ said }) => namesOtherField(said, speakers.topic))
  )
    return ['Meldingen kan gjelde noe annet enn henvendelsen.'];
  if (conclusion === 'question' && verdict.because.every(({ sentence }) => WHO_IS_IT.test(sentence.folded)))
    return ['Spørsmålet kan gjelde noe annet enn henvendelsen.'];
  if (conclusion === 'question' && asksElsewhere(verdict.because, parts, speakers))
    return ['Spørsmålet kan gjelde noe annet enn henvendelsen.'];
  if (conclusion === 'question' && said.some(({ said }) => FOR_PUBLICATION.test(said)))
    return ['Spørsmålet ser ut til å gjelde presse, innsyn eller forskning.'];
  if ((conclusion === 'joined' || conclusion === 'declined') && said.some(({ said }) => isNotSure(said, speakers)))
    return ['Avsenderen er selv usikker.'];
  if (conclusion === 'conditional' && said.some(({ said }) => FULFILLED.test(said)))
    return ['Det går ikke fram om vilkåret fortsatt gjelder.'];
  if (
    conclusion === 'joined' &&
    stage !== 'recommended' &&
    said.some((part, at) => narrows(behindClaim(leadingTo(part, at < firstOf(said, verdict)), verdict.because)))
  )
    return ['Svaret har et «men» som ikke er lest.'];
  if (conclusion === 'declined' && said.some(({ said }) => PAYS.test(said) && !deniesSomething(said)))
    return ['Meldingen sier nei, men også at bidraget betales.'];
  if (conclusion === 'declined' && said.some(({ said }) => SOFTENS.test(said)))
    return ['Avslaget har et forbehold som ikke er lest.'];
  if (
    conclusion === 'deferred' &&
    said.some(
      ({ said, sentence }) =>
        TAKES_SIDES.test(said.replace(YES_OR_NO, ' ').replace(ITS_ROLE, ' ')) && !kindsIn(sentence).some(isRead),
    )
  )
    return ['Meldingen har ord om ja eller nei som ikke er lest.'];
  if (
    stage === 'stated' &&
    conclusion !== 'deferred' &&
    said.some(({ said }) => BODY_ACTS.test(said) && !speaksForOthers(said, speakers))
  )
    return ['Det går ikke fram om svaret er et vedtak.'];
  return [];
}

/** «Så vidt jeg vet har de sagt ja» is hearsay of others, and says nothing of their own answer. */
function isNotSure(said: string, speakers: Speakers): boolean {
  const at = said.search(NOT_SURE);
  return at !== -1 && !speaksForOthers(said.slice(at), speakers);
}

function theirs(part: { said: string; sentence: Claim['sentence'] }, because: readonly Claim[], speakers: Speakers) {
  return because.some(
    claim =>
      claim.sentence === part.sentence &&
      (claim.kind === 'join' || claim.kind === 'decline') &&
      isOfSomebodyElse(claim, part.said, speakers),
  );
}

/** The questions themselves name nothing of the request; a short «Kan vi få den?» asks for what the mail spoke of. */
function asksElsewhere(because: readonly Claim[], parts: readonly ReadPart[], speakers: Speakers): boolean {
  const asked = because.map(({ sentence }) => sentence);
  return (
    leavesRequestAside(asked, speakers) ||
    leavesRequestAside(
      parts.flatMap(({ sentences }) => sentences),
      speakers,
    )
  );
}

function isRead({ kind }: Claim): boolean {
  return kind === 'join' || kind === 'decline' || kind === 'question' || kind === 'question-first';
}

/** «Vi takket nei i fjor, men i år blir vi med»: a turn before the yes leads to it. */
function behindClaim(part: { said: string; sentence: Claim['sentence'] }, because: readonly Claim[]): string {
  const places = because
    .filter(({ sentence, clause }) => sentence === part.sentence && clause !== undefined)
    .map(({ clause }) => part.said.indexOf(clause ?? ''));
  return part.said.slice(Math.max(0, ...places));
}

function firstOf(said: readonly { sentence: Claim['sentence'] }[], { because }: Verdict): number {
  return said.findIndex(({ sentence }) => because.some(claim => claim.sentence === sentence));
}

/** Terms that a sentence before the yes may already set. */
const TERMS = words(
  /\d|\b(?:sats\p{L}*|\p{L}*beløp\p{L}*|andel\p{L}*|del|betal\p{L}*|bidra\p{L}*|år|året|vilkår|krav|krever|forutset\p{L}*|dersom|hvis)\b/u,
);

/** «Det koster. Men det er godt at det finnes et nummer å ringe. Vi er med.»: a «men» before the yes leads to it. */
function leadingTo<Part extends { said: string; sentence: Claim['sentence'] }>(part: Part, isBefore: boolean): Part {
  const leads = isBefore && /^men /.test(part.said) && !TERMS.test(part.said) && !deniesSomething(part.said);
  return leads ? { ...part, said: '' } : part;
}

/** Only what stands behind the turn can narrow what stands before it. */
function narrows(said: string): boolean {
  const at = said.search(TURN);
  if (at === -1) return false;
  const behind = said.slice(at);
  return NARROWS.test(behind) || deniesSomething(behind);
}
