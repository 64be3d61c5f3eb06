import { closestWords } from '../rules/municipality/closest-words.ts';
import type { Conclusion, Stage } from '../rules/replies/reading.ts';
import { Explained } from './door.ts';

/** What an adviser may write for an answer; the first is the one that we show. */
const ANSWERS: Record<Exclude<Conclusion, 'unclear'>, readonly string[]> = {
  joined: ['slutter-seg-til', 'ja', 'tilslutning', 'sluttar-seg-til', 'joined', 'yes'],
  declined: ['slutter-seg-ikke-til', 'nei', 'avslag', 'sluttar-seg-ikkje-til', 'declined', 'no'],
  conditional: ['forbehold', 'med-forbehold', 'vilkår', 'conditional'],
  deferred: ['utsatt', 'senere', 'behandles-senere', 'utsett', 'deferred'],
  question: ['spørsmål', 'spør', 'question'],
};

const SETTLE_ONLY = {
  receipt: ['kvittering', 'mottatt', 'receipt'],
  nothing: ['ingenting', 'ikkje-noko', 'nothing'],
} as const;

const STAGES: Record<Stage, readonly string[]> = {
  decided: ['vedtatt', 'vedtak', 'vedteke', 'decided'],
  stated: ['opplyst', 'stated'],
  recommended: ['innstilling', 'innstilt', 'tilrådd', 'recommended'],
};

export type GivenConclusion = keyof typeof ANSWERS;

/** «slutter-seg-til», «nei», `deferred` … */
export function conclusionFrom(written: string): GivenConclusion {
  return oneOf(written, ANSWERS, 'svaret');
}

/** The same, and what a message may be besides an answer. */
export function settlementFrom(written: string): GivenConclusion | keyof typeof SETTLE_ONLY {
  return oneOf(written, { ...ANSWERS, ...SETTLE_ONLY }, '--as');
}

export function stageFrom(written: string): Stage {
  return oneOf(written, STAGES, '--stage');
}

/** The words for the help text, the first of each. */
export const ANSWER_WORDS = Object.values(ANSWERS)
  .map(([first]) => first)
  .join(' | ');
export const STAGE_WORDS = Object.values(STAGES)
  .map(([first]) => first)
  .join(' | ');

function oneOf<Key extends string>(written: string, words: Record<Key, readonly string[]>, place: string): Key {
  const folded = written
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  const keys = Object.keys(words) as Key[];
  const found = keys.find(key => words[key].includes(folded));
  if (found !== undefined) return found;
  const expected = keys.map(key => words[key][0]).join(', ');
  const [near] = closestWords(folded, Object.values<readonly string[]>(words).flat(), 1);
  const advice = near === undefined ? '' : ` Mente du «${near}»?`;
  throw new Explained(`${place}: ventet ${expected}, fant «${written}».${advice}`, 2);
}
