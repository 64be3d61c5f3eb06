import { remembered } from '../remembered.ts';
import { fold } from '../text/fold.ts';
import { WILL_BE_TREATED, WILL_COME_BACK } from '../text/phrases-later.ts';
import { words } from '../text/words.ts';
import type { ClaimKind } from './claim.ts';
import type { KnownCampaign } from './known.ts';

/** «a) slutter seg til ordningen» in our letter. */
const OPTION_LINE = /^\s*([a-e])[).]\s+(.{4,200})$/gim;

/** «svarer alternativ b», «for oss blir det alternativ c», «vårt svar er b)», «leverer b», «b)» alone, «c – kommunestyret 9. november» */
const CHOICE = words(
  /\b(?:alternativ(?:et)?|alt\.?|svaralternativ(?:et)?|valg|velger|leverer|går for|stemmer for|(?:krysser|kryss|krysse|hak|huk) (?:gjerne |bare )?(?:av )?(?:for|på|i|ved)|(?:sett|sette|setter) (?:[^\s]+ ){0,2}?(?:kryss(?:et)? )?(?:på|ved|i|under)|svar(?:er|et)?(?: (?:vårt|er|blir))*|punkt|pkt\.?|bokstav)[ :]*"?([a-e])\b[).]?(?! \p{L}{3,} ?\))|^"?([a-e])\)?"?(?:[.!]?$| [-–]|, (?:vi|kommune|formannskap))|^([a-e])\)? (?:fra|herfra|for) (?:oss|\p{L}+)/u,
);

/** The letter that a sentence chooses among our alternatives, as a claim; null when it chooses none, or we gave none. */
export function chosenAlternative(folded: string, campaign: KnownCampaign | null): ClaimKind | null {
  const options = campaign?.sent.flatMap(({ text }) => optionsIn(text)) ?? [];
  if (options.length === 0) return null;
  const match = CHOICE.exec(folded);
  const letter = match?.[1] ?? match?.[2] ?? match?.[3];
  return options.find(option => option.letter === letter)?.meaning ?? null;
}

interface Option {
  letter: string;
  meaning: ClaimKind | null;
}

/** By our letters, which are asked for with each sentence of an answer. */
const optionsIn: (text: string) => readonly Option[] = remembered(
  text =>
    [...text.matchAll(OPTION_LINE)].map(([, letter = '', wording = '']) => ({
      letter: letter.toLowerCase(),
      meaning: meaningOf(fold(wording)),
    })),
  100,
);

const REFUSES = words(/\b(?:ikke|nei|avslår)\b/u);
const TAKES_PART = words(/\b(?:slutter|deltar|ja|bidrar|med|godkjenner|signerer|ønsker)\b/u);

function meaningOf(wording: string): ClaimKind | null {
  if (WILL_BE_TREATED.test(wording) || WILL_COME_BACK.test(wording) || /\b(?:senere|behandle)/.test(wording))
    return 'later';
  if (/\bforbehold|vilkår|forutsetning/.test(wording)) return 'condition';
  if (REFUSES.test(wording)) return 'decline';
  return TAKES_PART.test(wording) ? 'join' : null;
}
