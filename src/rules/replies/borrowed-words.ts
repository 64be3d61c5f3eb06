import { DECIDES } from '../text/phrases-decision.ts';
import { words } from '../text/words.ts';
import type { Claim } from './claim.ts';
import type { PlacedSentence } from './sections.ts';

/** «Slik vi forstår brevet slutter kommunen seg til»: what the request says, not what they answer. */
const UNDERSTANDS = words(
  /\b(?:slik|sånn|som) (?:vi|jeg|kommunen) (?:forstår|leser|oppfatter|tolker)\b|\b(?:vi|jeg) (?:forstår|leser|oppfatter|tolker) (?:[^\s]+ ){0,4}?(?:slik|sånn|dithen)\b/u,
);

/** «Her er utkast til svar»: not sent yet by those who answer. */
const DRAFT = words(
  /\b(?:utkast(?:et)?|kladd(?:en)?) (?:til|på) (?:[^\s]+ )?(?:svar|brev|vedtak|uttalelse|e-post)\p{L}*|\b(?:svarutkast|forslag til svar|tekstforslag)\p{L}*/u,
);

/** «JA / NEI (stryk det som ikke passer)»: a form that nobody has filled in. */
const UNFILLED = words(/\bja ?[/|] ?nei\b|\bstryk (?:det|den) som\b|\bsett kryss\b|\bsett ring\b/u);

/** «Skal vi slutte oss til ordningen må vi …»: a verb first means «hvis». */
const VERB_FIRST = words(
  /^(?:skal|skulle|må|vil) (?:vi|kommunen|\p{L}+ kommune) (?:[^?]{3,120}?),? (?:må|trenger|bør|kan|vil) (?:vi|kommunen|det|dere)\b/u,
);

/** «trekke tilbake svaret vårt om at …» */
const WITHDRAWS = words(
  /\b(?:trekk(?:e|er)?|trukket|kalle[rt]?) (?:[^\s]+ ){0,2}?(?:tilbake (?:[^\s]+ )?)?(?:svar|vedtak|sak|innstilling|melding|ja)(?:en|et|a)?\b|\b(?:trekk(?:e|er)?|trukket|kalle[rt]?) (?:[^\s]+ ){0,3}?tilbake(?! (?:[^\s]+ ){0,2}?tilslutning)\b/u,
);

/** Why these words may not be the answer of those who write, in Norwegian; null = they are theirs. */
export function borrowedFrom(
  because: readonly Claim[],
  said: readonly { sentence: PlacedSentence; said: string }[],
): string | null {
  const ofText = because.filter(({ sentence }) => sentence.section === 'text');
  if (ofText.some(({ sentence }) => UNDERSTANDS.test(sentence.folded)))
    return 'Meldingen gjengir hvordan henvendelsen er forstått.';
  if (said.some(part => DRAFT.test(part.said))) return 'Meldingen inneholder et utkast.';
  if (said.some(part => UNFILLED.test(part.said)) && ofText.some(({ sentence }) => sentence.ticked !== true))
    return 'Svarskjemaet ser ikke ut til å være fylt ut.';
  const sides = ofText.filter(({ kind }) => kind === 'join' || kind === 'decline');
  if (sides.length > 0 && sides.every(({ sentence }) => VERB_FIRST.test(sentence.folded)))
    return 'Meldingen sier hva som skal til, ikke hva kommunen gjør.';
  if (said.some(part => WITHDRAWS.test(part.said)))
    return 'Noe er trukket tilbake, og det går ikke fram hva som gjelder.';
  if (ofText.some(({ sentence }) => isQuoted(sentence, said)))
    return 'Teksten står i anførselstegn og kan være et sitat.';
  return null;
}

/** A whole sentence in quotation marks, which no decision introduces. */
function isQuoted(sentence: PlacedSentence, said: readonly { sentence: PlacedSentence; said: string }[]): boolean {
  if (!/^".*"[.!]?$/.test(sentence.folded)) return false;
  const at = said.findIndex(part => part.sentence === sentence);
  return !DECIDES.test(said[at - 1]?.said ?? '');
}
