import { bodiesIn, isElected } from '../text/bodies.ts';
import { words } from '../text/words.ts';
import type { Verdict } from './conclusion.ts';
import type { PlacedSentence } from './sections.ts';

/** «Formannskapet fulgte ikke innstillingen», «innstillingen falt»: what was proposed did not win. */
const NOT_FOLLOWED = words(
  /\b(?:fulgte|følger|støttet|delte|stadfestet|vedtok|godkjente)(?: [^\s]+){0,3}? ikke(?: [^\s]+){0,4}? (?:innstilling|forslag|anbefaling|tilråding|råd|vedtak|syn)\p{L}*|\b(?:innstilling|forslag|anbefaling|tilråding)(?:en|et|a)?(?: [^\s]+){0,4}? (?:falt|nedstemt|forkastet|ikke (?:fulgt|vedtatt|tatt til følge))\b|\b(?:gikk|stemte)(?: [^\s]+){0,2}? (?:imot|mot) (?:[^\s]+ )?(?:innstilling|forslag|anbefaling|tilråding)\p{L}*|\bvalgte (?:[^\s]+ ){0,2}?(?:noe annet|annerledes|motsatt|å se bort|å gå imot)/u,
);

/** «fulgte ikke rådmannen», «valgte å gjøre det motsatte»: said of a body, of whoever proposed. */
const WENT_AGAINST = words(
  /\b(?:fulgte|støttet) (?:[^\s]+ ){0,2}?ikke\b|\bvalgte (?:[^\s]+ ){0,4}?(?:motsatte?|annet|annerledes|imot)\b|\bkom til motsatt\b|\bvar ikke enig/u,
);

/** «Innstillingen med tilleggsforslaget ble vedtatt»: what was added to it may change it. */
const WITH_ADDITION = words(
  /\b(?:tilleggsforslag|endringsforslag|tilleggspunkt|fellesforslag|omforent forslag)\p{L}*\b[^.]{0,80}\b(?:vedtatt|flertall|bifalt)\b/u,
);

/** «slutter seg i prinsippet til»: not yet in fact. */
const IN_PRINCIPLE = words(/\b(?:i prinsippet|prinsipielt)\b/u);

/** «Vi kan ikke se at vi har sluttet oss til»: a fact is denied, nothing is refused. */
const DENIES_FACT = words(
  /\b(?:kan ikke (?:se|finne|huske)|finner ikke|ser ikke|husker ikke|kjenner (?:[^\s]+ )?ikke til|er ikke kjent med) (?:[^\s]+ )?(?:at|å ha) /u,
);

/** «ikke med uten at nabokommunen også er det»: a no that a condition would turn. */
const UNLESS = words(/\buten at (?:[^\s]+ ){1,6}?(?:også|med|deltar|bidrar|slutter|betaler|blir|får)\b/u);

/** Adds to a yes or no what speaks against it in the words around; a proposal that fell says nothing more. */
export function doubtsOf(verdict: Verdict, sentences: readonly PlacedSentence[]): Verdict {
  const { conclusion, stage, because } = verdict;
  if (conclusion !== 'joined' && conclusion !== 'declined' && conclusion !== 'conditional') return verdict;
  const told = sentences.filter(({ section }) => section !== 'background');
  if (stage === 'recommended' && told.some(sentence => sentence.section === 'text' && isNotFollowed(sentence))) {
    const reasons = ['Innstillingen ser ikke ut til å være fulgt.'];
    return { ...verdict, conclusion: 'unclear', stage: null, reasons, doubt: 0.5 };
  }
  const said = because.map(({ sentence }) => sentence.folded);
  const reasons: string[] = [];
  if (stage !== 'decided' && told.some(({ folded }) => WITH_ADDITION.test(folded)))
    reasons.push('Det er vedtatt noe i tillegg til innstillingen.');
  if (conclusion === 'joined' && said.some(folded => IN_PRINCIPLE.test(folded)))
    reasons.push('Tilslutningen er bare gitt i prinsippet.');
  if (conclusion === 'declined' && said.some(folded => DENIES_FACT.test(folded)))
    reasons.push('Det går ikke fram om kommunen sier nei eller bare ikke kjenner til noe ja.');
  if (conclusion === 'declined' && said.some(folded => UNLESS.test(folded)))
    reasons.push('Avslaget har et forbehold som ikke er lest.');
  if (reasons.length === 0) return verdict;
  return { ...verdict, reasons: [...verdict.reasons, ...reasons], doubt: verdict.doubt + 0.3 };
}

function isNotFollowed({ folded }: PlacedSentence): boolean {
  return (
    NOT_FOLLOWED.test(folded) ||
    (WENT_AGAINST.test(folded) && bodiesIn(folded).some(({ body, at }) => isElected(body) && at < 20))
  );
}
